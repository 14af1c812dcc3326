package dev.pageturner.internal.rate;

import dev.pageturner.internal.time.Nanos;
import dev.pageturner.rate.RateLimit.Wait;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the queue: a thread that waits, a caller to be called, or a promise made to a caller
 * who comes back by himself. The queue's lock protects it, but for what is final and
 * {@link #lease}.
 */
final class Entry {
  private static final AtomicLong NUMBERS = new AtomicLong();
  private static final Duration FOR_EVER = ChronoUnit.FOREVER.getDuration();

  private final long number;
  private final int permits;
  private final Duration patience;
  private final long promised;
  private final @Nullable Thread thread;
  private final Consumer<Entry> decided;
  private final Consumer<Wait> listener;
  private long deadline;
  private volatile @Nullable Lease lease;
  private volatile boolean refused;
  private volatile long retryAt;

  private Entry(
      int permits,
      Duration patience,
      long promised,
      @Nullable Thread thread,
      Consumer<Entry> decided,
      Consumer<Wait> listener) {
    this.number = NUMBERS.incrementAndGet();
    this.permits = permits;
    this.patience = patience;
    this.deadline = Allowance.NEVER;
    this.promised = promised;
    this.thread = thread;
    this.decided = decided;
    this.listener = listener;
  }

  /** The calling thread, which is going to wait. */
  static Entry blocking(int permits, Duration patience, Consumer<Wait> listener) {
    return new Entry(permits, patience, Allowance.NEVER, Thread.currentThread(), e -> {}, listener);
  }

  /** A caller who is called when it is decided. */
  static Entry calling(Duration patience, Consumer<Entry> decided, Consumer<Wait> listener) {
    return new Entry(1, patience, Allowance.NEVER, null, decided, listener);
  }

  /** A caller who was told an instant and takes the permits then. */
  static Entry promise(int permits, long promised, Consumer<Entry> decided) {
    return new Entry(permits, FOR_EVER, promised, null, decided, wait -> {});
  }

  /** {@return its place among those with the same deadline} */
  long number() {
    return number;
  }

  int permits() {
    return permits;
  }

  /**
   * Starts its patience. It is asked in the same instant whether there is a permit, or no patience
   * at all would be too late already.
   */
  void arrive(long now) {
    deadline = Nanos.sum(now, Nanos.of(patience));
  }

  long deadline() {
    return deadline;
  }

  long promised() {
    return promised;
  }

  boolean isPromise() {
    return promised != Allowance.NEVER;
  }

  /** {@return whether somebody is to be called} */
  boolean isCaller() {
    return thread == null && !isPromise();
  }

  @Nullable
  Thread thread() {
    return thread;
  }

  Consumer<Entry> decided() {
    return decided;
  }

  Consumer<Wait> listener() {
    return listener;
  }

  void grant(Lease granted) {
    lease = granted;
  }

  void refuse(long whenToRetry) {
    retryAt = whenToRetry;
    refused = true;
  }

  boolean isPending() {
    return lease == null && !refused;
  }

  /** {@return what was granted, if it was} */
  @Nullable
  Lease lease() {
    return lease;
  }

  /** {@return when to try again, once refused} */
  long retryAt() {
    return retryAt;
  }
}
