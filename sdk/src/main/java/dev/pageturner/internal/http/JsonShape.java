package dev.pageturner.internal.http;

/** Whether JSON was cut, told by its brackets alone. */
final class JsonShape {
  private JsonShape() {}

  /** {@return whether all brackets and strings that open also close} */
  static boolean isWhole(byte[] json, int from, int to) {
    int depth = 0;
    boolean inString = false;
    for (int i = from; i < to; i++) {
      byte b = json[i];
      if (inString) {
        if (b == '\\') {
          i++;
        } else if (b == '"') {
          inString = false;
        }
      } else if (b == '"') {
        inString = true;
      } else if (b == '{' || b == '[') {
        depth++;
      } else if (b == '}' || b == ']') {
        depth--;
      }
    }
    return depth == 0 && !inString;
  }
}
