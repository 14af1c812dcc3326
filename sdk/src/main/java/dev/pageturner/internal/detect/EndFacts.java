package dev.pageturner.internal.detect;

import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.Pagination;
import okhttp3.Headers;

/**
 * What is known at the end of a list: enough to judge whether that was all.
 *
 * @param pagination the pagination in use, complete
 * @param way where the pagination comes from
 * @param signal why the traversal takes the page for the last one
 * @param signalSeen whether a page before, in this traversal, had the cursor, URL or link in use
 * @param page the last page
 * @param call the call that the last page answers
 * @param read how much was read
 * @param askedSize the page size that the pagination asked for, 0 for none
 * @param before what the pages before had, {@link Envelope#NONE} if there was none
 */
public record EndFacts(
    Pagination pagination,
    Way way,
    EndSignal signal,
    boolean signalSeen,
    LastPage page,
    ApiCall call,
    Read read,
    int askedSize,
    Envelope before) {

  /** Where a pagination comes from. */
  public enum Way {
    /** The caller or a document said it. */
    SAID,
    /** It was recognised, and nothing of it had to be assumed. */
    RECOGNISED,
    /** It was recognised, and a name or the way itself was assumed. */
    GUESSED
  }

  /**
   * The page that is taken for the last one.
   *
   * @param outline what its body looks like
   * @param items where its items are
   * @param headers the response's headers
   * @param status the response's status
   * @param hasItems whether there is something where the items are, be it empty
   */
  public record LastPage(
      Outline outline, Items items, Headers headers, int status, boolean hasItems) {}

  /**
   * How much was read.
   *
   * @param count the items of the last page
   * @param largestPage the items of the largest page of this traversal, the last one included
   * @param items the items of the list up to here, those before the traversal's start included
   * @param pages the pages of the list up to here, those before the traversal's start included; -1
   *     where they have not all had the same size
   */
  public record Read(long count, long largestPage, long items, long pages) {}
}
