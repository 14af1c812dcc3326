package dev.pageturner.internal.http;

import dev.pageturner.internal.url.Origin;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.Cookie;
import okhttp3.HttpUrl;
import okhttp3.Response;

/**
 * The cookies that a client's origins set, in memory. A cookie goes back to the origin that set it
 * and to no other, whatever domain it names; path, {@code Secure} and expiry are obeyed (RFC 6265).
 *
 * <p>OkHttp's own {@code CookieJar} takes the place of a {@code Cookie} header; these cookies stand
 * beside those of the caller. Safe for threads.
 */
public final class Cookies {
  /** Browsers keep 50 to 180 of a domain. */
  private static final int MOST = 180;

  private final Map<Origin, Map<String, Cookie>> byOrigin = new HashMap<>();

  /** Keeps what a response sets. */
  synchronized void save(HttpUrl url, Response response) {
    for (Cookie cookie : Cookie.parseAll(url, response.headers())) {
      Map<String, Cookie> own =
          byOrigin.computeIfAbsent(Origin.of(url), o -> new LinkedHashMap<>());
      String key = cookie.name() + ';' + cookie.domain() + ';' + cookie.path();
      own.remove(key);
      if (cookie.expiresAt() > System.currentTimeMillis()) {
        own.put(key, cookie);
      }
      if (own.size() > MOST) {
        own.remove(own.keySet().iterator().next());
      }
    }
  }

  /** {@return the cookies for a request} */
  synchronized List<Cookie> of(HttpUrl url) {
    long now = System.currentTimeMillis();
    return byOrigin.getOrDefault(Origin.of(url), Map.of()).values().stream()
        .filter(cookie -> cookie.expiresAt() > now && cookie.matches(url))
        .toList();
  }
}
