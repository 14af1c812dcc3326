package dev.pageturner.openapi.mockserver;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that goes wrong with one request, as a test scripts it.
 *
 * <p>A fault happens once, unless {@link #times} or {@link #always} says otherwise. Immutable.
 */
public final class Fault {
  /** What goes wrong. */
  enum Kind {
    STATUS,
    HTML,
    DELAY,
    CUT_BODY,
    WRONG_LENGTH,
    RESET,
    DRIP,
    EXPIRED_CURSOR,
    SAME_CURSOR,
    CYCLE,
    EMPTY_PAGE,
    OTHER_HOST,
    INSERT,
    DELETE
  }

  private final Kind kind;
  private final int number;
  private final Duration duration;
  private final String text;
  private final Map<String, String> headers;
  private final int times;

  private Fault(
      Kind kind,
      int number,
      Duration duration,
      String text,
      Map<String, String> headers,
      int times) {
    this.kind = kind;
    this.number = number;
    this.duration = duration;
    this.text = text;
    this.headers = headers;
    this.times = times;
  }

  private static Fault of(Kind kind) {
    return new Fault(kind, 0, Duration.ZERO, "", Map.of(), 1);
  }

  private Fault number(int value) {
    return new Fault(kind, value, duration, text, headers, times);
  }

  private Fault duration(Duration value) {
    return new Fault(kind, number, value, text, headers, times);
  }

  private Fault text(String value) {
    return new Fault(kind, number, duration, Objects.requireNonNull(value), headers, times);
  }

  /**
   * {@return an answer with a status, and an error as the document describes it}
   *
   * @param status the status, from 200 to 599
   */
  public static Fault status(int status) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("not a status: " + status);
    }
    return of(Kind.STATUS).number(status);
  }

  /** {@return the answer, later; closing the server does not wait for it} */
  public static Fault delay(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("negative delay: " + duration);
    }
    return of(Kind.DELAY).duration(duration);
  }

  /** {@return the answer, of which half arrives before the connection is closed} */
  public static Fault cutBody() {
    return of(Kind.CUT_BODY);
  }

  /** {@return the answer with a Content-Length that is 7 bytes too small} */
  public static Fault wrongLength() {
    return of(Kind.WRONG_LENGTH);
  }

  /** {@return no answer: the connection is closed} */
  public static Fault reset() {
    return of(Kind.RESET);
  }

  /**
   * {@return the answer, a few bytes at a time}
   *
   * @param bytes how many bytes are sent together, from 1
   * @param pause the time between them
   */
  public static Fault slowDrip(int bytes, Duration pause) {
    if (bytes < 1 || pause.isNegative()) {
      throw new IllegalArgumentException("not a drip: " + bytes + " bytes, then " + pause);
    }
    return of(Kind.DRIP).number(bytes).duration(pause);
  }

  /** {@return a page of HTML with status 200, as proxies and captive portals answer} */
  public static Fault htmlPage() {
    return of(Kind.HTML);
  }

  /** {@return 410: the server has forgotten the position that was sent} */
  public static Fault expiredCursor() {
    return of(Kind.EXPIRED_CURSOR).number(410);
  }

  /** {@return the page, whose next position is its own; for lists where the server names it} */
  public static Fault duplicateCursor() {
    return of(Kind.SAME_CURSOR);
  }

  /** {@return the page, whose next position is that of the first one} */
  public static Fault cyclicCursor() {
    return of(Kind.CYCLE);
  }

  /** {@return a page without items, after which the list goes on with those of this page} */
  public static Fault emptyPage() {
    return of(Kind.EMPTY_PAGE);
  }

  /**
   * {@return the page, whose next link leads to another origin; for lists with next links}
   *
   * @param origin the origin, such as {@code https://elsewhere.example}
   */
  public static Fault nextLinkTo(String origin) {
    return of(Kind.OTHER_HOST).text(origin);
  }

  /** {@return the page, before which so many new items are put before all others} */
  public static Fault insertItems(int items) {
    return of(Kind.INSERT).number(positive(items));
  }

  /** {@return the page, before which the first items of the list are deleted} */
  public static Fault deleteItems(int items) {
    return of(Kind.DELETE).number(positive(items));
  }

  private static int positive(int items) {
    if (items < 1) {
      throw new IllegalArgumentException("items < 1: " + items);
    }
    return items;
  }

  /**
   * {@return the fault with a {@code Retry-After} header}
   *
   * @param seconds the seconds to wait
   */
  public Fault retryAfter(long seconds) {
    return header("Retry-After", Long.toString(seconds));
  }

  /** {@return the fault with a {@code Retry-After} header, in whole seconds rounded up} */
  public Fault retryAfter(Duration wait) {
    return retryAfter(wait.plusNanos(999_999_999).toSeconds());
  }

  /** {@return the fault with one more header in its answer} */
  public Fault header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
    return new Fault(kind, number, duration, text, more, times);
  }

  /** {@return the fault with that body in its answer, for {@link #status}} */
  public Fault body(String body) {
    return text(body);
  }

  /** {@return the fault, so many times in a row} */
  public Fault times(int times) {
    if (times < 1) {
      throw new IllegalArgumentException("times < 1: " + times);
    }
    return new Fault(kind, number, duration, text, headers, times);
  }

  /** {@return the fault, each time} */
  public Fault always() {
    return times(Integer.MAX_VALUE);
  }

  Kind kind() {
    return kind;
  }

  int number() {
    return number;
  }

  Duration duration() {
    return duration;
  }

  Optional<String> text() {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  Map<String, String> headers() {
    return headers;
  }

  int times() {
    return times;
  }

  /** {@return what the fault does to the positions of its page} */
  Twist twist() {
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
    String name = kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    return number == 0 ? name : name + " " + number;
  }
}
