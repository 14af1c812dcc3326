package dev.pageturner.error;

import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Verdict;
import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Every failure that leaves Pageturner, but for misuse.
 *
 * <p>The subclasses say what a caller can do; {@link #kind()} says what happened. Messages hold
 * neither secrets nor values from the data. An error out of a traversal has a
 * {@link #checkpoint()}: where to go on, with the same iterator or with a new one.
 */
public abstract sealed class PageturnerException extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 1L;

  /** What happened. */
  public enum Kind {
    /** The server answered with a status other than 2xx. */
    HTTP_STATUS,
    /** The server, or our own rate limit, allows no request for now. */
    RATE_LIMITED,
    /** The content is not what it should be: not JSON, or not of the type asked for. */
    PARSE,
    /** The server broke HTTP, or the rules of its own pagination. */
    PROTOCOL,
    /** The connection failed, or the body was cut. */
    TRANSPORT,
    /** A time limit ran out. */
    TIMEOUT,
    /** A stream that is open sent nothing for longer than it may. */
    SILENCE,
    /** No trusted connection could be made. */
    TLS,
    /** The next page is one that was already read. */
    LOOP,
    /** A bound on the number of pages was passed. */
    TOO_MANY_PAGES,
    /** The list ended without a signal, and the server's own words say that there is more. */
    INCOMPLETE,
    /** A link or redirect leads to where it may not be followed. */
    UNSAFE_LINK,
    /** A bound on a size was passed. */
    TOO_LARGE,
    /** The work was interrupted, or the call was cancelled. */
    CANCELLED,
    /** The server answered 2xx with a description of an error. */
    API_ERROR,
    /** What was given to resume from, or to read, cannot be used. */
    CONFIG,
    /** A local file or stream could not be read or written. */
    STORAGE,
    /** Code that the application brought failed. */
    CALLBACK
  }

  private final Kind kind;
  private final transient @Nullable RequestInfo request;
  private transient @Nullable Checkpoint checkpoint;
  private int pageNumber;
  private boolean resumed;
  private transient @Nullable Duration age;

  PageturnerException(
      Kind kind, String message, @Nullable Throwable cause, @Nullable RequestInfo request) {
    super(message, cause);
    this.kind = Objects.requireNonNull(kind, "kind");
    this.request = request;
  }

  /** {@return what happened} */
  public final Kind kind() {
    return kind;
  }

  /** {@return the request that failed, if there was one} */
  public final Optional<RequestInfo> request() {
    return Optional.ofNullable(request);
  }

  /** {@return where to go on, if the error came out of a traversal} */
  public final Optional<Checkpoint> checkpoint() {
    return Optional.ofNullable(checkpoint);
  }

  /** {@return the page that failed, counted from 1 in this traversal, if there was a traversal} */
  public final OptionalInt pageNumber() {
    return pageNumber > 0 ? OptionalInt.of(pageNumber) : OptionalInt.empty();
  }

  /**
   * Says where in a traversal this error came up. Like {@link #initCause}, it works once: later
   * calls change nothing. The library calls it before an error leaves a traversal.
   *
   * @param checkpoint where to go on
   * @param pageNumber the page that failed, from 1
   * @return this
   */
  public final synchronized PageturnerException initTraversal(
      Checkpoint checkpoint, int pageNumber) {
    if (this.checkpoint == null) {
      this.checkpoint = Objects.requireNonNull(checkpoint, "checkpoint");
      this.pageNumber = pageNumber;
    }
    return this;
  }

  /**
   * Says where to go on in the traversal that this error leaves now: one that is made of the
   * traversal that it came from, or one that called the application, which used another. Unlike
   * {@link #initTraversal}, it takes the place of what was said before. The library calls it.
   *
   * @param checkpoint where to go on
   * @return this
   */
  public final synchronized PageturnerException leaveTraversal(Checkpoint checkpoint) {
    this.checkpoint = Objects.requireNonNull(checkpoint, "checkpoint");
    return this;
  }

  /**
   * Says that the page's position came from a checkpoint: servers forget positions, so that this
   * may be why it failed. The library calls it before an error leaves a traversal.
   */
  public final synchronized void initResumed() {
    resumed = true;
  }

  /**
   * {@return whether the page that failed was asked for by a checkpoint from outside}
   *
   * <p>With status 410, or 400 or 404 as some servers have it, the position is no longer known
   * there, and the list must be read from its start.
   */
  public final synchronized boolean isResumed() {
    return resumed;
  }

  /**
   * Says how long the page's position was known, which the server no longer knows. Works once. The
   * library calls it before an error leaves a traversal.
   */
  public final synchronized void initAge(Duration age) {
    if (this.age == null) {
      this.age = Objects.requireNonNull(age, "age");
    }
  }

  /**
   * {@return how long this traversal knew the position of the page that failed; empty unless the
   * server said that it no longer knows it}
   *
   * <p>A position that came from a checkpoint may be older.
   */
  public final synchronized Optional<Duration> age() {
    return Optional.ofNullable(age);
  }

  @Override
  public final String getMessage() {
    String message = String.valueOf(super.getMessage());
    if (pageNumber == 0) {
      return message;
    }
    String from = isResumed() ? ", whose position came from a checkpoint" : "";
    String old = age()
        .filter(known -> known.toSeconds() > 0)
        .map(known -> "; the position was known for " + known.toSeconds() + " s")
        .orElse("");
    return message + old + " (page " + pageNumber + from + ")";
  }

  /** No complete response arrived: connection refused, timeout, cut body. */
  public static final class Transport extends PageturnerException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates one; for the library and for page functions of the application. */
    public Transport(
        Kind kind, String message, @Nullable Throwable cause, @Nullable RequestInfo request) {
      super(kind, message, cause, request);
    }
  }

  /** The server answered, with a status other than 2xx. */
  public static final class Status extends PageturnerException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, List<String>> headers;
    private final String body;
    private final @Nullable Duration retryAfter;

    /** Creates one; for the library and for page functions of the application. */
    public Status(
        Kind kind,
        String message,
        int status,
        String body,
        @Nullable Duration retryAfter,
        @Nullable RequestInfo request) {
      this(kind, message, status, Map.of(), body, retryAfter, request);
    }

    /** Creates one with the response's headers. */
    public Status(
        Kind kind,
        String message,
        int status,
        Map<String, List<String>> headers,
        String body,
        @Nullable Duration retryAfter,
        @Nullable RequestInfo request) {
      super(kind, message, null, request);
      this.status = status;
      this.headers = Map.copyOf(headers);
      this.body = body;
      this.retryAfter = retryAfter;
    }

    /** {@return the HTTP status, such as 404} */
    public int status() {
      return status;
    }

    /**
     * {@return the response's headers, by their names in lower case, as far as they are known}
     *
     * <p>They are never part of the message. An error that was serialised has none.
     */
    @SuppressWarnings("NullAway") // Deserialised, the field is null.
    public Map<String, List<String>> headers() {
      return headers == null ? Map.of() : headers;
    }

    /** {@return the beginning of the response's body, 16 KiB at most; never part of the message} */
    public String body() {
      return body;
    }

    /** {@return how long the server asked to be left alone, if it said so} */
    public Optional<Duration> retryAfter() {
      return Optional.ofNullable(retryAfter);
    }
  }

  /** No permit to send within the time that the caller allowed; nothing was sent. */
  public static final class RateLimited extends PageturnerException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Instant retryAt;

    /** Creates one. */
    public RateLimited(String message, Instant retryAt, @Nullable RequestInfo request) {
      super(Kind.RATE_LIMITED, message, null, request);
      this.retryAt = Objects.requireNonNull(retryAt, "retryAt");
    }

    /** {@return when a request can be sent, as far as is known now} */
    public Instant retryAt() {
      return retryAt;
    }
  }

  /** A response arrived, or a file was opened, and its content cannot be used. */
  public static final class Content extends PageturnerException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MOST_SAID = 16 << 10;

    private final @Nullable String said;

    /** Creates one. */
    public Content(
        Kind kind, String message, @Nullable Throwable cause, @Nullable RequestInfo request) {
      super(kind, message, cause, request);
      this.said = null;
    }

    private Content(String said, Kind kind, String message, @Nullable RequestInfo request) {
      super(kind, message, null, request);
      this.said = said.substring(0, Math.min(said.length(), MOST_SAID));
    }

    /** {@return one with the server's own words, which are kept out of the message} */
    public static Content quoting(
        Kind kind, String message, String said, @Nullable RequestInfo request) {
      return new Content(said, kind, message, request);
    }

    /**
     * {@return what the server said, its first 16,384 characters; never part of the message}
     *
     * <p>Of an error in a response with status 200 it is the JSON of the error or of the whole
     * page; of an error in an event, its data; of a response that is no event stream, the beginning
     * of its body. Other errors have none.
     */
    public Optional<String> said() {
      return Optional.ofNullable(said);
    }
  }

  /** The pages do not lead on: a loop, too many of them, a link that must not be followed. */
  public static final class Paging extends PageturnerException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Verdict verdict;

    /** Creates one. */
    public Paging(Kind kind, String message, @Nullable RequestInfo request) {
      super(kind, message, null, request);
      this.verdict = null;
    }

    /** Creates one of kind {@link Kind#INCOMPLETE}: the end of the list is contradicted. */
    public Paging(String message, Verdict verdict, @Nullable RequestInfo request) {
      super(Kind.INCOMPLETE, message, null, request);
      this.verdict = Objects.requireNonNull(verdict, "verdict");
    }

    /** {@return what contradicts the end of the list; empty for other kinds} */
    public Optional<Verdict> verdict() {
      return Optional.ofNullable(verdict);
    }
  }

  /** The thread was interrupted, whose flag is set again, or the call was cancelled. */
  public static final class Cancelled extends PageturnerException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates one. */
    public Cancelled(String message, @Nullable Throwable cause, @Nullable RequestInfo request) {
      super(Kind.CANCELLED, message, cause, request);
    }
  }

  /** The checkpoint is damaged, of another version, or belongs to another request. */
  public static final class BadCheckpoint extends PageturnerException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates one. */
    public BadCheckpoint(String message, @Nullable Throwable cause) {
      super(Kind.CONFIG, message, cause, null);
    }
  }

  /** A local file or stream could not be read or written. */
  public static final class Storage extends PageturnerException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates one. */
    public Storage(String message, @Nullable Throwable cause) {
      super(Kind.STORAGE, message, cause, null);
    }
  }

  /** Code that the application brought to fetch pages failed; the cause says how. */
  public static final class Callback extends PageturnerException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates one. */
    public Callback(String message, Throwable cause) {
      super(Kind.CALLBACK, message, cause, null);
    }
  }
}
