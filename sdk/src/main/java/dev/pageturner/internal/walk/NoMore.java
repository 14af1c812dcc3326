package dev.pageturner.internal.walk;

import dev.pageturner.position.StopReason;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The error of who asks for an item where there is none. */
final class NoMore {
  private NoMore() {}

  /** {@return what is thrown where there is nothing more to give out: it says why} */
  static NoSuchElementException error(@Nullable StopReason why) {
    return new NoSuchElementException(
        why == null
            ? "no item is ready"
            : switch (why) {
              case END_OF_LIST -> "the list has ended";
              case MAX_ITEMS -> "as many items were given out as maxItems allows";
              case MAX_PAGES -> "as many pages were read as maxPages allows";
              case CLOSED -> "the traversal was closed";
            });
  }
}
