package dev.pageturner.sequence;

import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * When a batch is full: by the number of its items, by their bytes, by its age.
 *
 * <p>The first bound that is reached counts. A limit is immutable; a method that sets a bound gives
 * back another limit. Without a word on the number of items, it is 100,000 at most, so that memory
 * is bounded whatever the sizes and the age are.
 *
 * @param <T> the items, or a supertype of them
 */
public final class BatchLimit<T extends @Nullable Object> {
  private static final int DEFAULT_MAX_ITEMS = 100_000;

  private final int maxItems;
  private final long maxBytes;
  private final ToLongFunction<? super T> sizeOf;
  private final @Nullable Duration maxAge;
  private final LongSupplier nanoClock;

  private BatchLimit(
      int maxItems,
      long maxBytes,
      ToLongFunction<? super T> sizeOf,
      @Nullable Duration maxAge,
      LongSupplier nanoClock) {
    this.maxItems = maxItems;
    this.maxBytes = maxBytes;
    this.sizeOf = sizeOf;
    this.maxAge = maxAge;
    this.nanoClock = nanoClock;
  }

  /** {@return at most {@code maxItems} items, at least 1} */
  public static BatchLimit<@Nullable Object> items(int maxItems) {
    return unlimited().maxItems(maxItems);
  }

  /** {@return at most {@code maxBytes} bytes, as {@link #maxBytes} has it} */
  public static <T extends @Nullable Object> BatchLimit<T> bytes(
      long maxBytes, ToLongFunction<? super T> sizeOf) {
    return BatchLimit.<T>unlimited().maxBytes(maxBytes, sizeOf);
  }

  /** {@return batches not older than {@code maxAge}, as {@link #maxAge} has it} */
  public static BatchLimit<@Nullable Object> age(Duration maxAge) {
    return unlimited().maxAge(maxAge);
  }

  private static <T extends @Nullable Object> BatchLimit<T> unlimited() {
    return new BatchLimit<>(DEFAULT_MAX_ITEMS, Long.MAX_VALUE, item -> 0, null, System::nanoTime);
  }

  /** {@return this limit with at most {@code maxItems} items to a batch, at least 1} */
  public BatchLimit<T> maxItems(int maxItems) {
    if (maxItems < 1) {
      throw new IllegalArgumentException("maxItems < 1: " + maxItems);
    }
    return new BatchLimit<>(maxItems, maxBytes, sizeOf, maxAge, nanoClock);
  }

  /**
   * {@return this limit with at most {@code maxBytes} bytes to a batch, at least 1}
   *
   * <p>An item that does not fit begins the next batch. An item that is larger than the bound is a
   * batch alone. Say this bound last, and the compiler finds the type of a lambda's item by itself:
   * {@code batched(BatchLimit.items(500).maxBytes(1 << 20, row -> row.size()))}.
   *
   * @param maxBytes the bytes of all items together
   * @param sizeOf the bytes of one item, 0 or more; called once per item
   * @param <U> the items
   */
  public <U extends T> BatchLimit<U> maxBytes(long maxBytes, ToLongFunction<? super U> sizeOf) {
    if (maxBytes < 1) {
      throw new IllegalArgumentException("maxBytes < 1: " + maxBytes);
    }
    Objects.requireNonNull(sizeOf, "sizeOf");
    return new BatchLimit<>(maxItems, maxBytes, sizeOf, maxAge, nanoClock);
  }

  /**
   * {@return this limit, with batches handed on when their first item was there for {@code maxAge}}
   *
   * <p>A sequence does nothing between two questions and has no timer: the age is looked at when an
   * item arrives, and that item is the last one of a batch that is old enough. While the source
   * keeps the next item waiting, the batch waits, too. The age counts from when the first item
   * entered the batch, by a clock that a change of the time of day does not move.
   *
   * @param maxAge more than zero
   */
  public BatchLimit<T> maxAge(Duration maxAge) {
    if (maxAge.isNegative() || maxAge.isZero()) {
      throw new IllegalArgumentException("maxAge <= 0: " + maxAge);
    }
    return new BatchLimit<>(maxItems, maxBytes, sizeOf, maxAge, nanoClock);
  }

  /** {@return this limit with its age measured by {@code nanoClock}, which never goes back} */
  BatchLimit<T> nanoClock(LongSupplier nanoClock) {
    return new BatchLimit<>(maxItems, maxBytes, sizeOf, maxAge, nanoClock);
  }

  int maxItems() {
    return maxItems;
  }

  long maxBytes() {
    return maxBytes;
  }

  @Nullable
  Duration maxAge() {
    return maxAge;
  }

  long nanoTime() {
    return nanoClock.getAsLong();
  }

  long sizeOf(T item) {
    long size = sizeOf.applyAsLong(item);
    if (size < 0) {
      throw new IllegalStateException("the size of an item is negative: " + size);
    }
    return size;
  }

  @Override
  public String toString() {
    String bytes = maxBytes == Long.MAX_VALUE ? "" : ", " + maxBytes + " bytes";
    String age = maxAge == null ? "" : ", " + maxAge;
    return "at most " + maxItems + " items" + bytes + age;
  }
}
