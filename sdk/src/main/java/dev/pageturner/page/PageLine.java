package dev.pageturner.page;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.walk.PageWalk;
import dev.pageturner.position.Position;
import dev.pageturner.position.StopReason;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one traversal that were fetched and not yet taken, and whether another one should be
 * fetched. It decides and fetches nothing; its owner sees to it that one thread at a time is here.
 */
final class PageLine<T> {
  private static final long MOST_BYTES_AHEAD = 16L << 20;

  private final PageWalk walk;
  private final TraversalOptions options;
  private final Told told;
  private final Deque<Fetched<T>> ready = new ArrayDeque<>();
  private @Nullable Throwable failure;
  private boolean lastEndUnknown;
  private long bytesAhead;
  private long itemsKnown;
  private long requests;

  PageLine(PageWalk walk, TraversalOptions options, Told told) {
    this.walk = walk;
    this.options = options;
    this.told = told;
    this.itemsKnown = options.start() == null ? 0 : -options.start().consumed();
  }

  /** A fetch that began. */
  record Asked(Position position, long number, long started) {}

  /** {@return the fetch of the next page, which begins now; null at the end of the list} */
  @Nullable
  Asked askNext() {
    Position position = walk.next();
    if (position == null) {
      return null;
    }
    // Set before a page is asked for, so that nothing is read ahead of one that fails.
    lastEndUnknown = true;
    return ask(position);
  }

  /** {@return the fetch of a page, which begins now} */
  Asked ask(Position position) {
    Asked asked = new Asked(position, ++requests, System.nanoTime());
    told.requested(asked.number(), position);
    return asked;
  }

  /** Takes note of a page that came. */
  void came(Asked asked, OpenPage<T> page) {
    told.received(asked.number(), page, Duration.ofNanos(System.nanoTime() - asked.started()));
  }

  /**
   * {@return the next page, which came; its end is looked for at once where pages are read ahead}
   */
  Fetched<T> next(Asked asked, OpenPage<T> page) {
    came(asked, page);
    Optional<PageEnd> end = options.prefetch() > 0 ? page.lookAhead() : Optional.empty();
    end.ifPresent(this::ended);
    return new Fetched<>(asked.position(), page, end.isPresent());
  }

  /** Takes note of how the last page ended. */
  void ended(PageEnd end) {
    lastEndUnknown = false;
    itemsKnown += end.items();
    walk.finished(end.next(), end.items(), end.content());
  }

  /** {@return whether the consumer's need for a page can be met by fetching the next one} */
  boolean canFetch() {
    return failure == null && !lastEndUnknown;
  }

  /** {@return whether a page should be read ahead of the consumer} */
  boolean wantsAhead() {
    return canFetch()
        && ready.size() < options.prefetch()
        && bytesAhead < MOST_BYTES_AHEAD
        && itemsKnown < options.maxItems()
        && requests > 0
        && walk.reason() == null;
  }

  void keep(Fetched<T> fetched) {
    ready.add(fetched);
    bytesAhead += fetched.page().heldBytes();
  }

  void fail(Throwable e) {
    failure = e;
  }

  boolean isEmpty() {
    return ready.isEmpty();
  }

  boolean isFirstStreamed() {
    Fetched<T> first = ready.peek();
    return first != null && first.page().mayBlock();
  }

  /** {@return whether there is something to take: a page, a failure, or the end} */
  boolean isDecided() {
    return !ready.isEmpty() || failure != null || walk.reason() != null;
  }

  /** {@return the first page that was read ahead, or null} */
  @Nullable
  Fetched<T> poll() {
    Fetched<T> first = ready.poll();
    if (first != null) {
      bytesAhead -= first.page().heldBytes();
    }
    return first;
  }

  /** Throws the failure of a fetch, once. */
  void throwFailure() {
    Throwable e = failure;
    failure = null;
    if (e instanceof RuntimeException runtime) {
      throw runtime;
    } else if (e instanceof Error error) {
      throw error;
    } else if (e != null) {
      throw new PageturnerException.Callback("a page could not be fetched", e);
    }
  }

  /** {@return why there are no more pages} */
  @Nullable
  StopReason reason() {
    return walk.reason();
  }

  void closeAll() {
    ready.forEach(fetched -> fetched.page().close());
    ready.clear();
  }
}
