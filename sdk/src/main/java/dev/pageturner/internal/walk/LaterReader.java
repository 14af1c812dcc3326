package dev.pageturner.internal.walk;

import dev.pageturner.position.Position;
import java.util.concurrent.CompletionStage;

/**
 * Fetches the pages of one traversal, one at a time, without blocking.
 *
 * @param <P> an open page
 */
public interface LaterReader<P> extends AutoCloseable {
  /** {@return the page that starts at a position, once it has come} */
  CompletionStage<P> openLater(Position position);

  /** Aborts the fetch under way, if there is one; may be called from any thread. */
  @Override
  void close();
}
