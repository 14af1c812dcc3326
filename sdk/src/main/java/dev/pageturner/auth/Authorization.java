package dev.pageturner.auth;

import dev.pageturner.internal.text.HeaderText;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The headers, query parameters and cookies that prove to the server who asks; for one request. */
public final class Authorization {
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, String> query = new TreeMap<>();
  private final Map<String, String> cookies = new TreeMap<>();

  /** Starts without any. */
  public Authorization() {}

  /**
   * Sets a header.
   *
   * @throws IllegalArgumentException if name or value cannot be a header's; the message does not
   *     repeat the value
   */
  public Authorization header(String name, String value) {
    headers.put(name, HeaderText.checked(name, value));
    return this;
  }

  /** Sets a query parameter; name and value are encoded when they are sent. */
  public Authorization query(String name, String value) {
    query.put(name, value);
    return this;
  }

  /**
   * Sets a cookie.
   *
   * @throws IllegalArgumentException if name or value cannot be a cookie's (RFC 6265, section
   *     4.1.1); the message does not repeat the value
   */
  public Authorization cookie(String name, String value) {
    cookies.put(name, HeaderText.checkedCookie(name, value));
    return this;
  }

  /** {@return the headers; names are looked up in any case} */
  public Map<String, String> headers() {
    return Collections.unmodifiableMap(headers);
  }

  /** {@return the query parameters} */
  public Map<String, String> query() {
    return Collections.unmodifiableMap(query);
  }

  /** {@return the cookies} */
  public Map<String, String> cookies() {
    return Collections.unmodifiableMap(cookies);
  }

  /** {@return the names, never the values} */
  @Override
  public String toString() {
    return "Authorization[headers " + headers.keySet() + ", query " + query.keySet() + ", cookies "
        + cookies.keySet() + "]";
  }
}
