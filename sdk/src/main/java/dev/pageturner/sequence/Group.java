package dev.pageturner.sequence;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive items with the same key, read from the sequence they are part of as they are asked
 * for.
 *
 * <p>A group shares the traversal of its {@linkplain LazyIterable#groupConsecutive sequence of
 * groups}. It can be iterated once, and only until that traversal is asked for the next group or is
 * closed; later use is an {@link IllegalStateException}. Closing its iterator ends the group only.
 * What was not read of it is skipped. It is for the thread of that traversal.
 *
 * @param <K> the key
 * @param <T> the items
 */
public final class Group<K extends @Nullable Object, T extends @Nullable Object>
    implements LazyIterable<T> {
  private final K key;
  private final GroupingIterator<K, T> groups;
  private boolean used;

  Group(K key, GroupingIterator<K, T> groups) {
    this.key = key;
    this.groups = groups;
  }

  /** {@return the key of all items of this group} */
  public K key() {
    return key;
  }

  /**
   * {@return the one traversal of this group}
   *
   * @throws IllegalStateException if the group was iterated before, or is over
   */
  @Override
  public CloseableIterator<T> iterator() {
    checkCurrent();
    if (used) {
      throw new IllegalStateException(
          "this group can be iterated once, and was; keep its items with toList() to go over them"
              + " again");
    }
    used = true;
    return new Items();
  }

  private void checkCurrent() {
    if (!groups.isCurrent(this)) {
      throw new IllegalStateException(
          "this group is over: its sequence of groups has gone on, or was closed; take the items"
              + " of a group before you ask for the next group");
    }
  }

  private final class Items implements CloseableIterator<T> {
    private volatile boolean ended;

    @Override
    public boolean hasNext() {
      if (ended) {
        return false;
      }
      checkCurrent();
      ended = !groups.hasMoreOf(key);
      return !ended;
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return groups.take();
    }

    @Override
    public void close() {
      ended = true;
    }
  }
}
