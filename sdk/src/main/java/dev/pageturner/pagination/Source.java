package dev.pageturner.pagination;

import java.util.List;
import java.util.Objects;

/** Where in a response one value is. */
public sealed interface Source {
  /**
   * In the body.
   *
   * @param path where
   */
  record Body(JsonPath path) implements Source {
    @Override
    public String toString() {
      return path.toString();
    }
  }

  /**
   * In a header of the response.
   *
   * @param name the header's name, in any case
   */
  record Header(String name) implements Source {
    /** Checks that there is a name. */
    public Header {
      if (name.isBlank()) {
        throw new IllegalArgumentException("a header without a name");
      }
    }

    @Override
    public String toString() {
      return "header " + Shown.name(name);
    }
  }

  /**
   * In the last item of the page, as the server sent it.
   *
   * @param paths where in the item; the first that is present counts
   */
  record LastItem(List<JsonPath> paths) implements Source {
    /** Copies the paths. */
    public LastItem {
      paths = List.copyOf(paths);
      if (paths.isEmpty()) {
        throw new IllegalArgumentException("no path into the last item");
      }
    }

    @Override
    public String toString() {
      return "last item's "
          + String.join(" or ", paths.stream().map(JsonPath::text).toList());
    }
  }

  /** {@return the value at a path of the body} */
  static Source body(String path) {
    return new Body(JsonPath.of(path));
  }

  /** {@return the value of a response header} */
  static Source header(String name) {
    return new Header(Objects.requireNonNull(name, "name"));
  }

  /** {@return the value in the last item, at the first path that is present} */
  static Source lastItem(String... paths) {
    return new LastItem(List.of(paths).stream().map(JsonPath::of).toList());
  }
}
