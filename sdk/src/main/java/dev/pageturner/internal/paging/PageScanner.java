package dev.pageturner.internal.paging;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import dev.pageturner.internal.detect.Outline;
import dev.pageturner.internal.json.CountedSource;
import dev.pageturner.internal.json.Decoding;
import dev.pageturner.internal.json.PathExpression;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.JsonPath;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the JSON of a page once, forward: stops at each item, picks up the signals before
 * and after the items, and skips the rest.
 */
final class PageScanner<T> implements ItemCursor<T> {
  /** A cursor of more than this is a fault: no URL and no reasonable body could carry it. */
  private static final long LONGEST_SIGNAL = 1L << 20;

  private static final PathExpression ROOT = PathExpression.parse("$");

  private final PageFormat format;
  private final CountedSource bytes;
  private final JsonReader json;
  private final JsonAdapter<T> adapter;
  private final @Nullable Outline rest;
  private final Deque<Level> levels = new ArrayDeque<>();
  private final Map<JsonPath, String> signals = new HashMap<>();
  private boolean started;
  private boolean inItems;
  private boolean oneItemLeft;
  private boolean itemsSeen;
  private boolean itemsNull;
  private boolean atItem;
  private long itemFrom;

  /**
   * Scans a body.
   *
   * @param format what to look for
   * @param bytes the body
   * @param adapter decodes an item
   * @param rest takes down everything else outside of the items; null to skip it
   */
  PageScanner(
      PageFormat format, CountedSource bytes, JsonAdapter<T> adapter, @Nullable Outline rest) {
    this.format = format;
    this.adapter = adapter;
    this.rest = rest;
    this.bytes = bytes;
    this.json = JsonReader.of(bytes.source());
  }

  /** An object or array that is being gone through. */
  private static final class Level {
    private final PageFormat.Node node;
    private final PathExpression path;
    private final boolean array;
    private int index;

    Level(PageFormat.Node node, PathExpression path, boolean array) {
      this.node = node;
      this.path = path;
      this.array = array;
    }
  }

  @Override
  public boolean toItem() throws IOException {
    if (atItem) {
      return true;
    }
    if (!started) {
      started = true;
      enter(format.root(), ROOT);
    }
    while (true) {
      if (inItems) {
        if (toItemInside()) {
          atItem = true;
          return true;
        }
      } else if (levels.isEmpty()) {
        checkEnd();
        return false;
      } else {
        step(levels.peek());
      }
    }
  }

  private boolean toItemInside() throws IOException {
    if (format.items() instanceof Items.One) {
      boolean left = oneItemLeft;
      oneItemLeft = false;
      inItems = left;
      itemFrom = bytes.offset();
      return left;
    }
    itemFrom = bytes.offset();
    if (json.hasNext()) {
      if (format.items() instanceof Items.ValuesOf) {
        json.skipName();
        itemFrom = bytes.offset();
      }
      return true;
    }
    inItems = false;
    if (format.items() instanceof Items.ValuesOf) {
      json.endObject();
    } else {
      json.endArray();
    }
    return false;
  }

  private void step(Level level) throws IOException {
    if (!json.hasNext()) {
      levels.pop();
      if (level.array) {
        json.endArray();
      } else {
        json.endObject();
      }
    } else if (level.array) {
      PageFormat.Node node = level.node.byIndex(level.index++);
      if (node == null) {
        json.skipValue();
      } else {
        // Paths through arrays are not needed by an outline, which does not look inside of them.
        enter(node, level.path);
      }
    } else {
      stepInObject(level);
    }
  }

  private void stepInObject(Level level) throws IOException {
    int option = json.selectName(level.node.options());
    if (option >= 0) {
      String name = rest == null ? "" : level.node.nameOf(option);
      enter(level.node.byOption(option), rest == null ? ROOT : level.path.child(name));
    } else if (rest == null) {
      json.skipName();
      json.skipValue();
    } else {
      rest.read(json, level.path.child(json.nextName()), levels.size());
    }
  }

  private void enter(PageFormat.Node node, PathExpression path) throws IOException {
    if (node.leadsToItems() && !node.isItems()) {
      requireContainer(node);
    }
    if (node.isItems()) {
      enterItems();
    } else if (!node.captures().isEmpty()) {
      capture(node);
    } else if (json.peek() == JsonReader.Token.BEGIN_OBJECT) {
      if (rest != null) {
        rest.entered(path);
      }
      json.beginObject();
      levels.push(new Level(node, path, false));
    } else if (json.peek() == JsonReader.Token.BEGIN_ARRAY) {
      json.beginArray();
      levels.push(new Level(node, path, true));
    } else {
      json.skipValue();
    }
  }

  /** Items that are absent or null make an empty page; a body of another shape does not. */
  private void requireContainer(PageFormat.Node node) throws IOException {
    JsonReader.Token token = json.peek();
    if (token != JsonReader.Token.NULL) {
      boolean array = node.isArray();
      requireToken(
          token,
          array ? JsonReader.Token.BEGIN_ARRAY : JsonReader.Token.BEGIN_OBJECT,
          array ? "an array" : "an object");
    }
  }

  private void enterItems() throws IOException {
    JsonReader.Token token = json.peek();
    if (token == JsonReader.Token.NULL) {
      // A body that is null is no page; a member that is null is an empty list.
      itemsNull = !levels.isEmpty();
      json.skipValue();
      return;
    }
    if (format.items() instanceof Items.One) {
      oneItemLeft = true;
    } else if (format.items() instanceof Items.ValuesOf) {
      requireToken(token, JsonReader.Token.BEGIN_OBJECT, "an object");
      json.beginObject();
    } else {
      requireToken(token, JsonReader.Token.BEGIN_ARRAY, "an array");
      json.beginArray();
    }
    inItems = true;
    itemsSeen = true;
  }

  private void requireToken(JsonReader.Token token, JsonReader.Token wanted, String name)
      throws IOException {
    if (token != wanted) {
      throw new com.squareup.moshi.JsonDataException(
          "Expected " + name + " of items but was " + token + " at path " + json.getPath());
    }
  }

  private void capture(PageFormat.Node node) throws IOException {
    String raw = readRaw(LONGEST_SIGNAL);
    for (PageFormat.Node.Capture capture : node.captures()) {
      @Nullable
      String value =
          capture.rest().isRoot() ? raw : capture.rest().find(new Buffer().writeUtf8(raw));
      if (value != null) {
        signals.put(capture.path(), value);
      }
    }
  }

  private String readRaw(long longest) throws IOException {
    try (BufferedSource raw = json.nextSource()) {
      if (raw.request(longest + 1)) {
        throw new TooLong("a signal of more than " + longest + " bytes");
      }
      return raw.readUtf8();
    }
  }

  /** A bound was passed. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;

    TooLong(String message) {
      super(message);
    }
  }

  private void checkEnd() throws IOException {
    if (json.peek() != JsonReader.Token.END_DOCUMENT) {
      throw new com.squareup.moshi.JsonDataException(
          "Expected the end of the document but was more");
    }
  }

  @Override
  public boolean isObject() throws IOException {
    return json.peek() == JsonReader.Token.BEGIN_OBJECT;
  }

  @Override
  public @Nullable T decode() throws IOException {
    atItem = false;
    return Decoding.read(adapter, json);
  }

  @Override
  public String raw() throws IOException {
    atItem = false;
    try (BufferedSource raw = json.nextSource()) {
      return raw.readUtf8();
    }
  }

  @Override
  public void skip() throws IOException {
    atItem = false;
    json.skipValue();
  }

  @Override
  public long from() {
    return itemFrom;
  }

  @Override
  public long to() {
    return bytes.offset();
  }

  @Override
  public boolean itemsSeen() {
    return itemsSeen;
  }

  @Override
  public boolean itemsNull() {
    return itemsNull;
  }

  @Override
  public Map<JsonPath, String> signals() {
    return signals;
  }

  @Override
  public String path() {
    return json.getPath();
  }
}
