package dev.pageturner.openapi.check;

import dev.pageturner.json.RawJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import okio.ByteString;

/**
 * What tells the items of a list apart: a member, or the whole item where none is known.
 *
 * @param pointer the member as a JSON Pointer; empty for the whole item
 * @param sure whether two items with the same key are the same item; otherwise they may be equal by
 *     right
 */
record ItemKey(String pointer, boolean sure) {
  private static final List<String> NAMES =
      List.of("id", "_id", "uuid", "guid", "uid", "key", "sku", "slug");
  private static final ItemKey WHOLE = new ItemKey("", false);
  private static final int HASH_DIGITS = 12;

  /** {@return the key of a member, by its name or as a JSON Pointer such as {@code /meta/id}} */
  static ItemKey named(String member) {
    return new ItemKey(pointer(member), true);
  }

  private static String pointer(String member) {
    String pointer =
        member.startsWith("/") ? member : "/" + member.replace("~", "~0").replace("/", "~1");
    RawJson.ofNull().at(pointer); // Throws where it is no pointer.
    return pointer;
  }

  /** {@return this key where equal values do not make one item} */
  ItemKey unsure() {
    return new ItemKey(pointer, false);
  }

  /** {@return the first usual member that each of the items has} */
  static ItemKey of(List<RawJson> items) {
    if (items.isEmpty()) {
      return WHOLE;
    }
    return NAMES.stream()
        .map(ItemKey::named)
        .filter(key -> items.stream().allMatch(key::isIn))
        .findFirst()
        .orElseGet(() -> guessed(items));
  }

  /** A member such as {@code order_id} may belong to something else: its values have to differ. */
  private static ItemKey guessed(List<RawJson> items) {
    Stream<String> ids = items.get(0).kind() == RawJson.Kind.OBJECT
        ? items.get(0).members().keySet().stream().filter(name -> name.matches(".*(_id|Id|ID)"))
        : Stream.of();
    return Stream.concat(ids, Stream.of("name"))
        .map(name -> new ItemKey(pointer(name), false))
        .filter(key -> items.stream().allMatch(key::isIn))
        .filter(key -> items.stream().map(key::of).distinct().count() == items.size())
        .findFirst()
        .orElse(WHOLE);
  }

  private boolean isIn(RawJson item) {
    return item.at(pointer)
        .map(RawJson::kind)
        .filter(kind -> kind == RawJson.Kind.STRING || kind == RawJson.Kind.NUMBER)
        .isPresent();
  }

  /** {@return what tells the item apart; of a whole item a hash} */
  String of(RawJson item) {
    return isIn(item) ? item.at(pointer).orElse(item).text() : hash(item);
  }

  /** {@return a hash of a whole item} */
  static String hash(RawJson item) {
    ByteString text = ByteString.of(item.text().getBytes(StandardCharsets.UTF_8));
    return "#" + text.sha256().hex().substring(0, HASH_DIGITS);
  }

  /** {@return an item in words} */
  String shown(String key) {
    return key.startsWith("#")
        ? "The item with the hash " + key
        : "The item with " + pointer.substring(1) + " " + Shown.value(key);
  }
}
