package dev.pageturner.openapi.mockserver.internal.fault;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Something that goes wrong with one request.
 *
 * @param kind what goes wrong
 * @param number the status, the number of bytes or of items, 0 where the kind has none
 * @param duration the time of a delay, or between two pieces of a body
 * @param text the body of the answer, or the origin of the next link; empty without one
 * @param headers more headers of the answer
 * @param times how often it happens in a row
 */
public record ScriptedFault(
    Kind kind, int number, Duration duration, String text, Map<String, String> headers, int times) {
  /** What goes wrong. */
  public enum Kind {
    /** A status instead of the answer. */
    STATUS,
    /** A page of HTML instead of the answer. */
    HTML,
    /** The answer comes later. */
    DELAY,
    /** The connection is closed within the body. */
    CUT_BODY,
    /** The length that is announced is too small. */
    WRONG_LENGTH,
    /** The connection is closed before an answer. */
    RESET,
    /** The body comes a few bytes at a time. */
    DRIP,
    /** The position is gone. */
    EXPIRED_CURSOR,
    /** The next position is that of the page itself. */
    SAME_CURSOR,
    /** The next position is that of the first page. */
    CYCLE,
    /** The page has no items, the next one those of the page. */
    EMPTY_PAGE,
    /** The next link leads to another origin. */
    OTHER_HOST,
    /** Items are inserted before the page is made. */
    INSERT,
    /** Items are deleted before the page is made. */
    DELETE
  }

  /** Copies the headers. */
  public ScriptedFault {
    headers = new LinkedHashMap<>(headers);
  }

  /** {@return a fault of a kind, once} */
  public static ScriptedFault of(Kind kind) {
    return new ScriptedFault(kind, 0, Duration.ZERO, "", Map.of(), 1);
  }

  /** {@return the fault with a number} */
  public ScriptedFault withNumber(int value) {
    return new ScriptedFault(kind, value, duration, text, headers, times);
  }

  /** {@return the fault with a duration} */
  public ScriptedFault withDuration(Duration value) {
    return new ScriptedFault(kind, number, value, text, headers, times);
  }

  /** {@return the fault with a text} */
  public ScriptedFault withText(String value) {
    return new ScriptedFault(kind, number, duration, value, headers, times);
  }

  /** {@return the fault with one more header} */
  public ScriptedFault withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new ScriptedFault(kind, number, duration, text, more, times);
  }

  /** {@return the fault, so many times in a row} */
  public ScriptedFault withTimes(int value) {
    return new ScriptedFault(kind, number, duration, text, headers, value);
  }

  /** {@return the body of the answer, empty for the one that the document describes} */
  public Optional<String> body() {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** {@return whether the answer is not the operation's own} */
  public boolean replacesTheAnswer() {
    return switch (kind) {
      case STATUS, HTML, EXPIRED_CURSOR, RESET -> true;
      default -> false;
    };
  }

  /** {@return whether it can happen to lists only} */
  public boolean isOfLists() {
    return switch (kind) {
      case SAME_CURSOR, CYCLE, EMPTY_PAGE, OTHER_HOST, INSERT, DELETE -> true;
      default -> false;
    };
  }

  /** {@return what the fault does to the positions of its page} */
  public Twist twist() {
    return switch (kind) {
      case SAME_CURSOR -> new Twist(Twist.Kind.SAME_CURSOR, "");
      case CYCLE -> new Twist(Twist.Kind.CYCLE, "");
      case EMPTY_PAGE -> new Twist(Twist.Kind.EMPTY_PAGE, "");
      case OTHER_HOST -> new Twist(Twist.Kind.OTHER_HOST, text);
      default -> Twist.NONE;
    };
  }

  /** {@return what goes wrong, in words} */
  @Override
  public String toString() {
    String name = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return number == 0 ? name : name + " " + number;
  }
}
