package dev.pageturner.internal.events;

import dev.pageturner.events.EventOptions;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What to do when an event stream is over: connect again, accept the end, or report it.
 *
 * <p>Connecting again is safe when the request is repeatable and either the server can go on after
 * a known event, by its id or its number, or nothing was given out yet. A POST is not repeated,
 * since its answer would be another one.
 */
public sealed interface Reconnect {
  /**
   * Connect again.
   *
   * @param delay how long to wait first
   * @param lastEventId the value of {@code Last-Event-ID}, if the header is to be sent; none where
   *     a number says from where to go on
   */
  record Again(Duration delay, Optional<String> lastEventId) implements Reconnect {}

  /** The stream is complete. */
  record Complete() implements Reconnect {}

  /**
   * Report the failure that ended the stream.
   *
   * @param reason why it is not connected again
   */
  record Fail(Reason reason) implements Reconnect {}

  /** Why a stream is not connected again. */
  enum Reason {
    /** The request is not repeatable. */
    NOT_REPEATABLE,
    /** Events were given out, and none has a number, or an id that can be sent. */
    POSITION_UNKNOWN,
    /** It was connected again too often without an event in between. */
    ATTEMPTS_USED_UP
  }

  /** How a stream came to its end. */
  enum End {
    /** With an end marker, or an event of an end type. */
    MARKED,
    /** As HTTP ends a response, and not in the middle of an event. */
    CLEAN,
    /** By a broken connection, a timeout, or in the middle of an event. */
    BROKEN,
    /** By status 204, with which a server says not to come back. */
    NO_CONTENT
  }

  /**
   * A stream that is over.
   *
   * @param end how it came to its end
   * @param repeatable whether the request only reads, or is declared to be repeatable
   * @param delivered whether any event was given out, by this connection or those before
   * @param numbered whether an event that was given out has a number to go on after
   * @param lastEventId the id to go on after, or empty
   * @param retry how long the server wants to be left alone, if it said so
   * @param reconnects how often it was connected again since the last event, or since its start
   */
  record Ended(
      End end,
      boolean repeatable,
      boolean delivered,
      boolean numbered,
      String lastEventId,
      Optional<Duration> retry,
      int reconnects) {
    /** Checks the values. */
    public Ended {
      Objects.requireNonNull(end, "end");
      Objects.requireNonNull(lastEventId, "lastEventId");
      Objects.requireNonNull(retry, "retry");
      if (reconnects < 0) {
        throw new IllegalArgumentException("reconnects < 0: " + reconnects);
      }
    }
  }

  /**
   * {@return what to do}
   *
   * @param ended the stream
   * @param options what its application chose
   * @param random where the jitter comes from
   */
  static Reconnect decide(Ended ended, EventOptions options, RandomGenerator random) {
    if (isComplete(ended, options)) {
      return new Complete();
    }
    Optional<String> id =
        ended.numbered() ? Optional.empty() : LastEventId.sendable(ended.lastEventId());
    if (!ended.repeatable()) {
      return new Fail(Reason.NOT_REPEATABLE);
    }
    if (ended.delivered() && !ended.numbered() && id.isEmpty()) {
      return new Fail(Reason.POSITION_UNKNOWN);
    }
    if (ended.reconnects() >= reconnectsAllowed(ended, options)) {
      return new Fail(Reason.ATTEMPTS_USED_UP);
    }
    return new Again(ReconnectWait.of(ended, options, random), id);
  }

  private static boolean isComplete(Ended ended, EventOptions options) {
    return switch (ended.end()) {
      case MARKED, NO_CONTENT -> true;
      case CLEAN -> !options.endRequired() && !options.follow();
      case BROKEN -> false;
    };
  }

  // A live feed may be quiet for hours while a gateway closes its connection every minute.
  private static int reconnectsAllowed(Ended ended, EventOptions options) {
    boolean feed = ended.end() == End.CLEAN && options.follow();
    return feed ? Integer.MAX_VALUE : options.maxReconnects();
  }
}
