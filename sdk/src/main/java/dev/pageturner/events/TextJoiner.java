package dev.pageturner.events;

/**
 * Joins the pieces of a streamed text so that each piece can be printed or encoded at once.
 *
 * <p>A service may cut a character outside the Basic Multilingual Plane, such as an emoji, into two
 * escapes in two events. Encoded one by one the halves become question marks. A joiner holds the
 * first half back until the second has come. It is for one stream and one thread.
 */
public final class TextJoiner {
  private String held = "";

  /** Creates a joiner that holds nothing. */
  public TextJoiner() {}

  /**
   * {@return the text that is complete now: what was held back and {@code piece}, but for the first
   * half of a character at its end}
   *
   * @param piece the next piece of the text, empty or longer
   */
  public String add(String piece) {
    String text = held + piece;
    int last = text.length() - 1;
    boolean half = last >= 0 && Character.isHighSurrogate(text.charAt(last));
    held = half ? text.substring(last) : "";
    return half ? text.substring(0, last) : text;
  }

  /** {@return what is still held back at the end of the text: empty, or half a character} */
  public String end() {
    String rest = held;
    held = "";
    return rest;
  }
}
