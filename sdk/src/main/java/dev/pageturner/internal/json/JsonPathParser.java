package dev.pageturner.internal.json;

import dev.pageturner.internal.json.PathExpression.Index;
import dev.pageturner.internal.json.PathExpression.Literal;
import dev.pageturner.internal.json.PathExpression.Name;
import dev.pageturner.internal.json.PathExpression.Step;
import dev.pageturner.internal.json.PathExpression.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the part of RFC 9535 that leads to one value, and one form of filter; used once. */
final class JsonPathParser {
  /** RFC 9535 section 2.1: the integers that every JSON implementation reads exactly. */
  private static final long LARGEST = (1L << 53) - 1;

  /** RFC 9535 section 2.3.5.1: what a literal is besides a string. */
  private static final Pattern LITERAL =
      Pattern.compile("true|false|null|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
  /** A string that our short form takes without quotes; never like a number. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.:/-]*");

  private final String text;
  private final List<Step> steps = new ArrayList<>();
  private int at;

  JsonPathParser(String text) {
    this.text = text;
  }

  List<Step> parse() {
    if (peek() == '$') {
      at++;
    } else if (peek() != '[') {
      steps.add(new Name(name()));
    }
    while (at < text.length()) {
      skipBlanks();
      segment();
    }
    return steps;
  }

  private void segment() {
    if (accept('[')) {
      skipBlanks();
      steps.add(selector());
      skipBlanks();
      endSelector();
    } else if (accept('.')) {
      steps.add(new Name(name()));
    } else if (at == text.length()) {
      throw error("blanks at the end", at - 1);
    } else {
      throw error("neither . nor [", at);
    }
  }

  private Step selector() {
    char c = peek();
    if (c == '\'' || c == '"') {
      return new Name(quoted());
    }
    if (c == '?') {
      return filter();
    }
    if (c == '*') {
      throw error("wildcards are not supported:", at);
    }
    if (c == ':') {
      throw error("slices are not supported:", at);
    }
    return index();
  }

  private void endSelector() {
    if (peek() == ',') {
      throw error("several selectors are not supported:", at);
    }
    if (peek() == ':') {
      throw error("slices are not supported:", at);
    }
    expect(']');
  }

  private Step index() {
    int start = at;
    boolean negative = accept('-');
    int digits = at;
    while (isDigit(peek())) {
      at++;
    }
    boolean leadingZero = peekAt(digits) == '0' && (negative || at > digits + 1);
    if (at == digits || leadingZero || at - digits > 16) {
      throw error("neither an index nor a name in quotes", start);
    }
    long index = Long.parseLong(text, start, at, 10);
    if (Math.abs(index) > LARGEST) {
      throw error("an index beyond 2^53 - 1", start);
    }
    return new Index((int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, index)));
  }

  /** {@code ?relation=next}, {@code ?@.relation=='next'}, {@code ?(@['relation']=="next")}. */
  private Step filter() {
    expect('?');
    skipBlanks();
    boolean parenthesis = accept('(');
    skipBlanks();
    String name = filterName();
    skipBlanks();
    if (!accept('=')) {
      throw error("filters other than [?name=value] are not supported:", at);
    }
    boolean standard = accept('=');
    skipBlanks();
    Literal value = literal(standard);
    if (parenthesis) {
      skipBlanks();
      expect(')');
    }
    return new Where(name, value);
  }

  private String filterName() {
    if (!accept('@')) {
      return name();
    }
    if (accept('.')) {
      return name();
    }
    expect('[');
    skipBlanks();
    String name = quoted();
    skipBlanks();
    expect(']');
    return name;
  }

  private Literal literal(boolean standard) {
    if (peek() == '\'' || peek() == '"') {
      return new Literal(true, quoted());
    }
    int start = at;
    while (at < text.length() && " \t\r\n]()[&|=<>!'\",@$?*".indexOf(peek()) < 0) {
      at++;
    }
    String plain = text.substring(start, at);
    if (LITERAL.matcher(plain).matches()) {
      return new Literal(false, plain);
    } else if (!standard && NAME.matcher(plain).matches()) {
      return new Literal(true, plain);
    }
    throw error("no value in quotes, number, true, false or null", start);
  }

  private String name() {
    int start = at;
    while (at < text.length() && isNameChar(peek(), at == start)) {
      at++;
    }
    if (at == start) {
      throw noName();
    }
    return text.substring(start, at);
  }

  private IllegalArgumentException noName() {
    if (peek() == '.' && at > 0) {
      return error(".. is not supported:", at - 1);
    }
    if (peek() == '[' || at == text.length()) {
      return error("no name", at);
    }
    if (peek() == '*') {
      return error("wildcards are not supported:", at);
    }
    return error("not a plain name, which else is written ['name'] or /name,", at);
  }

  /** RFC 9535 section 2.5.1.1, and the hyphen, which it gives no other meaning. */
  private static boolean isNameChar(char c, boolean first) {
    boolean letter = c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
    return letter || (!first && (c == '-' || isDigit(c)));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private String quoted() {
    PathString string = new PathString(text, at);
    String value = string.read();
    at = string.end();
    return value;
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean accept(char c) {
    boolean here = at < text.length() && text.charAt(at) == c;
    if (here) {
      at++;
    }
    return here;
  }

  private void expect(char c) {
    if (!accept(c)) {
      throw error("no " + c, at);
    }
  }

  /** The next character, or NUL at the end: no rule here accepts a NUL. */
  private char peek() {
    return peekAt(at);
  }

  private char peekAt(int index) {
    return index < text.length() ? text.charAt(index) : '\0';
  }

  private IllegalArgumentException error(String what, int index) {
    return new IllegalArgumentException(what + " at index " + index + " of path: " + text);
  }
}
