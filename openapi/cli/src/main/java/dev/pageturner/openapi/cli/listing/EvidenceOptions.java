package dev.pageturner.openapi.cli.listing;

import dev.pageturner.internal.detect.Remedy;
import dev.pageturner.openapi.cli.options.PaginationArguments;
import dev.pageturner.openapi.curl.ShellWords;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.Evidence;
import dev.pageturner.position.Verdict;
import java.util.List;
import java.util.stream.Stream;

/** The options that would use what speaks for more pages. */
final class EvidenceOptions {
  private static final String HEADER = "header ";
  private static final List<String> BY_OFFSET =
      List.of("--next", "offset", "--send", "query:offset");
  private static final List<String> BY_PAGE = List.of("--next", "page:1", "--send", "query:page");

  private EvidenceOptions() {}

  /**
   * {@return one line for each evidence that options can use, the strongest first}
   *
   * @param verdict how the list ended
   * @param used how it paged
   */
  static List<String> lines(Verdict verdict, Pagination used) {
    return verdict.evidence().stream()
        .flatMap(evidence -> Stream.of(of(evidence, used))
            .filter(options -> !options.isEmpty())
            .map(options -> "To go by " + evidence.where() + ": " + ShellWords.of(options)))
        .distinct()
        .toList();
  }

  private static List<String> of(Evidence evidence, Pagination used) {
    return Remedy.pagination(evidence)
        .map(PaginationArguments::of)
        .orElseGet(() -> part(evidence, used));
  }

  /** What alone is no way to page: a part of the one that is used, or of one that counts. */
  private static List<String> part(Evidence evidence, Pagination used) {
    boolean known = !(used.next() instanceof Next.None || used.next() instanceof Next.Detected);
    String where = evidence.where().startsWith(HEADER)
        ? "header:" + evidence.where().substring(HEADER.length())
        : evidence.where();
    return switch (evidence.kind()) {
      case TOTAL_ITEMS -> joined(known ? List.of() : BY_OFFSET, "--total-items", where);
      case FLAG -> joined(known ? List.of() : BY_PAGE, "--has-more", where);
      case FULL_PAGE, CAPPED_PAGE -> known ? List.of() : BY_PAGE;
      default -> List.of();
    };
  }

  private static List<String> joined(List<String> options, String... more) {
    return Stream.concat(options.stream(), Stream.of(more)).toList();
  }
}
