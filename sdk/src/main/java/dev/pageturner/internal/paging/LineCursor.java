package dev.pageturner.internal.paging;

import dev.pageturner.internal.json.LineItems;
import dev.pageturner.internal.json.ValueDecoder;
import dev.pageturner.pagination.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The items of a page that is newline-delimited JSON. It has no room for signals. */
final class LineCursor<T> implements ItemCursor<T> {
  private final LineItems lines;
  private final ValueDecoder<T> decoder;
  private boolean atItem;
  private String inItem = "";

  LineCursor(LineItems lines, ValueDecoder<T> decoder) {
    this.lines = lines;
    this.decoder = decoder;
  }

  /** A line is no item. */
  static final class NoItem extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean tooLong;

    NoItem(LineItems.BadLine line) {
      super(line.getMessage());
      this.tooLong = line.isTooLong();
    }

    boolean isTooLong() {
      return tooLong;
    }
  }

  @Override
  public boolean toItem() throws IOException {
    if (!atItem) {
      inItem = "";
      try {
        atItem = lines.next();
      } catch (LineItems.BadLine e) {
        throw new NoItem(e);
      }
    }
    return atItem;
  }

  @Override
  public boolean isObject() {
    int at = lines.from();
    while (lines.bytes()[at] <= ' ') {
      at++;
    }
    return lines.bytes()[at] == '{';
  }

  @Override
  public @Nullable T decode() throws IOException {
    atItem = false;
    try {
      return lines.decoded(decoder);
    } catch (ValueDecoder.Misfit e) {
      return refused(e);
    }
  }

  /** {@return null where the adapter made null of the line; else throws what it threw} */
  private @Nullable T refused(ValueDecoder.Misfit e) throws IOException {
    if (e.isNull()) {
      return null;
    }
    inItem = e.path().substring(1);
    if (e.thrown() instanceof IOException thrown) {
      throw thrown;
    }
    throw (RuntimeException) e.thrown();
  }

  @Override
  public String raw() {
    atItem = false;
    int from = lines.from();
    return new String(lines.bytes(), from, lines.to() - from, StandardCharsets.UTF_8);
  }

  @Override
  public void skip() {
    atItem = false;
  }

  @Override
  public long from() {
    return lines.offset();
  }

  @Override
  public long to() {
    return lines.offset() + lines.to() - lines.from();
  }

  @Override
  public String path() {
    return "line " + lines.number() + ", $" + inItem;
  }

  @Override
  public Map<JsonPath, String> signals() {
    return Map.of();
  }

  @Override
  public boolean itemsSeen() {
    return true;
  }

  @Override
  public boolean itemsNull() {
    return false;
  }
}
