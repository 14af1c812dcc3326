package dev.pageturner.openapi.cli;

import okhttp3.HttpUrl;

/**
 * The URL of a list, as it was said.
 *
 * @param base its origin
 * @param path its path and query, as a template of the sdk
 */
record ListUrl(String base, String path) {
  /**
   * {@return the parts of a URL}
   *
   * @throws IllegalArgumentException if it is none, or has a user in it
   */
  static ListUrl parse(String url) {
    HttpUrl parsed = HttpUrl.parse(url);
    if (parsed == null) {
      throw new IllegalArgumentException(
          "the URL has to start with http:// or https:// and a host, without spaces");
    } else if (!parsed.username().isEmpty() || !parsed.password().isEmpty()) {
      throw new IllegalArgumentException("the URL has a user in it: say --user @FILE instead");
    }
    String base = new HttpUrl.Builder()
        .scheme(parsed.scheme())
        .host(parsed.host())
        .port(parsed.port())
        .build()
        .toString();
    // A path may have parameters in braces; a URL has been filled in.
    String path = parsed
        .newBuilder()
        .fragment(null)
        .build()
        .toString()
        .substring(base.length() - 1)
        .replace("{", "%7B")
        .replace("}", "%7D");
    return new ListUrl(base, path);
  }
}
