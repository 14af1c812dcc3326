package dev.pageturner.internal.walk;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.position.Evidence;
import dev.pageturner.position.Place;
import dev.pageturner.position.Verdict;
import dev.pageturner.position.Verdict.Certainty;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The error of a list whose end the server's own words contradict. */
final class Incomplete {
  private Incomplete() {}

  static PageturnerException error(Verdict verdict) {
    String words =
        verdict.evidence().stream().map(Evidence::toString).collect(Collectors.joining("; "));
    String remedy = verdict.evidence().stream()
        .map(Evidence::remedy)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .map(line -> "say how the list pages, for example " + line)
        .orElse("say how the list pages");
    return new PageturnerException.Paging(
        "the list ended, but the server says that there is more: " + words + "; " + remedy
            + ", or take the end as it is with acceptIncomplete()",
        verdict,
        null);
  }

  /**
   * {@return why the end of a list is no place to go on from later; empty if it is one}
   *
   * <p>What is missed at such a place is missed for good: nobody asks for it again.
   *
   * @param end the end
   * @param offered what its last page offers, null for nothing
   * @param accepted whether an end that nothing speaks against is taken as it is
   */
  static Optional<String> forLater(Verdict end, @Nullable Place offered, boolean accepted) {
    boolean believed =
        end.certainty() == Certainty.PROVED || (accepted && end.certainty() == Certainty.ASSUMED);
    if (!believed) {
      return Optional.of("the end of the list is no place to go on from later, since nothing proves"
          + " that the list ended there: " + end + "; say how the list ends"
          + (end.certainty() == Certainty.ASSUMED ? ", or take it with acceptIncomplete()" : ""));
    } else if (offered == null) {
      return Optional.of("the last page offers no place to go on from later; say where it is, such"
          + " as Pagination.sync(Sync.token(\"$.nextSyncToken\", \"syncToken\")) or"
          + " Sync.newestItem(\"$.id\", \"after\"), or list without sync()");
    }
    return Optional.empty();
  }
}
