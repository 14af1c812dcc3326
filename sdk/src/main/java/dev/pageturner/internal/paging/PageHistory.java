package dev.pageturner.internal.paging;

import dev.pageturner.internal.detect.Completeness;
import dev.pageturner.internal.detect.EndFacts;
import dev.pageturner.internal.detect.EndFacts.LastPage;
import dev.pageturner.internal.detect.EndFacts.Read;
import dev.pageturner.internal.detect.EndFacts.Way;
import dev.pageturner.internal.detect.EndSignal;
import dev.pageturner.internal.detect.Envelope;
import dev.pageturner.internal.detect.Remedy;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.Evidence;
import dev.pageturner.position.Place;
import dev.pageturner.position.Position;
import dev.pageturner.position.Verdict;
import java.util.List;

/**
 * What one traversal has seen of its pages: the measure for a page that is odd, and for the end.
 *
 * <p>Of the pages that lead on, only the first one is looked through, so that a page costs nothing.
 * Used by one page at a time.
 */
final class PageHistory {
  private Envelope before = Envelope.NONE;
  private boolean any;
  private long largest;
  private int size = -1;
  private boolean mixedSizes;
  private Way way;
  private boolean offered;

  PageHistory(Way way) {
    this.way = way;
  }

  /** The pagination was recognised, or a guess was proved. */
  void recognised(Way way) {
    this.way = way;
  }

  /** {@return whether no page has led on yet} */
  boolean isFirst() {
    return !any;
  }

  /** {@return what the pages before had beside their items} */
  Envelope before() {
    return before;
  }

  /** The first page leads on. */
  void ledOn(Envelope first) {
    before = before.and(first);
    any = true;
  }

  /**
   * A page is asked for with a size, 0 for none. Pages of different sizes are no measure for a
   * number of pages; nor are those before a checkpoint between two pages, whose size is not known,
   * nor those before the list was started over.
   */
  void asked(Place place, int size) {
    boolean unknown = place.pages() > 0 && place.size().isEmpty() && size > 0 && this.size < 0;
    boolean startedOver = place.pages() > 0 && place.position() instanceof Position.Start;
    mixedSizes |= unknown || startedOver || (this.size >= 0 && this.size != size);
    this.size = size;
  }

  /** The first page, which leads on, offers a place for later: each page does, then. */
  void offered() {
    offered = true;
  }

  /**
   * {@return whether pages that lead on offer a place for later, so that it is no sign of an end}
   */
  boolean offersAnywhere() {
    return offered;
  }

  /** A page has so many items. */
  void counted(long items) {
    largest = Math.max(largest, items);
  }

  /**
   * {@return how far the end after a page can be believed}
   *
   * @param count the items that came with the page
   * @param items those of them that are items of the list
   */
  Verdict judge(
      Pagination pagination,
      PageRequest request,
      EndSignal signal,
      LastPage page,
      long count,
      long items) {
    Place place = request.place();
    boolean signalSeen = !(place.position() instanceof Position.Start);
    long pages = mixedSizes ? -1 : place.pages() + 1;
    Read read = new Read(count, largest, place.items() + items, pages);
    return withRemedies(Completeness.judge(new EndFacts(
        pagination,
        way,
        signal,
        signalSeen,
        page,
        request.call(),
        read,
        place.size().orElse(0),
        before)));
  }

  private static Verdict withRemedies(Verdict verdict) {
    List<Evidence> evidence = verdict.evidence().stream()
        .map(each -> each.withRemedy(Remedy.line(each).orElse("")))
        .toList();
    return new Verdict(verdict.certainty(), verdict.reason(), evidence, verdict.omitted());
  }
}
