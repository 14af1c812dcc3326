package dev.pageturner.internal.paging;

import com.squareup.moshi.JsonAdapter;
import dev.pageturner.internal.http.Exchange;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.Position;

/**
 * What a page has to know beside its bytes.
 *
 * @param pagination how the list pages, as far as it is known
 * @param format what to look for in the body
 * @param adapter decodes an item
 * @param requests resolves links
 * @param exchange the call that fetched the page
 * @param position where the page starts
 * @param askedSize the page size that was asked for, 0 for none
 * @param countBefore the items of the pages before
 * @param <T> the items
 */
record PageContext<T>(
    Pagination pagination,
    PageFormat format,
    JsonAdapter<T> adapter,
    PageRequests requests,
    Exchange exchange,
    Position position,
    int askedSize,
    long countBefore) {}
