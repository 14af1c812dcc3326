package dev.pageturner.internal.json;

import dev.pageturner.internal.json.NotJson.Reason;

/**
 * Checks that bytes are exactly one JSON value (RFC 8259) in strict UTF-8.
 *
 * <p>Moshi's reader is meant for reading, not for checking: it lets control characters in strings
 * pass, replaces invalid UTF-8, and never looks inside what is skipped. One scan before it makes
 * sure that what is read is what was sent. The scan holds no text and does not recurse.
 */
public final class JsonScanner {
  /** The deepest nesting that Moshi reads. */
  public static final int MAX_NESTING = 255;

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private enum State {
    VALUE,
    FIRST_ELEMENT,
    FIRST_NAME,
    NAME,
    AFTER_VALUE,
    DONE
  }

  private final byte[] bytes;
  private final int from;
  private final int to;
  private final int maxNesting;
  private final long[] objects;
  private int at;
  private int depth;

  private JsonScanner(byte[] bytes, int from, int to, int maxNesting) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.maxNesting = maxNesting;
    this.objects = new long[maxNesting / Long.SIZE + 1];
    this.at = from;
  }

  /** Checks with {@link #MAX_NESTING}; see {@link #check(byte[], int, int, int)}. */
  public static void check(byte[] bytes, int from, int to) throws NotJson {
    check(bytes, from, to, MAX_NESTING);
  }

  /**
   * Checks that the bytes are one JSON value with nothing but white space around it.
   *
   * @param bytes the text
   * @param from where it starts; a byte order mark there is not accepted
   * @param to where it ends
   * @param maxNesting how deep arrays and objects may be nested
   * @throws NotJson if they are not
   */
  public static void check(byte[] bytes, int from, int to, int maxNesting) throws NotJson {
    new JsonScanner(bytes, from, to, maxNesting).document();
  }

  private void document() throws NotJson {
    State state = State.VALUE;
    while (state != State.DONE) {
      skipSpace();
      state = switch (state) {
        case VALUE -> value();
        case FIRST_ELEMENT -> next(']') ? close() : value();
        case FIRST_NAME -> next('}') ? close() : name("a name in quotes or '}'");
        case NAME -> name("a name in quotes");
        case AFTER_VALUE -> afterValue();
        case DONE -> throw new IllegalStateException();
      };
    }
    if (at < to) {
      throw expected("nothing after the value");
    }
  }

  private State value() throws NotJson {
    switch (at < to ? bytes[at] : 0) {
      case '{' -> {
        return open(true, State.FIRST_NAME);
      }
      case '[' -> {
        return open(false, State.FIRST_ELEMENT);
      }
      case '"' -> string();
      case 't' -> literal("true");
      case 'f' -> literal("false");
      case 'n' -> literal("null");
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> throw expected("a value");
    }
    return State.AFTER_VALUE;
  }

  private State name(String what) throws NotJson {
    if (!(at < to && bytes[at] == '"')) {
      throw expected(what);
    }
    string();
    skipSpace();
    if (!next(':')) {
      throw expected("':'");
    }
    return State.VALUE;
  }

  private State afterValue() throws NotJson {
    if (depth == 0) {
      return State.DONE;
    }
    boolean object = inObject();
    if (next(',')) {
      return object ? State.NAME : State.VALUE;
    }
    if (next(object ? '}' : ']')) {
      return close();
    }
    throw expected(object ? "',' or '}'" : "',' or ']'");
  }

  private State open(boolean object, State first) throws NotJson {
    if (depth == maxNesting) {
      throw new NotJson(Reason.NESTING, at - from, "nested deeper than " + maxNesting);
    }
    long bit = 1L << depth;
    int word = depth / Long.SIZE;
    objects[word] = object ? objects[word] | bit : objects[word] & ~bit;
    depth++;
    at++;
    return first;
  }

  private State close() {
    depth--;
    return State.AFTER_VALUE;
  }

  private boolean inObject() {
    int last = depth - 1;
    return (objects[last / Long.SIZE] & 1L << last) != 0;
  }

  private boolean next(char c) {
    if (at < to && bytes[at] == c) {
      at++;
      return true;
    }
    return false;
  }

  private void skipSpace() {
    int i = at;
    while (i < to && isSpace(bytes[i])) {
      i++;
    }
    at = i;
  }

  private static boolean isSpace(byte b) {
    return b <= ' ' && (b == ' ' || b == '\n' || b == '\r' || b == '\t');
  }

  private void literal(String word) throws NotJson {
    for (int i = 0; i < word.length(); i++) {
      if (!next(word.charAt(i))) {
        throw expected(word);
      }
    }
  }

  private void number() throws NotJson {
    next('-');
    if (!next('0')) {
      digits();
    }
    if (next('.')) {
      digits();
    }
    if (next('e') || next('E')) {
      if (!next('+')) {
        next('-');
      }
      digits();
    }
  }

  private void digits() throws NotJson {
    int i = at;
    while (i < to && bytes[i] >= '0' && bytes[i] <= '9') {
      i++;
    }
    boolean none = i == at;
    at = i;
    if (none) {
      throw expected("a digit");
    }
  }

  private void string() throws NotJson {
    int i = at + 1;
    while (true) {
      i = plain(bytes, i, to);
      at = i;
      if (i == to) {
        throw expected("'\"'");
      }
      byte b = bytes[i];
      if (b == '"') {
        at = i + 1;
        return;
      }
      i = b == '\\' ? escape() : wide();
    }
  }

  /** {@return the first index from {@code i} on that is not plain ASCII text of a string} */
  private static int plain(byte[] bytes, int i, int to) {
    while (i + Long.BYTES <= to) {
      long eight = (long) Utf8.EIGHT.get(bytes, i);
      long special = special(eight);
      if (special != 0) {
        return i + Long.numberOfTrailingZeros(special) / Byte.SIZE;
      }
      i += Long.BYTES;
    }
    while (i < to && bytes[i] >= ' ' && bytes[i] != '"' && bytes[i] != '\\') {
      i++;
    }
    return i;
  }

  // The usual trick: subtracting borrows into the high bit of each byte that is too small. A borrow
  // can mark a byte above a marked one wrongly, but the lowest mark, the one that is used, is
  // right.
  private static long special(long eight) {
    long quote = (eight ^ ONES * '"') - ONES;
    long backslash = (eight ^ ONES * '\\') - ONES;
    long control = eight - ONES * ' ';
    return (quote | backslash | control | eight) & HIGH_BITS;
  }

  private int escape() throws NotJson {
    int i = at + 1;
    at = i;
    switch (i < to ? bytes[i] : 0) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {
        return i + 1;
      }
      case 'u' -> {
        return hex(i + 1);
      }
      default -> throw expected("an escape");
    }
  }

  private int hex(int first) throws NotJson {
    for (int i = first; i < first + 4; i++) {
      at = i;
      if (i >= to || Character.digit(bytes[i], 16) < 0) {
        throw expected("four hexadecimal digits");
      }
    }
    return first + 4;
  }

  private int wide() throws NotJson {
    if (bytes[at] >= 0) {
      throw expected("an escape in place of the control character");
    }
    int length = Utf8.sequence(bytes, at, to);
    if (length == 0) {
      throw Utf8.isCut(bytes, at, to)
          ? new NotJson(Reason.CUT, to - from, "ends in the middle of a character")
          : new NotJson(Reason.ENCODING, at - from, "not UTF-8");
    }
    return at + length;
  }

  private NotJson expected(String what) {
    if (at >= to) {
      return new NotJson(Reason.CUT, to - from, "ends where there should be " + what);
    }
    if (Utf8.sequence(bytes, at, to) == 0) {
      return new NotJson(Reason.ENCODING, at - from, "not UTF-8");
    }
    return new NotJson(Reason.SYNTAX, at - from, "expected " + what);
  }
}
