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
    String line = Console.text(body.replaceAll("\\s+", " "));
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
