package dev.pageturner.internal.paging;

import dev.pageturner.internal.json.JsonMembers;
import dev.pageturner.internal.json.PathExpression;
import dev.pageturner.pagination.JsonPath;
import dev.pageturner.position.CursorValue;
import dev.pageturner.position.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import okio.ByteString;

/**
 * Tells the items of a keyset page that were delivered before, where the server compares the key of
 * the last item with {@code >=}.
 *
 * <p>The position of a page carries what it needs: behind the values that are sent stands the key
 * of the last item before the page, with a fingerprint of each item of that key that was delivered.
 * So a page that is read again, ahead, or after a checkpoint leaves out the same items, whatever
 * was read before it. A fingerprint is of the item's text: an item that has changed since is
 * delivered once more, and of several equal items as many are left out as were delivered.
 *
 * <p>One object looks at one page, from its first item to its last. Not safe for threads.
 */
final class Overlap {
  private static final String MARK = "{\"overlap\":";
  private static final int FINGERPRINT = 16;

  private final PathExpression path;
  private final String keyBefore;
  private final List<String> before;
  private final List<String> awaited;
  private final List<String> ofLastKey = new ArrayList<>();
  private String lastKey = "";
  private long items;
  private long fresh;

  private Overlap(JsonPath key, String keyBefore, List<String> before) {
    this.path = PathExpression.parse(key.text());
    this.keyBefore = keyBefore;
    this.before = before;
    this.awaited = new ArrayList<>(before);
  }

  /**
   * {@return what overlaps at a position}
   *
   * @param key where the key is in an item
   * @param position the start of a page
   */
  static Overlap at(JsonPath key, Position position) {
    if (position instanceof Position.Cursor cursor && isMarked(cursor)) {
      CursorValue mark = cursor.values().get(cursor.values().size() - 1);
      Map<String, String> members = JsonMembers.of(mark.text());
      CursorValue delivered = PageFacts.valueOf(members.getOrDefault("delivered", "null"));
      String all = delivered == null ? "" : delivered.text();
      List<String> fingerprints = all.isEmpty() ? List.of() : List.of(all.split(" "));
      return new Overlap(key, members.getOrDefault("overlap", ""), fingerprints);
    }
    return new Overlap(key, "", List.of());
  }

  private static boolean isMarked(Position.Cursor cursor) {
    CursorValue last = cursor.values().get(cursor.values().size() - 1);
    return cursor.values().size() > 1 && last.json() && last.text().startsWith(MARK);
  }

  /** {@return the values of a position that a request carries} */
  static List<CursorValue> sent(Position.Cursor cursor) {
    List<CursorValue> values = cursor.values();
    return isMarked(cursor) ? values.subList(0, values.size() - 1) : values;
  }

  /**
   * {@return whether the next item of the page was delivered before, so that it is left out}
   *
   * @param item its JSON, as the server sent it
   */
  boolean isRepeated(String item) {
    items++;
    String fingerprint = ByteString.encodeUtf8(item).sha256().hex().substring(0, FINGERPRINT);
    boolean repeated = awaited.remove(fingerprint);
    String key = keyOf(item);
    if (!key.equals(lastKey)) {
      ofLastKey.clear();
      lastKey = key;
    }
    if (!repeated) {
      fresh++;
      ofLastKey.add(fingerprint);
    }
    return repeated;
  }

  private String keyOf(String item) {
    try {
      String key = path.find(new Buffer().writeUtf8(item));
      return key == null ? "null" : key;
    } catch (IOException e) {
      throw new UncheckedIOException("read before: " + path, e);
    }
  }

  /** {@return how many items of the page are delivered; a page of none is the end of the list} */
  long fresh() {
    return fresh;
  }

  /**
   * {@return whether a page that is full has nothing new: more items may have its one key than a
   * page holds, so that nothing proves that this is the end}
   *
   * @param askedSize the page size that was asked for, 0 for none
   */
  boolean isStuck(int askedSize) {
    return fresh == 0 && items > 0 && askedSize > 0 && items >= askedSize;
  }

  /**
   * {@return where the next page starts, with what was delivered of its key; only after the last
   * item of this page}
   *
   * @param next the values that the next request carries
   */
  Position.Cursor marked(Position.Cursor next) {
    List<String> delivered = new ArrayList<>();
    if (lastKey.equals(keyBefore)) {
      delivered.addAll(before);
    }
    delivered.addAll(ofLastKey);
    String mark = MARK + lastKey + ",\"delivered\":\"" + String.join(" ", delivered) + "\"}";
    List<CursorValue> values = new ArrayList<>(next.values());
    values.add(CursorValue.json(mark));
    return new Position.Cursor(values);
  }
}
