package dev.pageturner.pagination;

import java.util.Objects;

/**
 * What the last page of a list offers for later, so that a later traversal asks for what changed
 * since, and for nothing else.
 */
public sealed interface Sync permits Sync.Token, Sync.Link, Mark {
  /**
   * A token of the server, or the key of the newest item of a list that grows at its end. The
   * request that begins with it is that of a following page, with the token in the place of a
   * position; the pages after it repeat it beside their own position.
   *
   * @param source where the token is in the last page; for the newest item's key,
   *     {@link Source#lastItem}
   * @param carrier how the first request of the next traversal carries it
   */
  record Token(Source source, Carrier carrier) implements Sync {
    /** Checks that there is one name for the one value. */
    public Token {
      Objects.requireNonNull(source, "source");
      boolean url = carrier instanceof Carrier.TheUrl;
      if (url || Pagination.Builder.namesOf(carrier) != 1) {
        throw new IllegalArgumentException("a sync token has one name, not: " + carrier);
      }
    }

    @Override
    public String toString() {
      return "token " + source + ", sent as " + carrier;
    }
  }

  /**
   * The URL of what changes later, absolute or relative to the page that carries it, such as the
   * delta link of OData.
   *
   * @param source where the URL is in the last page
   */
  record Link(Source source) implements Sync {
    /** Checks that there is a source. */
    public Link {
      Objects.requireNonNull(source, "source");
    }

    @Override
    public String toString() {
      return "link " + source;
    }
  }

  /**
   * {@return a token in the body that goes back in a query parameter}
   *
   * @param path where the token is, such as {@code $.nextSyncToken}
   * @param parameter the query parameter, such as {@code syncToken}
   */
  static Sync token(String path, String parameter) {
    return new Token(Source.body(path), Carrier.query(parameter));
  }

  /** {@return a token, wherever it is, that goes back in any way} */
  static Sync token(Source source, Carrier carrier) {
    return new Token(source, carrier);
  }

  /**
   * {@return the key of the newest item, of a list that grows at its end}
   *
   * @param field where the key is in an item, such as {@code $.id}
   * @param parameter the query parameter that asks for the items after a key
   */
  static Sync newestItem(String field, String parameter) {
    return new Token(Source.lastItem(field), Carrier.query(parameter));
  }

  /**
   * {@return the URL of what changes later, in the body}
   *
   * @param path where the URL is, such as {@code $['@odata.deltaLink']}
   */
  static Sync link(String path) {
    return new Link(Source.body(path));
  }
}
