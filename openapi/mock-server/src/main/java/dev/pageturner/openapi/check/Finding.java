package dev.pageturner.openapi.check;

import java.util.List;
import java.util.Objects;

/**
 * Something that a check found.
 *
 * @param severity how much it matters
 * @param what what was seen, in full sentences
 * @param remedy what to do about it, in full sentences
 * @param requests the requests that show it, as commands of curl without secrets, in order
 */
public record Finding(Severity severity, String what, String remedy, List<String> requests) {
  /** Makes what the server said harmless for terminals, and copies the requests. */
  public Finding {
    Objects.requireNonNull(severity, "severity");
    what = Shown.text(what);
    remedy = Shown.text(remedy);
    requests = requests.stream().map(Shown::text).toList();
  }
}
