package dev.pageturner.position;

import dev.pageturner.internal.text.ShortText;
import java.util.Objects;

/**
 * One value of a cursor, in exactly the text that the server sent.
 *
 * @param text the text of a string, without quotes; or the JSON of any other value, so that a
 *     number of any size and an object of any shape go back unchanged
 * @param json whether {@code text} is JSON, rather than the content of a string
 */
public record CursorValue(String text, boolean json) {
  /** Checks that there is a text. */
  public CursorValue {
    Objects.requireNonNull(text, "text");
  }

  /** {@return a string} */
  public static CursorValue text(String text) {
    return new CursorValue(text, false);
  }

  /** {@return a number, boolean, array or object, by its JSON} */
  public static CursorValue json(String json) {
    return new CursorValue(json, true);
  }

  @Override
  public String toString() {
    return ShortText.ofValue(text);
  }
}
