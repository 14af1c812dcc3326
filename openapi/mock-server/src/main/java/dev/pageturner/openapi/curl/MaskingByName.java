package dev.pageturner.openapi.curl;

import dev.pageturner.internal.url.SafeUrl;
import java.util.Locale;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * Knows secrets by the names of what holds them.
 *
 * @param first the URL of the list's first request
 */
record MaskingByName(HttpUrl first) implements Masking {
  private static final Set<String> SHOWN =
      Set.of("accept", "accept-language", "content-type", "user-agent", "prefer");

  @Override
  public String url(HttpUrl url) {
    return SafeUrl.storable(url, first, Set.of()).toString();
  }

  @Override
  public String header(String name, String value) {
    return SHOWN.contains(name.toLowerCase(Locale.ROOT)) ? value : "***";
  }

  @Override
  public String body(String body) {
    return body;
  }
}
