package dev.pageturner.page;

import dev.pageturner.position.Position;

/**
 * Where the pages of a list come from.
 *
 * <p>Applications use {@link PagedIterable#from(PageFunction)}. A source is for those who bring a
 * transport of their own and want to hand out items before a page is complete, or to say where the
 * next page starts before its items are decoded.
 *
 * @param <T> the items
 */
public interface PageSource<T> {
  /**
   * {@return what tells this list from others, so that a checkpoint is not used with another one}
   *
   * @param position the position of the checkpoint
   * @param options the options of the traversal
   */
  String fingerprint(Position position, PageOptions options);

  /**
   * {@return a position as a checkpoint may keep it: without secrets}
   *
   * @param position a position that a page gave
   */
  default Position storable(Position position) {
    return position;
  }

  /** {@return a reader for one traversal; nothing is fetched yet} */
  PageReader<T> reader(PageOptions options);
}
