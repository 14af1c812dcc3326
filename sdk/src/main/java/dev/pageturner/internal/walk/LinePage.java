package dev.pageturner.internal.walk;

import dev.pageturner.position.Place;
import org.jspecify.annotations.Nullable;

/**
 * A page of one traversal, from when its place is known until the consumer has left it: the one
 * owner of where the traversal stands.
 *
 * <p>It is <i>wanted</i> (its place is known, it is not fetched), then <i>open</i>, then
 * <i>entered</i> (the items that were consumed before are skipped), and at last <i>drained</i>. A
 * failure while it is read takes it from any of these back to wanted: the items consumed, the size
 * asked for and the end, once known, stay as they are, so that what was read ahead stays valid and
 * no item comes twice. A failure to fetch it is kept in it until the consumer comes and takes it.
 *
 * <p>Threads: the place, the open page, the end and the failure change under the lock of the
 * {@link PageSupply} that owns the line; what is volatile is also read without it.
 * {@code consumed}, {@code entered} and {@code drained} belong to the consumer alone.
 *
 * @param <T> the items
 */
final class LinePage<T> {
  private volatile Place place;
  private volatile @Nullable OpenPage<T> open;
  private volatile @Nullable PageEnd end;
  private @Nullable Throwable failure;
  private @Nullable RuntimeException objection;
  private boolean resized;

  private final long known = System.nanoTime();
  private long consumed;
  private boolean entered;
  private boolean drained;

  /**
   * A page to be fetched.
   *
   * @param place where it stands
   * @param consumed how many of its items are behind the consumer
   */
  LinePage(Place place, long consumed) {
    this.place = place;
    this.consumed = consumed;
  }

  /** {@return where the page stands} */
  Place place() {
    return place;
  }

  /** {@return since when the place is known} */
  long knownSince() {
    return known;
  }

  /** {@return the page, open; null while it is to be fetched} */
  @Nullable
  OpenPage<T> open() {
    return open;
  }

  /** {@return how the page ends; null as long as that is not known} */
  @Nullable
  PageEnd end() {
    return end;
  }

  /** The page was fetched. */
  void opened(OpenPage<T> page) {
    Place was = place;
    Place is = page.place();
    // Of pages of another size, the consumed items may fill several.
    resized = consumed > 0 && !was.size().equals(is.size());
    place = resized ? was.withPagination(is.pagination()) : is;
    failure = null;
    open = page;
  }

  /** {@return whether the page may have another size than the one its consumed items came from} */
  boolean isResized() {
    return resized;
  }

  /** The end of the page is known; what comes after it may be objected to. */
  void ended(PageEnd end, @Nullable RuntimeException objection) {
    this.end = end;
    this.objection = objection;
  }

  /** Throws what speaks against going on after this page. */
  void throwObjection() {
    if (objection != null) {
      throw objection;
    }
  }

  /** The page could not be fetched. */
  void failed(Throwable e) {
    failure = e;
  }

  boolean hasFailed() {
    return failure != null;
  }

  /** {@return why the page could not be fetched, once; null if it could} */
  @Nullable
  Throwable takeFailure() {
    Throwable e = failure;
    failure = null;
    return e;
  }

  /** {@return how many items are behind the consumer} */
  long consumed() {
    return consumed;
  }

  void consumed(long items) {
    consumed = items;
  }

  void consumedOne() {
    consumed++;
  }

  boolean isEntered() {
    return entered && open != null;
  }

  void entered() {
    entered = true;
  }

  /** {@return whether the page was read to its end} */
  boolean isDrained() {
    return drained;
  }

  void drained() {
    drained = true;
  }

  /** Leaves the page so that it is fetched again; an end that is not believed is forgotten. */
  void breakOff(boolean forgetEnd) {
    close();
    open = null;
    entered = false;
    drained = false;
    if (forgetEnd) {
      end = null;
    }
  }

  /** The consumer has left the page: what it held may be used again. */
  void left() {
    close();
    open = null;
  }

  /** Releases what the page holds; from any thread. */
  void close() {
    OpenPage<T> page = open;
    if (page != null) {
      page.close();
    }
  }
}
