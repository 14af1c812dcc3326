package dev.pageturner.internal.url;

import java.util.Objects;
import okhttp3.HttpUrl;

/**
 * Whom a URL addresses: scheme, host and port (RFC 6454). Two URLs of one origin reach the same
 * server.
 *
 * @param scheme {@code http} or {@code https}
 * @param host the host in lower case, in ASCII; an IPv6 address without brackets
 * @param port the port, also where it is the scheme's own
 */
public record Origin(String scheme, String host, int port) {
  /** Checks the values. */
  public Origin {
    Objects.requireNonNull(host, "host");
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException("neither http nor https");
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("no port: " + port);
    }
  }

  /** {@return the origin of a URL} */
  public static Origin of(HttpUrl url) {
    return new Origin(url.scheme(), url.host(), url.port());
  }

  /**
   * Reads an origin such as {@code https://api.example.com} or {@code http://localhost:8080}.
   *
   * @param text scheme, host and, if it is not the scheme's own, port; a slash may follow
   * @return the origin
   * @throws IllegalArgumentException if the text is none, or has a path, a query, a fragment or
   *     credentials; the message does not repeat it
   */
  public static Origin parse(String text) {
    HttpUrl url = LinkText.isAbsolute(text) ? HttpUrl.parse(text) : null;
    if (url == null || !LinkText.isOriginOnly(text)) {
      throw new IllegalArgumentException(
          "not an origin, which is written like https://api.example.com or http://localhost:8080");
    }
    return of(url);
  }

  /** {@return this origin as {@link #parse} reads it, the port only where it must be said} */
  @Override
  public String toString() {
    String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    boolean usual = port == HttpUrl.defaultPort(scheme);
    return scheme + "://" + name + (usual ? "" : ":" + port);
  }
}
