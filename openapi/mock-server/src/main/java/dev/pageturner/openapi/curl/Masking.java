package dev.pageturner.openapi.curl;

import okhttp3.HttpUrl;

/** What of a request is shown in place of its secrets. Safe for threads. */
public interface Masking {
  /** {@return the URL as it may be shown} */
  String url(HttpUrl url);

  /** {@return the value of a header as it may be shown} */
  String header(String name, String value);

  /** {@return the body as it may be shown} */
  String body(String body);

  /**
   * {@return masking that needs to know no secret: of headers only those that negotiate content are
   * shown, and query parameters with names of secrets are masked}
   *
   * @param first the first request of a list; a {@code token} that only later requests have is the
   *     server's cursor
   */
  static Masking byName(HttpUrl first) {
    return new MaskingByName(first);
  }
}
