package dev.pageturner.page;

import dev.pageturner.position.Position;

/**
 * Fetches one page: the bridge to any client that is there already.
 *
 * <pre>{@code
 * PagedIterable<User> users = PagedIterable.from(position -> {
 *   UserList list = client.listUsers(position instanceof Position.Cursor c ? c.text() : null);
 *   return Page.withCursor(list.getUsers(), list.getNextCursor());
 * });
 * }</pre>
 *
 * @param <T> the items
 */
@FunctionalInterface
public interface PageFunction<T> {
  /**
   * Fetches one page. It is called once for each page that is needed, by the thread that iterates,
   * or by a background thread when prefetching; never by two at once for one traversal.
   *
   * @param position {@link Position.Start} for the first page, afterwards what the page before gave
   * @return the page
   * @throws Exception to say that the page could not be fetched; the traversal may be asked again
   *     and calls the function with the same position
   */
  Page<T> fetch(Position position) throws Exception;
}
