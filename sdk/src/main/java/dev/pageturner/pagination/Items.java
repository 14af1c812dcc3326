package dev.pageturner.pagination;

/** Where the items are in the body of a page. */
public sealed interface Items {
  /** Not said: the body is an array, or an object in which one array stands out. */
  record Found() implements Items {
    @Override
    public String toString() {
      return "found in the body";
    }
  }

  /**
   * An array.
   *
   * @param path where it is, such as {@code $.data}, or {@code $} for a body that is the array
   */
  record ArrayAt(JsonPath path) implements Items {
    @Override
    public String toString() {
      return "array " + path;
    }
  }

  /**
   * The values of an object, whose keys are left out.
   *
   * @param path where the object is
   */
  record ValuesOf(JsonPath path) implements Items {
    @Override
    public String toString() {
      return "values of " + path;
    }
  }

  /** Each line of the body is an item: newline-delimited JSON. */
  record Lines() implements Items {
    @Override
    public String toString() {
      return "lines";
    }
  }

  /**
   * One object, which is the only item of its page.
   *
   * @param path where it is
   */
  record One(JsonPath path) implements Items {
    @Override
    public String toString() {
      return "object " + path;
    }
  }
}
