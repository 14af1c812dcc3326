package dev.pageturner.pagination;

import java.util.List;

/** What tells where the next page starts. */
public sealed interface Next {
  /** Not known yet: decided from the request and the first response. */
  record Detected() implements Next {
    @Override
    public String toString() {
      return "detected";
    }
  }

  /** Nothing: the list has one page. */
  record None() implements Next {
    @Override
    public String toString() {
      return "none";
    }
  }

  /**
   * A cursor of the server, of one value or several.
   *
   * @param sources where each value is
   */
  record Cursor(List<Source> sources) implements Next {
    /** Copies the sources. */
    public Cursor {
      sources = List.copyOf(sources);
      if (sources.isEmpty()) {
        throw new IllegalArgumentException("a cursor without a source");
      }
    }

    @Override
    public String toString() {
      return "cursor "
          + String.join(", ", sources.stream().map(Source::toString).toList());
    }
  }

  /**
   * The URL of the next page, absolute or relative to the page that carries it.
   *
   * @param source where the URL is
   */
  record Url(Source source) implements Next {
    @Override
    public String toString() {
      return "URL " + source;
    }
  }

  /**
   * A link to the next page that is an object: {@code href} (or {@code url}) is its URL, and it may
   * name the {@code method}, GET or POST or that of the list, and the JSON {@code body} of the
   * request. With {@code merge} true, the members of that body replace those of the first request's
   * and the others stay; otherwise the body is all that is sent. A text in its place is a URL.
   *
   * @param source where the object is
   */
  record LinkObject(Source source) implements Next {
    @Override
    public String toString() {
      return "link object " + source;
    }
  }

  /**
   * The {@code Link} header (RFC 8288).
   *
   * @param relation the relation of the link, {@code next} as a rule
   */
  record LinkHeader(String relation) implements Next {
    @Override
    public String toString() {
      return "Link header, rel=" + Shown.name(relation);
    }
  }

  /**
   * A count of items that the client keeps: it grows by the items received.
   *
   * @param first the offset of the first item, 0 as a rule, 1 for SCIM and the like
   */
  record Offset(long first) implements Next {
    @Override
    public String toString() {
      return "offset from " + first;
    }
  }

  /**
   * A page number that the client keeps.
   *
   * @param first the number of the first page, 0 or 1 as a rule
   */
  record PageNumber(long first) implements Next {
    @Override
    public String toString() {
      return "page number from " + first;
    }
  }
}
