package dev.pageturner.position;

import dev.pageturner.internal.text.ShortText;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Where a page starts, whatever the API calls it.
 *
 * <p>A position is made by the pagination of a list and is handed back to it; there is no need to
 * look inside, unless you write a page function. {@link Object#toString} is for people: it cuts
 * long values. A {@link Checkpoint} is the form to store.
 */
public sealed interface Position {
  /** The beginning of the list: the first page. */
  record Start() implements Position {
    @Override
    public String toString() {
      return "start";
    }
  }

  /**
   * An opaque "continue here" of the server, made of one value or, for some APIs, of several.
   *
   * @param values the values, in the order the pagination names them
   */
  record Cursor(List<CursorValue> values) implements Position {
    /** Copies the values. */
    public Cursor {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("a cursor without values");
      }
    }

    /** {@return the first value's text: the whole cursor of almost every API} */
    public String text() {
      return values.get(0).text();
    }

    @Override
    public String toString() {
      return "cursor " + values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
  }

  /**
   * The address of the page.
   *
   * @param url an absolute http or https URL, without secrets
   */
  record Url(String url) implements Position {
    /** Checks that there is a URL. */
    public Url {
      Objects.requireNonNull(url, "url");
    }

    /** {@return the URL, with its query as a hash: it may hold what is not for everybody} */
    @Override
    public String toString() {
      return "url " + ShortText.ofUrl(url);
    }
  }

  /**
   * The number of items before the page.
   *
   * @param offset the items to leave out, from 0
   */
  record Offset(long offset) implements Position {
    /** Checks that the offset is not negative. */
    public Offset {
      if (offset < 0) {
        throw new IllegalArgumentException("offset < 0: " + offset);
      }
    }

    @Override
    public String toString() {
      return "offset " + offset;
    }
  }

  /**
   * The number of the page, as the API counts.
   *
   * @param number the number, from the API's first one, 0 or 1
   */
  record PageNumber(long number) implements Position {
    /** Checks that the number is not negative. */
    public PageNumber {
      if (number < 0) {
        throw new IllegalArgumentException("page number < 0: " + number);
      }
    }

    @Override
    public String toString() {
      return "page " + number;
    }
  }

  /** {@return the beginning of a list} */
  static Position start() {
    return new Start();
  }

  /** {@return a cursor of one text value} */
  static Position cursor(String text) {
    return new Cursor(List.of(CursorValue.text(text)));
  }

  /** {@return the position at an absolute http or https URL} */
  static Position url(String url) {
    return new Url(url);
  }

  /** {@return the position after {@code offset} items} */
  static Position offset(long offset) {
    return new Offset(offset);
  }

  /** {@return the position of page {@code number}, as the API counts} */
  static Position pageNumber(long number) {
    return new PageNumber(number);
  }
}
