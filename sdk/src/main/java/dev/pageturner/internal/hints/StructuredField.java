package dev.pageturner.internal.hints;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okio.ByteString;

/**
 * Structured field values of HTTP (RFC 9651). A field of several lines is read as one, and a
 * malformed one is read as none, as section 4.2 demands.
 */
final class StructuredField {
  private StructuredField() {}

  /** A member of a list or dictionary. */
  sealed interface Member {
    /** {@return the parameters, in order} */
    Map<String, Bare> parameters();
  }

  /** A value with parameters. */
  record Item(Bare value, Map<String, Bare> parameters) implements Member {}

  /** A list within a list or dictionary. */
  record InnerList(List<Item> items, Map<String, Bare> parameters) implements Member {}

  /** A value without parameters. */
  sealed interface Bare {}

  /** At most 15 digits. */
  record Int(long value) implements Bare {}

  /** At most 12 digits, and 3 after the point. */
  record Decimal(BigDecimal value) implements Bare {}

  /** Printable ASCII. */
  record Text(String value) implements Bare {}

  /** A word. */
  record Token(String value) implements Bare {}

  /** Any bytes. */
  record Bytes(ByteString value) implements Bare {}

  /** True or false. */
  record Bool(boolean value) implements Bare {}

  /** Seconds since 1970. */
  record Date(long seconds) implements Bare {}

  /** Any characters of Unicode. */
  record Display(String value) implements Bare {}

  /** {@return the field as a list, none if it is malformed; no lines are an empty list} */
  static Optional<List<Member>> list(List<String> lines) {
    return StructuredFieldParser.parse(lines, StructuredFieldParser::list);
  }

  /** {@return the field as a dictionary in order, none if it is malformed} */
  static Optional<Map<String, Member>> dictionary(List<String> lines) {
    return StructuredFieldParser.parse(lines, StructuredFieldParser::dictionary);
  }

  /** {@return the field as an item, none if it is malformed} */
  static Optional<Item> item(List<String> lines) {
    return StructuredFieldParser.parse(lines, StructuredFieldParser::item);
  }
}
