package dev.pageturner.internal.paging;

import com.squareup.moshi.JsonAdapter;
import dev.pageturner.internal.http.CallExchange;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.Place;

/**
 * What a page has to know beside its bytes.
 *
 * @param pagination how the list pages, as far as it is known
 * @param format what to look for in the body
 * @param adapter decodes an item
 * @param requests resolves links
 * @param request the call that the page answers
 * @param exchange how that call went
 * @param seen what the traversal has seen before
 * @param handsOverBadItems whether an item that does not fit is handed over rather than an error
 * @param sync whether the end of the list is to say where what changes later begins
 * @param <T> the items
 */
record PageContext<T>(
    Pagination pagination,
    PageFormat format,
    JsonAdapter<T> adapter,
    PageRequests requests,
    PageRequest request,
    CallExchange exchange,
    PageHistory seen,
    boolean handsOverBadItems,
    boolean sync) {
  Place place() {
    return request.place();
  }

  int askedSize() {
    return place().size().orElse(0);
  }
}
