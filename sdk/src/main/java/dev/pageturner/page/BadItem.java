package dev.pageturner.page;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.position.Place;
import java.util.Objects;

/**
 * An item of a list that is JSON and does not fit its type: a member is missing or of another kind,
 * the type's constructor refused it, or it is null.
 *
 * @param page where its page stands
 * @param index its number in the page, from 0
 * @param path where in the page reading stopped, such as {@code $.data[3].name}
 * @param json the item as the server sent it
 * @param error what a traversal that hands over no items would throw
 */
public record BadItem(Place page, long index, String path, String json, PageturnerException error) {
  /** Checks that nothing is missing. */
  public BadItem {
    Objects.requireNonNull(page, "page");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(json, "json");
    Objects.requireNonNull(error, "error");
  }

  /** {@return what does not fit, without the item's data} */
  @Override
  public String toString() {
    return String.valueOf(error.getMessage());
  }
}
