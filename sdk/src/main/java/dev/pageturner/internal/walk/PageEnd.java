package dev.pageturner.internal.walk;

import dev.pageturner.position.Place;
import dev.pageturner.position.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * How a page ended.
 *
 * @param next where the next page stands, or null at the end of the list
 * @param items how many items the page had, left out ones included
 * @param content a fingerprint of the items, to tell a server that sends the same page for ever; 0
 *     when it is not known
 * @param verdict how far the end of the list can be believed; null where there is a next page
 * @param later where the list of what changes later begins; null where there is a next page, and
 *     where the last one offers nothing or was not asked
 */
public record PageEnd(
    @Nullable Place next,
    long items,
    long content,
    @Nullable Verdict verdict,
    @Nullable Place later) {
  /** Makes the end of a page that offers nothing for later. */
  public PageEnd(@Nullable Place next, long items, long content, @Nullable Verdict verdict) {
    this(next, items, content, verdict, null);
  }

  /** Checks that the end of a list is judged. */
  public PageEnd {
    if ((next == null) != (verdict != null)) {
      throw new IllegalArgumentException("either a next page or a verdict");
    }
  }
}
