package dev.pageturner.openapi.check;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.position.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * One walk through a list, from its first page to its end or to where it stopped.
 *
 * @param pages the pages that were read
 * @param verdict how far its end can be believed, where the end was reached
 * @param failure why it stopped, where it failed
 * @param spent whether it stopped because no more requests were allowed
 */
record Walk(
    List<WalkedPage> pages,
    Optional<Verdict> verdict,
    Optional<PageturnerException> failure,
    boolean spent) {
  Walk {
    pages = List.copyOf(pages);
  }

  /** {@return whether it reached the end of the list} */
  boolean isWhole() {
    return verdict.isPresent();
  }

  List<String> keys() {
    return pages.stream().flatMap(page -> page.keys().stream()).toList();
  }

  long items() {
    return pages.stream().mapToLong(WalkedPage::count).sum();
  }

  /** {@return the last page that was read; there has to be one} */
  WalkedPage last() {
    return pages.get(pages.size() - 1);
  }

  /** {@return items and pages in words} */
  String size() {
    return Shown.counted(items(), "item") + " on " + Shown.counted(pages.size(), "page");
  }
}
