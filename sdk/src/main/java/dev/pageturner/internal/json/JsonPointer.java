package dev.pageturner.internal.json;

import dev.pageturner.internal.json.JsonPath.Index;
import dev.pageturner.internal.json.JsonPath.Name;
import dev.pageturner.internal.json.JsonPath.Step;
import java.util.ArrayList;
import java.util.List;

/** Reads JSON Pointers, RFC 6901. */
final class JsonPointer {
  private JsonPointer() {}

  static List<Step> parse(String pointer) {
    checkEscapes(pointer);
    List<Step> steps = new ArrayList<>();
    int slash = 0;
    while (slash < pointer.length()) {
      int next = pointer.indexOf('/', slash + 1);
      int end = next < 0 ? pointer.length() : next;
      steps.add(step(unescaped(pointer.substring(slash + 1, end))));
      slash = end;
    }
    return steps;
  }

  /** A token is an index if it is written as one: no sign, no leading zero. */
  private static Step step(String token) {
    boolean digits = !token.isEmpty() && token.chars().allMatch(c -> c >= '0' && c <= '9');
    boolean leadingZero = token.length() > 1 && token.charAt(0) == '0';
    if (!digits || leadingZero || token.length() > 10) {
      return new Name(token);
    }
    long index = Long.parseLong(token);
    return index <= Integer.MAX_VALUE ? new Index((int) index) : new Name(token);
  }

  /** ~1 first: ~01 stands for ~1, not for a slash (RFC 6901 section 4). */
  private static String unescaped(String token) {
    return token.replace("~1", "/").replace("~0", "~");
  }

  private static void checkEscapes(String pointer) {
    int tilde = pointer.indexOf('~');
    while (tilde >= 0) {
      if (!pointer.startsWith("0", tilde + 1) && !pointer.startsWith("1", tilde + 1)) {
        throw new IllegalArgumentException(
            "~ without 0 or 1 at index " + tilde + " of JSON Pointer: " + pointer);
      }
      tilde = pointer.indexOf('~', tilde + 1);
    }
  }
}
