package dev.pageturner.openapi.mockserver;

import dev.pageturner.openapi.mockserver.internal.fault.ScriptedFault;
import dev.pageturner.openapi.mockserver.internal.fault.ScriptedFault.Kind;
import java.time.Duration;
import java.util.Objects;

/**
 * Something that goes wrong with one request, as a test scripts it.
 *
 * <p>A fault happens once, unless {@link #times} or {@link #always} says otherwise. Immutable.
 */
public final class Fault {
  private final ScriptedFault scripted;

  private Fault(ScriptedFault scripted) {
    this.scripted = scripted;
  }

  private static Fault of(Kind kind) {
    return new Fault(ScriptedFault.of(kind));
  }

  private static Fault of(Kind kind, int number) {
    return new Fault(ScriptedFault.of(kind).withNumber(number));
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
    return of(Kind.STATUS, status);
  }

  /** {@return the answer, later; closing the server does not wait for it} */
  public static Fault delay(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("negative delay: " + duration);
    }
    return new Fault(ScriptedFault.of(Kind.DELAY).withDuration(duration));
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
    return new Fault(ScriptedFault.of(Kind.DRIP).withNumber(bytes).withDuration(pause));
  }

  /** {@return a page of HTML with status 200, as proxies and captive portals answer} */
  public static Fault htmlPage() {
    return of(Kind.HTML);
  }

  /** {@return 410: the server has forgotten the position that was sent} */
  public static Fault expiredCursor() {
    return of(Kind.EXPIRED_CURSOR, 410);
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
    return of(Kind.INSERT, positive(items));
  }

  /** {@return the page, before which the first items of the list are deleted} */
  public static Fault deleteItems(int items) {
    return of(Kind.DELETE, positive(items));
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
    return new Fault(scripted.withHeader(
        Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value")));
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
    return new Fault(scripted.withTimes(times));
  }

  /** {@return the fault, each time} */
  public Fault always() {
    return times(Integer.MAX_VALUE);
  }

  private Fault text(String value) {
    return new Fault(scripted.withText(Objects.requireNonNull(value)));
  }

  ScriptedFault scripted() {
    return scripted;
  }

  /** {@return what goes wrong, in words} */
  @Override
  public String toString() {
    return scripted.toString();
  }
}
