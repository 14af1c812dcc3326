package dev.pageturner.pagination;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which parameters of the first request's query and body the following requests repeat, beside the
 * position that they carry. A next link is followed with the query that the server wrote into it;
 * only what is repeated of the body is decided here then.
 */
public sealed interface Kept {
  /** The whole query and the whole body, as most servers expect it. */
  record Everything() implements Kept {
    @Override
    public String toString() {
      return "everything";
    }
  }

  /**
   * The parameters of these names, whether they stand in the query, in a JSON object as its own
   * members, or in a form. The page size is asked for only if its name is among them. What
   * credentials add to the query stays. A body of which nothing is left is not sent.
   *
   * @param names the names, possibly none, so that the position stands alone
   */
  record Only(SortedSet<String> names) implements Kept {
    /** Copies the names. */
    public Only {
      names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
      if (names.stream().anyMatch(String::isBlank)) {
        throw new IllegalArgumentException("a parameter to keep needs a name: " + names);
      }
    }

    @Override
    public String toString() {
      return names.isEmpty() ? "nothing" : "only " + Shown.names(names);
    }
  }

  /** {@return the whole query and body} */
  static Kept everything() {
    return new Everything();
  }

  /** {@return nothing: the position stands alone} */
  static Kept nothing() {
    return only();
  }

  /** {@return the parameters of these names} */
  static Kept only(String... names) {
    return only(List.of(names));
  }

  /** {@return the parameters of these names} */
  static Kept only(Collection<String> names) {
    return new Only(new TreeSet<>(names));
  }

  /** {@return whether a parameter of this name is repeated} */
  default boolean keeps(String name) {
    return !(this instanceof Only only) || only.names().contains(name);
  }
}
