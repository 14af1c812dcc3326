package dev.pageturner.internal.json;

import dev.pageturner.internal.json.PathExpression.Index;
import dev.pageturner.internal.json.PathExpression.Literal;
import dev.pageturner.internal.json.PathExpression.Name;
import dev.pageturner.internal.json.PathExpression.Step;
import dev.pageturner.internal.json.PathExpression.Where;

/** Writes steps in the normalised form of RFC 9535 section 2.7, plain names after a dot. */
final class PathText {
  private PathText() {}

  static void append(StringBuilder text, Step step) {
    if (step instanceof Name name) {
      appendName(text, name.name());
    } else if (step instanceof Index index) {
      text.append('[').append(index.index()).append(']');
    } else if (step instanceof Where where) {
      text.append("[?@");
      appendName(text, where.name());
      text.append("==");
      appendLiteral(text, where.value());
      text.append(']');
    }
  }

  private static void appendLiteral(StringBuilder text, Literal literal) {
    if (literal.isText()) {
      appendQuoted(text, literal.text());
    } else {
      text.append(literal.text());
    }
  }

  private static void appendName(StringBuilder text, String name) {
    if (isPlain(name)) {
      text.append('.').append(name);
      return;
    }
    text.append('[');
    appendQuoted(text, name);
    text.append(']');
  }

  private static boolean isPlain(String name) {
    return !name.isEmpty()
        && isFirst(name.charAt(0))
        && name.chars().allMatch(c -> isFirst((char) c) || (c >= '0' && c <= '9'));
  }

  private static boolean isFirst(char c) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static void appendQuoted(StringBuilder text, String value) {
    text.append('\'');
    for (int i = 0; i < value.length(); i++) {
      appendEscaped(text, value.charAt(i));
    }
    text.append('\'');
  }

  private static void appendEscaped(StringBuilder text, char c) {
    switch (c) {
      case '\b' -> text.append("\\b");
      case '\t' -> text.append("\\t");
      case '\n' -> text.append("\\n");
      case '\f' -> text.append("\\f");
      case '\r' -> text.append("\\r");
      case '\'', '\\' -> text.append('\\').append(c);
      default -> {
        if (c < ' ') {
          text.append("\\u%04x".formatted((int) c));
        } else {
          text.append(c);
        }
      }
    }
  }
}
