package dev.pageturner.json;

import dev.pageturner.internal.json.JsonMembers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds its way through JSON text that is known to be valid, and writes such text. */
final class JsonText {
  private static final String ESCAPES = "\"\\/bfnrt";
  private static final String ESCAPED = "\"\\/\b\f\n\r\t";

  private JsonText() {}

  /** {@return the first index from {@code i} on that is not white space} */
  static int skipSpace(String text, int i) {
    // A control character cannot stand between the tokens of a valid text.
    while (text.charAt(i) <= ' ') {
      i++;
    }
    return i;
  }

  /** {@return where the value that starts at {@code i} ends} */
  static int skipValue(String text, int i) {
    return switch (text.charAt(i)) {
      case '"' -> skipString(text, i);
      case '{', '[' -> skipNested(text, i);
      default -> skipScalar(text, i);
    };
  }

  static int skipString(String text, int i) {
    int quote = text.indexOf('"', i + 1);
    while (text.charAt(quote - 1) == '\\' && isEscaped(text, quote, i)) {
      quote = text.indexOf('"', quote + 1);
    }
    return quote + 1;
  }

  private static boolean isEscaped(String text, int quote, int from) {
    int backslashes = 0;
    for (int i = quote - 1; i > from && text.charAt(i) == '\\'; i--) {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  private static int skipNested(String text, int i) {
    int depth = 0;
    do {
      switch (text.charAt(i)) {
        case '"' -> i = skipString(text, i) - 1;
        case '{', '[' -> depth++;
        case '}', ']' -> depth--;
        default -> {}
      }
      i++;
    } while (depth > 0);
    return i;
  }

  private static int skipScalar(String text, int i) {
    while (i < text.length() && ",]}".indexOf(text.charAt(i)) < 0 && text.charAt(i) > ' ') {
      i++;
    }
    return i;
  }

  /**
   * {@return the index behind the comma after a value that ends at {@code i}, or its closing one}
   */
  static int afterValue(String text, int i) {
    int at = skipSpace(text, i);
    return text.charAt(at) == ',' ? skipSpace(text, at + 1) : at;
  }

  /** {@return where the value of the member whose name ends at {@code i} starts} */
  static int afterName(String text, int i) {
    return skipSpace(text, skipSpace(text, i) + 1);
  }

  static @Nullable RawJson member(String text, String name) {
    RawJson found = null;
    int i = skipSpace(text, 1);
    while (text.charAt(i) != '}') {
      int nameEnd = skipString(text, i);
      int from = afterName(text, nameEnd);
      int to = skipValue(text, from);
      if (isNamed(text, i, nameEnd, name)) {
        found = new RawJson(text.substring(from, to));
      }
      i = afterValue(text, to);
    }
    return found;
  }

  private static boolean isNamed(String text, int from, int to, String name) {
    // An escaped name is longer than what it stands for.
    int length = to - from - 2;
    if (length == name.length()) {
      return text.startsWith(name, from + 1) && name.indexOf('\\') < 0;
    }
    return length > name.length() && unquote(text, from, to).equals(name);
  }

  static Map<String, RawJson> members(String text) {
    Map<String, RawJson> members = new LinkedHashMap<>();
    int i = skipSpace(text, 1);
    while (text.charAt(i) != '}') {
      int nameEnd = skipString(text, i);
      int from = afterName(text, nameEnd);
      int to = skipValue(text, from);
      members.put(unquote(text, i, nameEnd), new RawJson(text.substring(from, to)));
      i = afterValue(text, to);
    }
    return Collections.unmodifiableMap(members);
  }

  static @Nullable RawJson element(String text, int index) {
    int i = skipSpace(text, 1);
    for (int left = index; text.charAt(i) != ']'; left--) {
      int to = skipValue(text, i);
      if (left == 0) {
        return new RawJson(text.substring(i, to));
      }
      i = afterValue(text, to);
    }
    return null;
  }

  static List<RawJson> elements(String text) {
    List<RawJson> elements = new ArrayList<>();
    int i = skipSpace(text, 1);
    while (text.charAt(i) != ']') {
      int to = skipValue(text, i);
      elements.add(new RawJson(text.substring(i, to)));
      i = afterValue(text, to);
    }
    return Collections.unmodifiableList(elements);
  }

  /** {@return what the string between two quotes says} */
  static String unquote(String text, int from, int to) {
    int backslash = from + 1;
    while (backslash < to && text.charAt(backslash) != '\\') {
      backslash++;
    }
    if (backslash == to) {
      return text.substring(from + 1, to - 1);
    }
    StringBuilder value = new StringBuilder(to - from).append(text, from + 1, backslash);
    int i = backslash;
    while (i < to - 1) {
      i = text.charAt(i) == '\\' ? unescape(text, i + 1, value) : append(text, i, value);
    }
    return value.toString();
  }

  private static int append(String text, int i, StringBuilder value) {
    value.append(text.charAt(i));
    return i + 1;
  }

  private static int unescape(String text, int i, StringBuilder value) {
    int known = ESCAPES.indexOf(text.charAt(i));
    if (known >= 0) {
      value.append(ESCAPED.charAt(known));
      return i + 1;
    }
    value.append((char) Integer.parseInt(text, i + 1, i + 5, 16));
    return i + 5;
  }

  static String array(List<RawJson> elements) {
    StringBuilder text = new StringBuilder("[");
    for (RawJson element : elements) {
      text.append(text.length() > 1 ? "," : "").append(element.text());
    }
    return text.append(']').toString();
  }

  static String object(Map<String, RawJson> members) {
    StringBuilder text = new StringBuilder("{");
    members.forEach((name, value) -> text.append(text.length() > 1 ? "," : "")
        .append(JsonMembers.quoted(name))
        .append(':')
        .append(value.text()));
    return text.append('}').toString();
  }
}
