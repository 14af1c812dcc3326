package dev.pageturner.internal.hints;

import dev.pageturner.internal.hints.StructuredField.Bare;
import dev.pageturner.internal.hints.StructuredField.Bool;
import dev.pageturner.internal.hints.StructuredField.InnerList;
import dev.pageturner.internal.hints.StructuredField.Item;
import dev.pageturner.internal.hints.StructuredField.Member;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads lists, dictionaries, items and their parameters: the algorithms of RFC 9651, section 4.2.
 * Takes time linear in the length.
 */
final class StructuredFieldParser {
  private final FieldText text;
  private final BareItemParser bareItems;

  private StructuredFieldParser(FieldText text) {
    this.text = text;
    this.bareItems = new BareItemParser(text);
  }

  static <T> Optional<T> parse(List<String> lines, Function<StructuredFieldParser, T> type) {
    FieldText text = new FieldText(String.join(", ", lines));
    try {
      text.skipSpaces();
      T value = type.apply(new StructuredFieldParser(text));
      text.skipSpaces();
      return text.isAtEnd() ? Optional.of(value) : Optional.empty();
    } catch (FieldText.Malformed malformed) {
      return Optional.empty();
    }
  }

  /** Section 4.2.1. */
  List<Member> list() {
    List<Member> members = new ArrayList<>();
    while (!text.isAtEnd()) {
      members.add(member());
      skipComma();
    }
    return Collections.unmodifiableList(members);
  }

  /** Section 4.2.2: the last value of a key counts, at the place of the first. */
  Map<String, Member> dictionary() {
    Map<String, Member> members = new LinkedHashMap<>();
    while (!text.isAtEnd()) {
      String key = key();
      members.put(key, text.skip('=') ? member() : new Item(new Bool(true), parameters()));
      skipComma();
    }
    return Collections.unmodifiableMap(members);
  }

  /** A comma must be followed by something. */
  private void skipComma() {
    text.skipBlanks();
    if (!text.isAtEnd()) {
      text.expect(',');
      text.skipBlanks();
      text.require(!text.isAtEnd());
    }
  }

  private Member member() {
    return text.peek() == '(' ? innerList() : item();
  }

  /** Section 4.2.1.2. */
  private InnerList innerList() {
    text.expect('(');
    List<Item> items = new ArrayList<>();
    text.skipSpaces();
    while (!text.skip(')')) {
      items.add(item());
      text.require(text.peek() == ' ' || text.peek() == ')');
      text.skipSpaces();
    }
    return new InnerList(Collections.unmodifiableList(items), parameters());
  }

  /** Section 4.2.3. */
  Item item() {
    Bare value = bareItems.parse();
    return new Item(value, parameters());
  }

  /** Section 4.2.3.2. */
  private Map<String, Bare> parameters() {
    Map<String, Bare> parameters = new LinkedHashMap<>();
    while (text.skip(';')) {
      text.skipSpaces();
      String key = key();
      parameters.put(key, text.skip('=') ? bareItems.parse() : new Bool(true));
    }
    return Collections.unmodifiableMap(parameters);
  }

  /** Section 4.2.3.3. */
  private String key() {
    text.require(isLowerCase(text.peek()) || text.peek() == '*');
    return text.takeWhile(c -> isLowerCase(c) || FieldText.isDigit(c) || "_-.*".indexOf(c) >= 0);
  }

  private static boolean isLowerCase(int c) {
    return c >= 'a' && c <= 'z';
  }
}
