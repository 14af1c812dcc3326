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
   * The server no longer knew a position, and the traversal goes on from another place.
   *
   * @param how from where
   * @param reason why, in words
   */
  record Recovered(Recovery how, String reason) implements TraversalEvent {}

  /** From where a traversal goes on whose position the server no longer knew. */
  enum Recovery {
    /** From the same place, by a fresh cursor that the server sent. */
    FRESH_CURSOR,
    /** From the beginning; what was delivered is left out as far as its keys are known. */
    STARTED_OVER,
    /** From the beginning; what was delivered comes again. */
    DELIVERED_AGAIN,
    /** From the last item that was delivered, by a filter. */
    WENT_ON_AFTER_KEY,
    /**
     * From the beginning of the whole list, which is to be synced: what was delivered so far, in
     * this traversal or those before, is there only as far as it comes again from now on.
     */
    RESYNCED
  }

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
