package dev.pageturner.internal.walk;

import java.util.function.Function;

/**
 * A paged sequence as sdk-async sees it. Its types are those of {@code page}, which this package
 * does not know.
 *
 * @param <R> a reader of pages
 * @param <P> an open page
 * @param <T> an item
 * @param <L> a page, read whole
 */
public interface StepSource<R, P, T, L> {
  /**
   * {@return a traversal of the items}
   *
   * @param later makes a reader that does not block of one that does
   * @param wake is run, on any thread, when a traversal that was waiting should be asked again
   */
  Steps<T> itemSteps(Function<R, LaterReader<P>> later, Runnable wake);

  /** {@return a traversal of the pages, likewise} */
  Steps<L> pageSteps(Function<R, LaterReader<P>> later, Runnable wake);
}
