package dev.pageturner.openapi.cli.listing;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.openapi.cli.record.Secrets;
import java.util.Optional;

/** What the server said of an error: the beginning of the response's body, on one line. */
final class ServerWords {
  private static final int LONGEST = 500;

  private ServerWords() {}

  /** {@return what it said, its secrets masked; empty where it said nothing} */
  static Optional<String> of(PageturnerException e, Secrets secrets) {
    return body(e)
        // Before it is cut: of a secret at the end, half would be left.
        .map(secrets::body)
        .map(String::strip)
        .filter(body -> !body.isEmpty())
        .map(ServerWords::line);
  }

  private static Optional<String> body(PageturnerException e) {
    if (e instanceof PageturnerException.Status status) {
      return Optional.of(status.body());
    }
    return e instanceof PageturnerException.Content content ? content.said() : Optional.empty();
  }

  /** White space between words is one space; what a terminal would obey is written as a code. */
  private static String line(String body) {
    StringBuilder line = new StringBuilder();
    boolean space = false;
    for (int at = 0; at < body.length() && line.length() < LONGEST; ) {
      int c = body.codePointAt(at);
      at += Character.charCount(c);
      if (Character.isWhitespace(c)) {
        space = true;
        continue;
      }
      line.append(space ? " " : "");
      space = false;
      if (isShown(c)) {
        line.appendCodePoint(c);
      } else {
        line.append(String.format("\\u%04x", c));
      }
    }
    return line.length() < LONGEST ? line.toString() : line + "…";
  }

  /** Marks of direction and unpaired surrogates would change what else is on the terminal. */
  private static boolean isShown(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.PRIVATE_USE
        && type != Character.UNASSIGNED;
  }
}
