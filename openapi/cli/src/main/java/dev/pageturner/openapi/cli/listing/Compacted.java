package dev.pageturner.openapi.cli.listing;

import dev.pageturner.json.RawJson;

/**
 * A value as one line. What stood on one line stays byte for byte; of what was spread over several
 * lines the white space between the tokens is left out. No token changes.
 */
final class Compacted {
  private Compacted() {}

  static RawJson of(RawJson json) {
    String text = json.text();
    return text.indexOf('\n') < 0 && text.indexOf('\r') < 0
        ? json
        : RawJson.parse(withoutSpace(text));
  }

  private static String withoutSpace(String text) {
    StringBuilder line = new StringBuilder(text.length());
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        line.append(c).append(text.charAt(++i));
        continue;
      }
      quoted ^= c == '"';
      if (quoted || c > ' ') {
        line.append(c);
      }
    }
    return line.toString();
  }
}
