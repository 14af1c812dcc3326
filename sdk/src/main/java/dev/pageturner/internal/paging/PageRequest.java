package dev.pageturner.internal.paging;

import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.position.Place;

/**
 * A call for a page.
 *
 * @param call what is sent
 * @param place where the page stands, with the size that is asked for
 */
record PageRequest(ApiCall call, Place place) {}
