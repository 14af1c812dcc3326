package dev.pageturner.internal.paging;

import dev.pageturner.pagination.JsonPath;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the items of a body once, forward, and picks up the signals around them.
 *
 * <p>{@link #toItem} comes to an item; then exactly one of {@link #decode}, {@link #raw} and
 * {@link #skip} takes it.
 *
 * @param <T> the items
 */
interface ItemCursor<T> {
  /** {@return whether the cursor stands at an item; false at the end of the body} */
  boolean toItem() throws IOException;

  /** {@return whether the item at hand is an object} */
  boolean isObject() throws IOException;

  /** {@return the item at hand, decoded} */
  @Nullable
  T decode() throws IOException;

  /** {@return the JSON of the item at hand} */
  String raw() throws IOException;

  /** Passes over the item at hand. */
  void skip() throws IOException;

  /** {@return where in the body the item may begin, but for white space and a comma} */
  long from();

  /** {@return where in the body the item that was taken ends} */
  long to();

  /** {@return where the cursor stands, for messages} */
  String path();

  /** {@return the JSON of the signals that were found so far} */
  Map<JsonPath, String> signals();

  /** {@return whether the items were there at all, be it without a single one} */
  boolean itemsSeen();

  /** {@return whether there is null where the items should be} */
  boolean itemsNull();
}
