package dev.pageturner.internal.url;

import dev.pageturner.internal.url.LinkHeader.Link;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Reads one Link field, RFC 8288 appendix B: forwards only, each character once; used once. */
final class LinkFieldParser {
  /** OWS, and the line ends of an obsolete folded line. */
  private static final String BLANKS = " \t\r\n";

  private final String field;
  private int at;

  LinkFieldParser(String field) {
    this.field = field;
  }

  /** Leaves out empty list members, then tells whether a whole target follows. */
  boolean hasNext() {
    skip(BLANKS + ",");
    return peek() == '<' && field.indexOf('>', at) > 0;
  }

  Link next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    at++;
    String target = until(">");
    at++;
    return parameters(target);
  }

  private Link parameters(String target) {
    Map<String, String> parameters = new LinkedHashMap<>();
    skip(BLANKS);
    while (peek() == ';') {
      at++;
      skip(BLANKS);
      parameter(parameters);
      skip(BLANKS);
    }
    String relations = parameters.getOrDefault("rel", "").strip();
    parameters.remove("rel");
    return new Link(
        target,
        relations.isEmpty() ? List.of() : List.of(relations.split("[ \t\r\n]+")),
        parameters);
  }

  private void parameter(Map<String, String> parameters) {
    String name = until(BLANKS + "=;,").toLowerCase(Locale.ROOT);
    skip(BLANKS);
    String value = "";
    if (peek() == '=') {
      at++;
      skip(BLANKS);
      value = peek() == '"' ? quoted() : until(";,").stripTrailing();
    }
    if (name.isEmpty()) {
      return;
    }
    Optional<String> decoded =
        name.endsWith("*") ? ExtendedValue.decode(value) : Optional.of(value);
    decoded.ifPresent(text -> parameters.putIfAbsent(name, text));
  }

  /** RFC 8288 appendix B.4; the end of the field ends it too. */
  private String quoted() {
    StringBuilder value = new StringBuilder();
    at++;
    while (at < field.length() && peek() != '"') {
      if (peek() == '\\' && at + 1 < field.length()) {
        at++;
      }
      value.append(peek());
      at++;
    }
    at++;
    return value.toString();
  }

  private String until(String ends) {
    int start = at;
    while (at < field.length() && ends.indexOf(field.charAt(at)) < 0) {
      at++;
    }
    return field.substring(start, at);
  }

  private void skip(String characters) {
    while (at < field.length() && characters.indexOf(field.charAt(at)) >= 0) {
      at++;
    }
  }

  /** The next character, or NUL at the end: no rule here asks for a NUL. */
  private char peek() {
    return at < field.length() ? field.charAt(at) : '\0';
  }
}
