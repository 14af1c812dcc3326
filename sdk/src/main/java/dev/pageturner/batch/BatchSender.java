package dev.pageturner.batch;

import dev.pageturner.sequence.BatchLimit;
import dev.pageturner.sequence.LazyIterable;
import java.util.List;

/**
 * Sends one batch to a server, with one request.
 *
 * <pre>{@code
 * BatchSender<Row> sender = batch -> api.insert(batch);
 * for (BatchOutcome<Row> outcome : sender.outcomes(rows, BatchLimit.items(500))) {
 *   if (outcome instanceof BatchOutcome.Refused<Row> refused) {
 *     again.addAll(refused.items());
 *   }
 * }
 * }</pre>
 *
 * <p>A failed batch does not stop the ones behind it. How it failed decides its outcome:
 *
 * <ul>
 *   <li><b>Refused</b>, if it is certain that the server took nothing. No request went out: no
 *       permit, no trusted connection, no connection at all. Or a status says so: 4xx but for 408,
 *       which may be about the server's own work, and 460 and 499, by which proxies say that nobody
 *       waited for the answer; 307, 308, 501, 505 and 511; 503 if it comes with
 *       {@code Retry-After}, since without it many proxies mean a lost answer.
 *   <li><b>Unknown</b> otherwise: the connection broke or a time limit ran out, the answer was cut,
 *       too large or not understood; 500, 502, 504 and any other status, since they may come after
 *       the work was done; a 2xx answer that describes an error, since it may be about some items
 *       only; any exception that is not known here.
 * </ul>
 *
 * <p>A request that was repeated is Refused only if each of its attempts was: if one of them may
 * have been taken, it is Unknown whatever the last answer was.
 *
 * @param <T> the items
 */
@FunctionalInterface
public interface BatchSender<T> {
  /**
   * Sends one batch, and returns if the server accepted every item.
   *
   * @param batch the items, in order; unmodifiable if it was made by {@link #outcomes(Iterable,
   *     BatchLimit)}
   * @throws Exception if it did not, or if that is not known
   */
  void send(List<T> batch) throws Exception;

  /**
   * {@return what becomes of each batch, in order}
   *
   * <p>Lazy: a batch is read and sent when its outcome is asked for with {@code next()}, so nothing
   * is sent unless the outcomes are read. Single-use, so that nothing is sent twice. A failure to
   * read the batches is thrown and is no outcome. An interrupted thread sends no further batch, but
   * throws {@code PageturnerException.Cancelled}.
   */
  default LazyIterable<BatchOutcome<T>> outcomes(Iterable<? extends List<T>> batches) {
    return LazyIterable.once(
        new SendingIterator<>(LazyIterable.<List<T>>from(batches).iterator(), this));
  }

  /**
   * {@return what becomes of {@code items}, sent in batches, as {@link #outcomes(Iterable)} has it}
   */
  default LazyIterable<BatchOutcome<T>> outcomes(
      Iterable<? extends T> items, BatchLimit<? super T> limit) {
    return outcomes(LazyIterable.<T>from(items).batched(limit));
  }
}
