package dev.pageturner.pagination;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A rule for next links that name a host, or lack a prefix, that only a proxy in front of the
 * server knows: a link that begins with one prefix gets another one instead. The rewritten URL is
 * judged like any other link. If it leads to the origin of the list's first request, credentials go
 * with it, so state this rule only for a server that you trust.
 *
 * <p>A prefix ends at a slash or at the end of a path: {@code /api} is none of {@code /apis}. A
 * link that does not begin with the prefix is followed as it is, and so is one that is relative to
 * its page, such as {@code ?page=2}.
 *
 * @param from the prefix that the server writes: an origin with or without a path, such as
 *     {@code http://internal:8080/v1}; or a path, such as {@code /v1}, on whatever host the link
 *     names
 * @param to what the client has to call instead: an origin with or without a path; or a path on the
 *     origin of the list's first request
 */
public record LinkRewrite(String from, String to) {
  private static final Pattern PREFIX =
      Pattern.compile("(https?://[^\\s/?#\\\\@]+)?(/[^\\s?#\\\\]*)?", Pattern.CASE_INSENSITIVE);

  /** Checks the prefixes. */
  public LinkRewrite {
    requirePrefix(from);
    requirePrefix(to);
  }

  private static void requirePrefix(String prefix) {
    Objects.requireNonNull(prefix, "prefix");
    if (prefix.isEmpty() || prefix.startsWith("//") || !PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException(
          "not the beginning of a link, such as https://host/path or /path: '" + prefix + "'");
    }
  }

  @Override
  public String toString() {
    return Shown.name(from) + " to " + Shown.name(to);
  }
}
