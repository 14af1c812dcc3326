package dev.pageturner.internal.paging;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.internal.detect.PageMark;
import dev.pageturner.pagination.Pagination;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A way of paging that was recognised rather than said, until a second page with other items proves
 * it.
 *
 * <p>A server that does not know the parameter ignores it and sends the first page again, or
 * refuses it. Then the next likely parameter is tried, {@value #MOST_TRIED} at most, and nothing of
 * such a page is given out.
 */
final class Guess {
  private static final int MOST_TRIED = 2;
  private static final Set<Integer> REFUSALS = Set.of(400, 404, 422);

  private final PageMark first;
  private final boolean assumed;
  private final Deque<Pagination> alternatives;
  private final List<Pagination> all;
  private final List<Pagination> tried = new ArrayList<>();

  /**
   * Makes a guess that is to be proved.
   *
   * @param first the first page, which must not come again
   * @param assumed whether a name of it was assumed, rather than stated by the answer
   * @param safe whether the requests only read: only such are tried again
   * @param alternatives other ways, the likeliest first
   */
  Guess(PageMark first, boolean assumed, boolean safe, List<Pagination> alternatives) {
    this.first = first;
    this.assumed = assumed;
    this.all = alternatives;
    this.alternatives = new ArrayDeque<>();
    if (safe) {
      alternatives.stream().limit(MOST_TRIED).forEach(this.alternatives::add);
    }
  }

  /** {@return whether a page is the first one again} */
  boolean isRefutedBy(PageMark page) {
    // Two pages of one and the same number may be right, where the way to them was no assumption.
    return page.repeats(first) && (assumed || !page.isUniform());
  }

  /** {@return whether a page with items that are not the first one's proves the guess} */
  boolean isProvedBy(PageMark page) {
    return page.count() > 0;
  }

  /** {@return whether a server that does not know the parameter may answer so} */
  static boolean mayRefute(PageturnerException e) {
    return e instanceof PageturnerException.Status status && REFUSALS.contains(status.status());
  }

  /** {@return the next way to try, after one that was refuted} */
  Optional<Pagination> next(Pagination refuted) {
    tried.add(refuted);
    return Optional.ofNullable(alternatives.poll());
  }

  /** {@return the way that has an identity} */
  Optional<Pagination> matching(String identity) {
    return all.stream().filter(each -> PagingIdentity.matches(identity, each)).findFirst();
  }

  /** {@return the error when no way is left} */
  PageturnerException refuted(Pagination guessed) {
    List<Pagination> left = all.stream()
        .filter(each -> !each.equals(guessed) && !tried.contains(each))
        .toList();
    return new PageturnerException.Paging(
        Kind.LOOP,
        "the server sent the first page again for the way of paging that was recognised ("
            + guessed.next() + ", " + guessed.carrier() + ")"
            + named("; tried as well: ", tried)
            + named("; other likely ones: ", left)
            + "; say how the list pages",
        null);
  }

  private static String named(String before, List<Pagination> ways) {
    return ways.isEmpty()
        ? ""
        : before
            + String.join(
                ", ", ways.stream().map(each -> each.carrier().toString()).toList());
  }
}
