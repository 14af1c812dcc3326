package dev.pageturner.events;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What ends an event stream, what in it is an error, how large it may get, how long it may be
 * silent, and when and from where it is connected again.
 *
 * <p>The HTML standard knows streams without end, whose events all mean the same. Services that
 * stream an answer have an end, and may report an error in the middle. Options are immutable and
 * may be shared between threads.
 */
public final class EventOptions {
  private final Set<String> endMarkers;
  private final Set<String> endTypes;
  private final boolean endRequired;
  private final Set<String> errorTypes;
  private final boolean errorMembers;
  private final boolean cutIgnored;
  private final int maxLineBytes;
  private final int maxEventBytes;
  private final boolean follow;
  private final int maxReconnects;
  private final Duration minReconnectWait;
  private final Duration maxReconnectWait;
  private final @Nullable Sequence resumeFrom;
  private final @Nullable String resumeAt;
  private final Duration maxSilence;
  private final Consumer<? super ServerEvent> onEnd;

  /**
   * Where the number of an event is, and how a request asks for the events after it.
   *
   * @param number the path of the number in the data, such as {@code $.sequence_number}
   * @param parameter the query parameter that carries the last number, such as
   *     {@code starting_after}
   */
  public record Sequence(String number, String parameter) {
    /** Checks that both are there. */
    public Sequence {
      Objects.requireNonNull(number, "number");
      if (parameter.isBlank()) {
        throw new IllegalArgumentException("the parameter has no name");
      }
    }
  }

  private EventOptions(Builder builder) {
    this.endMarkers = builder.endMarkers;
    this.endTypes = builder.endTypes;
    this.endRequired = builder.endNamed && !(endMarkers.isEmpty() && endTypes.isEmpty());
    this.errorTypes = builder.errorTypes;
    this.errorMembers = builder.errorMembers;
    this.cutIgnored = builder.cutIgnored;
    this.maxLineBytes = builder.maxLineBytes;
    this.maxEventBytes = builder.maxEventBytes;
    this.follow = builder.follow;
    this.maxReconnects = builder.maxReconnects;
    this.minReconnectWait = builder.minReconnectWait;
    this.maxReconnectWait = builder.maxReconnectWait;
    this.resumeFrom = builder.resumeFrom;
    this.resumeAt = builder.resumeAt;
    this.maxSilence = builder.maxSilence;
    this.onEnd = builder.onEnd;
  }

  /** {@return the options of a new {@link Builder}} */
  public static EventOptions standard() {
    return new Builder().build();
  }

  /**
   * {@return the options that follow the HTML standard to the letter}: every event is delivered
   * whatever it says, and an event that was cut is dropped in silence.
   */
  public static EventOptions html() {
    return new Builder()
        .endMarkers(Set.of())
        .errorTypes(Set.of())
        .errorMembers(false)
        .cutIgnored(true)
        .follow(true)
        .build();
  }

  /** {@return the data that end the stream; their events are not delivered} */
  public Set<String> endMarkers() {
    return endMarkers;
  }

  /** {@return the types of the events that end the stream; these are delivered} */
  public Set<String> endTypes() {
    return endTypes;
  }

  /** {@return whether a stream that just stops is an error} */
  public boolean endRequired() {
    return endRequired;
  }

  /** {@return the types of events that report an error} */
  public Set<String> errorTypes() {
    return errorTypes;
  }

  /** {@return whether an {@code error} member in the data reports an error} */
  public boolean errorMembers() {
    return errorMembers;
  }

  /** {@return whether a stream that stops in the middle of an event is complete nevertheless} */
  public boolean cutIgnored() {
    return cutIgnored;
  }

  /** {@return the longest line, in bytes} */
  public int maxLineBytes() {
    return maxLineBytes;
  }

  /** {@return the largest event with all its lines, in bytes} */
  public int maxEventBytes() {
    return maxEventBytes;
  }

  /** {@return whether a stream that ends without failure is connected again} */
  public boolean follow() {
    return follow;
  }

  /** {@return how often in a row a broken stream is connected again without an event in between} */
  public int maxReconnects() {
    return maxReconnects;
  }

  /** {@return the shortest wait before a stream is connected again} */
  public Duration minReconnectWait() {
    return minReconnectWait;
  }

  /** {@return the longest wait before a stream is connected again, without jitter} */
  public Duration maxReconnectWait() {
    return maxReconnectWait;
  }

  /** {@return the number to go on after when a stream is connected again; without one, the id} */
  public Optional<Sequence> resumeFrom() {
    return Optional.ofNullable(resumeFrom);
  }

  /** {@return where a stream is connected again, if not by the request that began it} */
  public Optional<String> resumeAt() {
    return Optional.ofNullable(resumeAt);
  }

  /** {@return how long an open stream may send nothing; zero for without a bound} */
  public Duration maxSilence() {
    return maxSilence;
  }

  /** {@return who is told of the event that ended a stream} */
  public Consumer<? super ServerEvent> onEnd() {
    return onEnd;
  }

  /** {@return a builder with these options} */
  public Builder newBuilder() {
    return new Builder(this);
  }

  /**
   * Builds {@link EventOptions}: {@code [DONE]} ends a stream but is not required; an event of type
   * {@code error}, or whose data is a JSON object with an {@code error}, is an error; so is an
   * event that is cut. Lines and events of up to 16 MiB; a stream that breaks is connected again
   * where that is safe, up to 4 times in a row, after 1 second or what the server asks for, up to 5
   * minutes; it goes on after the last event's id. It may be silent for 5 minutes.
   */
  public static final class Builder {
    private Set<String> endMarkers = Set.of("[DONE]");
    private Set<String> endTypes = Set.of();
    private boolean endNamed;
    private Set<String> errorTypes = Set.of("error");
    private boolean errorMembers = true;
    private boolean cutIgnored;
    // Most events are one line: a picture in an answer is a line of megabytes.
    private int maxLineBytes = 16 << 20;
    private int maxEventBytes = 16 << 20;
    private boolean follow;
    private int maxReconnects = 4;
    private Duration minReconnectWait = Duration.ofSeconds(1);
    private Duration maxReconnectWait = Duration.ofMinutes(5);
    private @Nullable Sequence resumeFrom;
    private @Nullable String resumeAt;
    // A model may think for minutes; the 30 seconds of a read are for servers that do not.
    private Duration maxSilence = Duration.ofMinutes(5);
    private Consumer<? super ServerEvent> onEnd = event -> {};

    /** Creates a builder with the values named above. */
    public Builder() {}

    private Builder(EventOptions options) {
      this.endMarkers = options.endMarkers;
      this.endTypes = options.endTypes;
      this.endNamed = options.endRequired;
      this.errorTypes = options.errorTypes;
      this.errorMembers = options.errorMembers;
      this.cutIgnored = options.cutIgnored;
      this.maxLineBytes = options.maxLineBytes;
      this.maxEventBytes = options.maxEventBytes;
      this.follow = options.follow;
      this.maxReconnects = options.maxReconnects;
      this.minReconnectWait = options.minReconnectWait;
      this.maxReconnectWait = options.maxReconnectWait;
      this.resumeFrom = options.resumeFrom;
      this.resumeAt = options.resumeAt;
      this.maxSilence = options.maxSilence;
      this.onEnd = options.onEnd;
    }

    /**
     * Sets the data that end the stream, such as {@code [DONE]}. Their events are not delivered,
     * and nothing is read after them. A stream without one of them, or of the {@linkplain #endTypes
     * end types}, is then an error.
     */
    public Builder endMarkers(Set<String> data) {
      this.endMarkers = Set.copyOf(data);
      this.endNamed = true;
      return this;
    }

    /**
     * Sets the types of events that end the stream, such as {@code message_stop}. They are
     * delivered, and nothing is read after them. A stream without one of them, or of the
     * {@linkplain #endMarkers end markers}, is then an error.
     */
    public Builder endTypes(Set<String> types) {
      this.endTypes = Set.copyOf(types);
      this.endNamed = true;
      return this;
    }

    /** Sets the types of events that report an error; none, to have such events delivered. */
    public Builder errorTypes(Set<String> types) {
      this.errorTypes = Set.copyOf(types);
      return this;
    }

    /**
     * Sets whether data that is a JSON object with an {@code error} member, other than null, false
     * and an empty text, reports an error.
     */
    public Builder errorMembers(boolean errorMembers) {
      this.errorMembers = errorMembers;
      return this;
    }

    /**
     * Sets whether a stream that stops in the middle of an event is complete nevertheless, as in
     * the HTML standard. The half event is never delivered.
     */
    public Builder cutIgnored(boolean cutIgnored) {
      this.cutIgnored = cutIgnored;
      return this;
    }

    /** Sets the longest line, in bytes; 1 or more. */
    public Builder maxLineBytes(int maxLineBytes) {
      this.maxLineBytes = atLeast("maxLineBytes", 1, maxLineBytes);
      return this;
    }

    /** Sets the largest event with all its lines but comments, in bytes; 1 or more. */
    public Builder maxEventBytes(int maxEventBytes) {
      this.maxEventBytes = atLeast("maxEventBytes", 1, maxEventBytes);
      return this;
    }

    /** Sets whether a stream that ends without failure is connected again, as a live feed is. */
    public Builder follow(boolean follow) {
      this.follow = follow;
      return this;
    }

    /**
     * Sets how often in a row a broken stream is connected again without an event in between; 0 for
     * never.
     */
    public Builder maxReconnects(int maxReconnects) {
      this.maxReconnects = atLeast("maxReconnects", 0, maxReconnects);
      return this;
    }

    /**
     * Sets the bounds of the wait before a stream is connected again. Within them it is what the
     * server says in a {@code retry} field, or else the shortest, doubled with every failure in a
     * row. Up to half of it is added at random.
     *
     * @throws IllegalArgumentException if a bound is negative, or the shortest is the longer one
     */
    public Builder reconnectWait(Duration shortest, Duration longest) {
      if (shortest.isNegative() || shortest.compareTo(longest) > 0) {
        throw new IllegalArgumentException("no bounds of a wait: " + shortest + " to " + longest);
      }
      this.minReconnectWait = shortest;
      this.maxReconnectWait = longest;
      return this;
    }

    /**
     * Sets the number by which a broken stream continues, for servers that take a sequence number
     * instead of a {@code Last-Event-ID}. The stream is asked for again with the number of the last
     * event in a query parameter: by the same request if that only reads, is declared repeatable or
     * has an idempotency key, or by the one that {@link #resumeAt} names.
     *
     * <p>No event comes twice: events that the server repeats, up to the last number, are left out.
     * If the numbers were consecutive before the break and are not across it, a
     * {@code TraversalEvent.Warning} says that events are missing. An event without an integer at
     * this path is delivered as it comes; it may come again if the stream breaks before the next
     * number. Default: the stream continues by the last event's id.
     *
     * @param number the path of the number in the data, such as {@code $.sequence_number}; the
     *     request that gets these options refuses a text that is no path
     * @param parameter the query parameter, such as {@code starting_after}
     */
    public Builder resumeFrom(String number, String parameter) {
      this.resumeFrom = new Sequence(number, parameter);
      return this;
    }

    /**
     * Sets the URL from which a broken stream continues, by GET, for streams that are begun by a
     * POST which must not be sent twice: {@code responses/{$.response.id}?stream=true}. The URL is
     * relative to that of the request and has the same origin. Each path in braces is replaced by
     * the text or number that it finds in the data, taken from the first event that has one. While
     * one of them is unknown, the request itself is sent again where that is safe. Default: always
     * the request itself.
     *
     * @param url the URL; the request that gets these options refuses one that does not resolve
     */
    public Builder resumeAt(String url) {
      this.resumeAt = Objects.requireNonNull(url, "url");
      return this;
    }

    /**
     * Sets how long a stream may send nothing, not even a comment; zero for no bound. For streams
     * it replaces the read timeout of the {@code OkHttpClient}, also while the response has not
     * begun. A stream that is silent for longer counts as broken: it is connected again where that
     * is safe, and is otherwise an error of kind {@code SILENCE}. Default: 5 minutes.
     */
    public Builder maxSilence(Duration maxSilence) {
      if (maxSilence.isNegative()) {
        throw new IllegalArgumentException("maxSilence < 0: " + maxSilence);
      }
      this.maxSilence = maxSilence;
      return this;
    }

    /**
     * Sets an action for the event that ends a stream: one whose data is an {@linkplain #endMarkers
     * end marker}, which is not delivered, or one of an {@linkplain #endTypes end type}, which is.
     * The action runs once in each traversal that reads to its end, on the thread that reads,
     * before the end is told. A stream that just stops does not run it. What the action throws is
     * the error of the traversal. Default: none.
     */
    public Builder onEnd(Consumer<? super ServerEvent> onEnd) {
      this.onEnd = Objects.requireNonNull(onEnd, "onEnd");
      return this;
    }

    private static int atLeast(String name, int least, int value) {
      if (value < least) {
        throw new IllegalArgumentException(name + " < " + least + ": " + value);
      }
      return value;
    }

    /** {@return the options} */
    public EventOptions build() {
      return new EventOptions(this);
    }
  }
}
