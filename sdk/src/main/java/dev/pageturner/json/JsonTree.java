package dev.pageturner.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads valid JSON text into maps, lists and exact numbers, in one pass. */
final class JsonTree {
  private final String text;
  private int at;

  JsonTree(String text) {
    this.text = text;
  }

  // Recursion is bounded by the nesting that the scanner allows.
  @Nullable
  Object read() {
    return switch (text.charAt(at)) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, @Nullable Object> object() {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    at = JsonText.skipSpace(text, at + 1);
    while (text.charAt(at) != '}') {
      String name = string();
      at = JsonText.afterName(text, at);
      members.put(name, read());
      at = JsonText.afterValue(text, at);
    }
    at++;
    return members;
  }

  private List<@Nullable Object> array() {
    List<@Nullable Object> elements = new ArrayList<>();
    at = JsonText.skipSpace(text, at + 1);
    while (text.charAt(at) != ']') {
      elements.add(read());
      at = JsonText.afterValue(text, at);
    }
    at++;
    return elements;
  }

  private String string() {
    int from = at;
    at = JsonText.skipString(text, from);
    return JsonText.unquote(text, from, at);
  }

  private @Nullable Object word(String word, @Nullable Boolean value) {
    at += word.length();
    return value;
  }

  private Number number() {
    int from = at;
    at = JsonText.skipValue(text, from);
    return JsonNumber.toNumber(text.substring(from, at));
  }
}
