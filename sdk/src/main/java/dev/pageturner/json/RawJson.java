package dev.pageturner.json;

import dev.pageturner.internal.json.JsonMembers;
import dev.pageturner.internal.json.JsonPointer;
import dev.pageturner.internal.json.JsonScanner;
import dev.pageturner.internal.json.NotJson;
import dev.pageturner.internal.json.Utf8;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One JSON value (RFC 8259), kept exactly as it was received: each digit of a number, each escape,
 * the order of the members, the white space within.
 *
 * <p>It is text that is known to be valid, and is read where and when it is asked for. Two values
 * are equal if their texts are: {@code 1.0} is not equal to {@code 1}. Values are immutable, and
 * may be shared between threads. Messages of exceptions say where and what kind, never the text.
 */
public final class RawJson {
  /** What a value is. */
  public enum Kind {
    /** Members in braces. */
    OBJECT,
    /** Elements in brackets. */
    ARRAY,
    /** Text in quotes. */
    STRING,
    /** A decimal number of any size. */
    NUMBER,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** {@code null}. */
    NULL
  }

  private static final RawJson NULL = new RawJson("null");
  private static final RawJson TRUE = new RawJson("true");
  private static final RawJson FALSE = new RawJson("false");

  private final String text;

  /** Trusts that the text is one valid value, without white space around it. */
  RawJson(String text) {
    this.text = text;
  }

  /**
   * Reads one value, strictly: no comments, no second value, nothing but white space around it,
   * arrays and objects nested at most 255 deep. Takes time linear in the length.
   *
   * @param text the JSON; white space around the value is dropped
   * @return the value
   * @throws IllegalArgumentException if it is not JSON; the message names the character, from 0,
   *     and what was expected there
   */
  public static RawJson parse(String text) {
    int lone = Utf8.firstLoneSurrogate(text);
    if (lone >= 0) {
      throw new IllegalArgumentException("not JSON at character " + lone + ": half a character");
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      JsonScanner.check(bytes, 0, bytes.length);
    } catch (NotJson e) {
      int character = new String(bytes, 0, e.offset(), StandardCharsets.UTF_8).length();
      throw new IllegalArgumentException(
          "not JSON at character " + character + ": " + e.getMessage());
    }
    return checked(text);
  }

  /** {@return the value of a text that was checked, without the white space around it} */
  static RawJson checked(String text) {
    // Whatever else trim() drops cannot stand around a checked value.
    return new RawJson(text.trim());
  }

  /** {@return a string; half a surrogate pair becomes an escape, so that it is kept} */
  public static RawJson of(String value) {
    return new RawJson(JsonMembers.quoted(value));
  }

  /** {@return an integer} */
  public static RawJson of(long value) {
    return new RawJson(Long.toString(value));
  }

  /** {@return an integer of any size} */
  public static RawJson of(BigInteger value) {
    return new RawJson(value.toString());
  }

  /** {@return a number, as {@link BigDecimal#toString} writes it} */
  public static RawJson of(BigDecimal value) {
    return new RawJson(value.toString());
  }

  /** {@return a boolean} */
  public static RawJson of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** {@return {@code null}} */
  public static RawJson ofNull() {
    return NULL;
  }

  /** {@return an array of these elements} */
  public static RawJson ofArray(List<RawJson> elements) {
    return new RawJson(JsonText.array(elements));
  }

  /** {@return an object of these members, in the map's order} */
  public static RawJson ofObject(Map<String, RawJson> members) {
    return new RawJson(JsonText.object(members));
  }

  /** {@return the exact text, without white space around it} */
  public String text() {
    return text;
  }

  /** {@return what this is} */
  public Kind kind() {
    return switch (text.charAt(0)) {
      case '{' -> Kind.OBJECT;
      case '[' -> Kind.ARRAY;
      case '"' -> Kind.STRING;
      case 't', 'f' -> Kind.BOOLEAN;
      case 'n' -> Kind.NULL;
      default -> Kind.NUMBER;
    };
  }

  /** {@return whether this is {@code null}} */
  public boolean isNull() {
    return text.charAt(0) == 'n';
  }

  /**
   * {@return the member of that name; empty if there is none, or if this is not an object}
   *
   * <p>A member whose value is {@code null} is there. Of several members of one name the last
   * counts. Takes time linear in the length of this value.
   */
  public Optional<RawJson> get(String name) {
    Objects.requireNonNull(name, "name");
    return kind() == Kind.OBJECT ? Optional.ofNullable(JsonText.member(text, name)) : none();
  }

  private static Optional<RawJson> none() {
    return Optional.empty();
  }

  /**
   * {@return the value that a JSON Pointer (RFC 6901) leads to, such as {@code /data/0/id}; empty
   * if there is none}
   *
   * @param path the pointer; the empty string leads to this value
   * @throws IllegalArgumentException if it is neither empty nor begins with a slash, or has a tilde
   *     that is followed by neither 0 nor 1
   */
  public Optional<RawJson> at(String path) {
    Optional<RawJson> value = Optional.of(this);
    for (String step : JsonPointer.tokens(path)) {
      value = value.flatMap(v -> v.step(step));
    }
    return value;
  }

  private Optional<RawJson> step(String step) {
    if (kind() != Kind.ARRAY) {
      return get(step);
    }
    int index = JsonPointer.index(step);
    return index < 0 ? none() : Optional.ofNullable(JsonText.element(text, index));
  }

  /**
   * {@return the text of a string, its escapes undone; half a surrogate pair if an escape says so}
   *
   * @throws IllegalStateException if this is no string
   */
  public String asString() {
    require(Kind.STRING);
    return JsonText.unquote(text, 0, text.length());
  }

  /**
   * {@return the number as a long, exactly; {@code 1.0} and {@code 1e0} are 1}
   *
   * @throws IllegalStateException if it is no number, no integer, or does not fit
   */
  public long asLong() {
    require(Kind.NUMBER);
    return JsonNumber.toLong(text);
  }

  /**
   * {@return the number, exactly, with its scale}
   *
   * <p>A number such as {@code 1e1000000000} costs nothing here, but may cost all memory when it is
   * added to another one or written without its exponent.
   *
   * @throws IllegalStateException if it is no number, has more than 10,000 digits, or its exponent
   *     has no place in an int
   */
  public BigDecimal asNumber() {
    require(Kind.NUMBER);
    return JsonNumber.toDecimal(text);
  }

  /** {@return whether this is {@code true}, given that it is a boolean} */
  public boolean asBoolean() {
    require(Kind.BOOLEAN);
    return text.charAt(0) == 't';
  }

  /**
   * {@return the elements of an array, in order}
   *
   * @throws IllegalStateException if this is no array
   */
  public List<RawJson> elements() {
    require(Kind.ARRAY);
    return JsonText.elements(text);
  }

  /**
   * {@return the members of an object, in order; of several of one name, the last value at the
   * first's place}
   *
   * @throws IllegalStateException if this is no object
   */
  public Map<String, RawJson> members() {
    require(Kind.OBJECT);
    return JsonText.members(text);
  }

  /**
   * {@return this as a fresh tree of {@code Map}, {@code List}, {@code String}, {@code Boolean} and
   * {@code null}, with numbers as the first of {@code Long}, {@code BigInteger} and
   * {@code BigDecimal} that holds them exactly}
   *
   * @throws IllegalStateException if it holds a number that {@link #asNumber} would refuse
   */
  public @Nullable Object toObject() {
    return new JsonTree(text).read();
  }

  private void require(Kind wanted) {
    if (kind() != wanted) {
      throw new IllegalStateException("not a JSON " + word(wanted) + " but " + word(kind()));
    }
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** {@return whether the other value has the same text} */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RawJson json && json.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** {@return the exact text} */
  @Override
  public String toString() {
    return text;
  }
}
