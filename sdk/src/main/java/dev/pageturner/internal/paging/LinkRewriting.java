package dev.pageturner.internal.paging;

import dev.pageturner.pagination.LinkRewrite;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Puts the prefix that the client must call in place of the one that the server writes.
 *
 * @param rule both prefixes
 * @param list the URL of the list's first request
 */
record LinkRewriting(LinkRewrite rule, HttpUrl list) {
  private static final Pattern ROOTED = Pattern.compile("/|[A-Za-z][A-Za-z0-9+.-]*:");

  /**
   * {@return whether a link says its path from the root; one relative to its page has no prefix}
   */
  static boolean isRooted(String link) {
    return ROOTED.matcher(link.strip()).lookingAt();
  }

  /** {@return the link as it is to be followed; empty if it does not begin with the prefix} */
  Optional<HttpUrl> of(HttpUrl link) {
    if (!isPath(rule.from()) && !isSameHost(link, HttpUrl.get(rule.from()))) {
      return Optional.empty();
    }
    String prefix = unslashed(pathOf(rule.from()));
    String path = link.encodedPath();
    if (!path.startsWith(prefix)) {
      return Optional.empty();
    }
    String rest = path.substring(prefix.length());
    return rest.isEmpty() || rest.startsWith("/")
        ? Optional.of(to(rest, link.encodedQuery()))
        : Optional.empty();
  }

  private HttpUrl to(String rest, @Nullable String query) {
    HttpUrl origin = isPath(rule.to()) ? list : HttpUrl.get(rule.to());
    String path = unslashed(pathOf(rule.to())) + rest;
    return origin
        .newBuilder()
        .encodedPath(path.isEmpty() ? "/" : path)
        .encodedQuery(query)
        .fragment(null)
        .build();
  }

  private static boolean isPath(String prefix) {
    return prefix.startsWith("/");
  }

  /** As a URL has it: what must be encoded is. */
  private static String pathOf(String prefix) {
    HttpUrl url = isPath(prefix) ? HttpUrl.get("http://host" + prefix) : HttpUrl.get(prefix);
    return url.encodedPath();
  }

  private static String unslashed(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static boolean isSameHost(HttpUrl link, HttpUrl from) {
    return link.scheme().equals(from.scheme())
        && link.host().equals(from.host())
        && link.port() == from.port();
  }
}
