package dev.pageturner.internal.walk;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How the pages of a traversal come: to a consumer who waits for them, or to one who is woken.
 *
 * <p>A traversal of several lists has one, for all of them.
 */
public final class Supplies {
  private static final Supplies WAITING = new Supplies(null, () -> {});

  private final @Nullable LaterReaders readers;
  private final Runnable wake;

  private Supplies(@Nullable LaterReaders readers, Runnable wake) {
    this.readers = readers;
    this.wake = wake;
  }

  /** {@return for a consumer who waits} */
  static Supplies waiting() {
    return WAITING;
  }

  /**
   * {@return for a consumer who is woken}
   *
   * @param readers makes readers that do not block
   * @param wake is run, on any thread, when a traversal that was waiting should be asked again
   */
  public static Supplies woken(LaterReaders readers, Runnable wake) {
    return new Supplies(readers, wake);
  }

  /** {@return the same for the same consumer, with other readers, if it is one who is woken} */
  Supplies readBy(UnaryOperator<LaterReaders> others) {
    return readers == null ? this : new Supplies(others.apply(readers), wake);
  }

  <T> PageSupply<T> supply(PageReader<T> reader, PageLine<T> line) {
    return readers == null
        ? new PageQueue<>(reader, line)
        : new LaterQueue<>(readers.later(reader), line, wake);
  }

  /** Has the consumer ask again, who is about to be told to wait. */
  void wake() {
    wake.run();
  }
}
