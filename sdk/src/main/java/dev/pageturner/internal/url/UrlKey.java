package dev.pageturner.internal.url;

import java.util.Locale;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** One spelling for all spellings of a URL. */
public final class UrlKey {
  private UrlKey() {}

  /** {@return the same text for all spellings of a URL; the text itself if it is no URL} */
  public static String of(String url) {
    @Nullable HttpUrl parsed = HttpUrl.parse(url);
    if (parsed == null) {
      return url;
    }
    HttpUrl plain = parsed.newBuilder().fragment(null).build();
    return upperCaseEscapes(plain.toString());
  }

  /** {@code %2f} and {@code %2F} are the same (RFC 3986, section 2.1). */
  private static String upperCaseEscapes(String url) {
    StringBuilder key = new StringBuilder(url);
    for (int i = url.indexOf('%'); i >= 0 && i + 2 < url.length(); i = url.indexOf('%', i + 1)) {
      key.replace(i, i + 3, url.substring(i, i + 3).toUpperCase(Locale.ROOT));
    }
    return key.toString();
  }
}
