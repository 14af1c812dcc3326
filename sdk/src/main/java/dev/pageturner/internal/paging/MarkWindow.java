package dev.pageturner.internal.paging;

import com.squareup.moshi.JsonReader;
import dev.pageturner.internal.json.JsonMembers;
import dev.pageturner.internal.json.PathExpression;
import dev.pageturner.pagination.Mark;
import dev.pageturner.position.CursorValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeSet;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The highest value of a list so far, and the items within the look-back before it, which are left
 * out where they come again unchanged.
 *
 * <p>The place of a page carries what is known before it, so that a page that is read again, ahead,
 * or after a checkpoint leaves out the same items. One object looks at one page. Not safe for
 * threads.
 */
final class MarkWindow {
  private static final int FINGERPRINT = 16;

  private final Mark mark;
  private final PathExpression value;
  private final TreeSet<Seen> seen =
      new TreeSet<>(Comparator.comparing(Seen::value).thenComparing(Seen::fingerprint));
  private @Nullable MarkValue highest;
  private @Nullable Instant begun;

  /** An item that was delivered. */
  private record Seen(MarkValue value, String fingerprint) {}

  private MarkWindow(Mark mark) {
    this.mark = mark;
    this.value = PathExpression.parse(mark.value().text());
  }

  /**
   * {@return what is known before a page}
   *
   * @param memory what its place remembers
   * @param begun when the list began to be read, if this is the first page and says so
   */
  static MarkWindow of(Mark mark, String memory, @Nullable Instant begun) {
    MarkWindow window = new MarkWindow(mark);
    if (!memory.isEmpty()) {
      Map<String, String> members = JsonMembers.of(memory);
      window.highest = MarkValue.of(members.get("mark"));
      window.readSeen(members.getOrDefault("seen", "[]"));
      CursorValue before = PageFacts.valueOf(members.get("begun"));
      window.begun = before == null ? null : Instant.parse(before.text());
    }
    if (begun != null) {
      window.begun = begun;
    }
    return window;
  }

  private void readSeen(String json) {
    try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json))) {
      reader.beginArray();
      while (reader.hasNext()) {
        reader.beginArray();
        MarkValue at = MarkValue.of(reader.nextSource().readUtf8());
        String fingerprint = reader.nextString();
        if (at != null) {
          seen.add(new Seen(at, fingerprint));
        }
        reader.endArray();
      }
      reader.endArray();
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /** {@return whether an item was delivered before as it is} */
  boolean isRepeated(String item) {
    MarkValue at = valueOf(item);
    return at != null && seen.contains(new Seen(at, fingerprint(item)));
  }

  /** An item was delivered, or passed over. */
  void passed(String item) {
    MarkValue at = valueOf(item);
    if (at == null) {
      return;
    }
    if (highest == null || at.compareTo(highest) > 0) {
      highest = at;
    }
    seen.add(new Seen(at, fingerprint(item)));
    MarkValue from = highest.noLaterThan(begun).back(mark);
    while (seen.size() > mark.window() || isBefore(from)) {
      seen.pollFirst();
    }
  }

  private boolean isBefore(MarkValue from) {
    return !seen.isEmpty() && seen.first().value().compareTo(from) < 0;
  }

  private @Nullable MarkValue valueOf(String item) {
    return MarkValue.of(find(value, item));
  }

  private static String fingerprint(String item) {
    return ByteString.encodeUtf8(item).sha256().hex().substring(0, FINGERPRINT);
  }

  private static @Nullable String find(PathExpression path, String item) {
    try {
      return path.find(new Buffer().writeUtf8(item));
    } catch (IOException e) {
      throw new UncheckedIOException("read before: " + path, e);
    }
  }

  /** {@return from where the next traversal asks; null before the first value} */
  @Nullable
  MarkValue from() {
    return highest == null ? null : highest.noLaterThan(begun).back(mark);
  }

  /** {@return what the place after the items so far remembers} */
  String memory() {
    if (highest == null) {
      return begun == null ? "" : "{\"begun\":" + JsonMembers.quoted(begun.toString()) + '}';
    }
    StringJoiner all = new StringJoiner(",", "[", "]");
    for (Seen each : seen) {
      all.add("[" + Changes.json(each.value().sent()) + ",\"" + each.fingerprint() + "\"]");
    }
    String since = begun == null ? "" : ",\"begun\":" + JsonMembers.quoted(begun.toString());
    return "{\"mark\":" + Changes.json(highest.sent()) + since + ",\"seen\":" + all + '}';
  }
}
