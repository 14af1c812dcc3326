package dev.pageturner.internal.json;

import dev.pageturner.internal.json.PathExpression.Index;
import dev.pageturner.internal.json.PathExpression.Name;
import dev.pageturner.internal.json.PathExpression.Step;
import java.util.ArrayList;
import java.util.List;

/** JSON Pointers, RFC 6901. */
public final class JsonPointer {
  private JsonPointer() {}

  /**
   * {@return the tokens between the slashes, unescaped; none for the empty pointer}
   *
   * @throws IllegalArgumentException if the text is no pointer
   */
  public static List<String> tokens(String pointer) {
    if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
      throw new IllegalArgumentException("a JSON Pointer begins with '/': " + pointer);
    }
    checkEscapes(pointer);
    List<String> tokens = new ArrayList<>();
    int slash = 0;
    while (slash < pointer.length()) {
      int next = pointer.indexOf('/', slash + 1);
      int end = next < 0 ? pointer.length() : next;
      tokens.add(unescaped(pointer.substring(slash + 1, end)));
      slash = end;
    }
    return tokens;
  }

  /**
   * {@return the index that a token names in an array, or -1 if it is not written as one: digits
   * without a sign or a leading zero, and no more than an array can have}
   */
  public static int index(String token) {
    boolean digits = !token.isEmpty() && token.chars().allMatch(c -> c >= '0' && c <= '9');
    boolean leadingZero = token.length() > 1 && token.charAt(0) == '0';
    if (!digits || leadingZero || token.length() > 10) {
      return -1;
    }
    long index = Long.parseLong(token);
    return index <= Integer.MAX_VALUE ? (int) index : -1;
  }

  static List<Step> parse(String pointer) {
    List<Step> steps = new ArrayList<>();
    for (String token : tokens(pointer)) {
      int index = index(token);
      steps.add(index < 0 ? new Name(token) : new Index(index));
    }
    return steps;
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
