package dev.pageturner.page;

import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.StopReason;
import dev.pageturner.position.Verdict;
import dev.pageturner.rate.RateLimit.Wait;
import java.time.Duration;
import java.util.Optional;

/** What happens in a traversal. No event holds a secret or a cursor, which is named by its hash. */
public sealed interface TraversalEvent {
  /**
   * A page is about to be requested.
   *
   * @param page its number in this traversal, from 1
   * @param position the kind of its position, and a hash that tells it from others
   */
  record PageRequested(long page, String position) implements TraversalEvent {}

  /**
   * A page arrived: its headers and, unless it is streamed, its whole body.
   *
   * @param page its number in this traversal, from 1
   * @param status the HTTP status, or 0
   * @param bytes the bytes held in memory, 0 for a page that is streamed
   * @param elapsed the time since it was requested, waits and retries included
   */
  record PageReceived(long page, int status, long bytes, Duration elapsed)
      implements TraversalEvent {}

  /**
   * A request has to wait.
   *
   * @param duration how long, as far as is known at its beginning
   * @param reason for what
   */
  record Waiting(Duration duration, Wait.Reason reason) implements TraversalEvent {}

  /**
   * A request is about to be sent again.
   *
   * @param retry 1 for the second request
   * @param reason what became of the request before, in words
   */
  record Retrying(int retry, String reason) implements TraversalEvent {}

  /**
   * The pagination was decided from the first response.
   *
   * @param pagination what was decided; with it, later traversals need no detection
   * @param reason why, in words
   */
  record Detected(Pagination pagination, String reason) implements TraversalEvent {}

  /**
   * Something that a person should look at; the traversal goes on.
   *
   * @param message what, in words
   */
  record Warning(String message) implements TraversalEvent {}

  /**
   * The traversal ended.
   *
   * @param reason why
   * @param pages the pages read
   * @param items the items given out
   * @param omitted the items left out, since they did not fit their type
   * @param verdict how far the end of the list can be believed, where it was reached
   */
  record Ended(StopReason reason, long pages, long items, long omitted, Optional<Verdict> verdict)
      implements TraversalEvent {}

  /**
   * An error is about to be thrown; the traversal may be asked again.
   *
   * @param message the error's message
   */
  record Failed(String message) implements TraversalEvent {}
}
