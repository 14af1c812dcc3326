package dev.pageturner.internal.walk;

import dev.pageturner.position.Place;
import java.util.concurrent.CompletionStage;

/**
 * Fetches the pages of one traversal, one at a time, without blocking.
 *
 * @param <T> the items
 */
public interface LaterReader<T> extends PageReader<T> {
  /** {@return the page that stands at a place, once it has come} */
  CompletionStage<OpenPage<T>> openLater(Place place);
}
