package dev.pageturner.openapi.mockserver.internal.list;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.mockserver.internal.sample.Described;
import dev.pageturner.openapi.mockserver.internal.sample.Identifier;
import dev.pageturner.openapi.mockserver.internal.sample.Samples;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes places as cursors and reads them back, without a table: a cursor outlives the server.
 *
 * <p>A cursor is opaque text with a check of the list it belongs to, so that a foreign or invented
 * one is noticed. Where the document allows no such text it is a number, an id, whatever it allows,
 * or an object that holds such a value.
 */
final class Cursors {
  private static final Pattern PLAIN =
      Pattern.compile("(-?\\d{1,18}):(\\d{1,9}):([0-9a-f]{1,16})(?::([0-9a-f-]{1,60}))?");
  /** Numbers of places start here, so that rows before the first one have cursors as well. */
  private static final long MIDDLE = 1_000_000;

  private final String check;
  private final boolean opaque;
  private final Identifier restricted;
  private final Optional<CursorHolder> holder;

  private Cursors(Described said, long seed, Optional<CursorHolder> holder) {
    this.check = Long.toHexString(seed & 0xffff_ffffL);
    this.opaque = said.schemas().isEmpty() || said.accepts(RawJson.of(write(0, 0, check, "")));
    this.restricted = Identifier.of(said.schemas(), "cursor");
    this.holder = holder;
  }

  /**
   * {@return the cursors of a list}
   *
   * @param said what the document says about the cursor
   * @param samples what makes the rest of an object, locked by the caller
   * @param seed what tells the list from others
   */
  static Cursors of(Described said, Samples samples, long seed) {
    Optional<CursorHolder> holder = CursorHolder.of(said, samples, seed);
    Described place = holder.map(object -> said.member(object.member())).orElse(said);
    return new Cursors(place, seed, holder);
  }

  /** {@return whether several cursors of one place can be told apart} */
  boolean isOpaque() {
    return opaque;
  }

  /** {@return whether a cursor is a text of its own, no object that holds one} */
  boolean isPlain() {
    return opaque && holder.isEmpty();
  }

  /** {@return what tells cursors of this list from others} */
  String check() {
    return check;
  }

  /**
   * {@return the cursor of a place}
   *
   * @param again tells cursors of one place apart
   * @param stamp what the cursor says besides, empty for nothing; only opaque ones have room for it
   */
  RawJson write(long place, int again, String stamp) {
    RawJson value =
        opaque ? RawJson.of(write(place, again, check, stamp)) : restricted.value(place + MIDDLE);
    return holder.map(object -> object.with(value)).orElse(value);
  }

  private static String write(long place, int again, String check, String stamp) {
    String plain = place + ":" + again + ":" + check + (stamp.isEmpty() ? "" : ":" + stamp);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** {@return the place of a cursor, empty for one that this list never gave} */
  OptionalLong read(String cursor) {
    Optional<String> place = held(cursor);
    return place.isPresent() ? readPlace(place.get()) : OptionalLong.empty();
  }

  private Optional<String> held(String cursor) {
    return holder.isPresent() ? holder.get().place(cursor) : Optional.of(cursor);
  }

  /** {@return what a cursor says besides its place, empty if that is nothing} */
  Optional<Stamp> stamp(String cursor) {
    return held(cursor)
        .map(Cursors::parts)
        .filter(parts -> !parts.isEmpty())
        .flatMap(parts -> Stamp.parse(parts.get(3)));
  }

  private OptionalLong readPlace(String cursor) {
    if (!opaque) {
      OptionalLong number = restricted.number(cursor);
      return number.isPresent() ? OptionalLong.of(number.getAsLong() - MIDDLE) : number;
    }
    List<String> parts = parts(cursor);
    return !parts.isEmpty() && parts.get(2).equals(check)
        ? OptionalLong.of(Long.parseLong(parts.get(0)))
        : OptionalLong.empty();
  }

  private static List<String> parts(String cursor) {
    try {
      byte[] plain = Base64.getUrlDecoder().decode(cursor);
      Matcher matcher = PLAIN.matcher(new String(plain, StandardCharsets.UTF_8));
      return matcher.matches()
          ? List.of(
              matcher.group(1),
              matcher.group(2),
              matcher.group(3),
              matcher.group(4) == null ? "" : matcher.group(4))
          : List.of();
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }
}
