package dev.pageturner.pagination;

import java.util.List;

/** How the next request carries the position. */
public sealed interface Carrier {
  /**
   * Query parameters, one for each value of the position.
   *
   * @param names their names
   */
  record Query(List<String> names) implements Carrier {
    /** Copies the names. */
    public Query {
      names = named(names);
    }

    @Override
    public String toString() {
      return "query " + Shown.names(names);
    }
  }

  /** The members of the cursor, which is an object, become query parameters. */
  record QueryMembers() implements Carrier {
    @Override
    public String toString() {
      return "query, by the cursor's members";
    }
  }

  /**
   * Members of the JSON body of the request, one for each value of the position.
   *
   * @param paths where in the body; objects on the way are made when they are missing
   */
  record Body(List<JsonPath> paths) implements Carrier {
    /** Copies the paths. */
    public Body {
      paths = List.copyOf(paths);
      if (paths.isEmpty()) {
        throw new IllegalArgumentException("no member of the body");
      }
    }

    @Override
    public String toString() {
      return "body " + String.join(", ", paths.stream().map(JsonPath::text).toList());
    }
  }

  /**
   * Fields of the form that is the body of the request, one for each value of the position.
   *
   * @param names their names; a request without a body gets a form
   */
  record Form(List<String> names) implements Carrier {
    /** Copies the names. */
    public Form {
      names = named(names);
    }

    @Override
    public String toString() {
      return "form " + Shown.names(names);
    }
  }

  /**
   * Request headers, one for each value of the position.
   *
   * @param names their names
   */
  record Header(List<String> names) implements Carrier {
    /** Copies the names. */
    public Header {
      names = named(names);
    }

    @Override
    public String toString() {
      return "header " + Shown.names(names);
    }
  }

  /** The position is the URL of the next request. */
  record TheUrl() implements Carrier {
    @Override
    public String toString() {
      return "the URL itself";
    }
  }

  private static List<String> named(List<String> names) {
    if (names.isEmpty() || names.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("a position needs a name to travel under: " + names);
    }
    return List.copyOf(names);
  }

  /** {@return query parameters, one for each value} */
  static Carrier query(String... names) {
    return new Query(List.of(names));
  }

  /** {@return members of the request's JSON body, one for each value} */
  static Carrier body(String... paths) {
    return new Body(List.of(paths).stream().map(JsonPath::of).toList());
  }

  /** {@return fields of the request's form, one for each value} */
  static Carrier form(String... names) {
    return new Form(List.of(names));
  }

  /** {@return request headers, one for each value} */
  static Carrier header(String... names) {
    return new Header(List.of(names));
  }
}
