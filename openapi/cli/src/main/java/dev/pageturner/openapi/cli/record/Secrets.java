package dev.pageturner.openapi.cli.record;

import dev.pageturner.internal.url.SafeUrl;
import dev.pageturner.internal.url.SecretNames;
import dev.pageturner.openapi.curl.Masking;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What must not be shown: values that are known, and headers, query parameters and JSON members
 * that are known by their names. Safe for threads.
 */
public final class Secrets implements Masking {
  static final String MASK = "***";

  /** Shorter ones would mask half of what is shown, and protect nobody. */
  private static final int SHORTEST = 4;

  private static final Pattern HEADER = Pattern.compile(
      "(?i).*(auth|cookie|secret|passw|credential|signature|session|jwt|api-?key|app-?key"
          + "|access-?key|private-?key|subscription-?key|api-?token|access-?token|private-?token"
          + "|security-?token|csrf|xsrf).*|(?i)(x-)?(token|key)");
  /** The longest first, so that none is masked in part only. */
  private final Set<String> values = new ConcurrentSkipListSet<>(
      Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

  private final Set<String> parameters;
  private volatile @Nullable HttpUrl first;

  /**
   * Masks these.
   *
   * @param values the secrets that are known
   * @param parameters the names of query parameters, beside the usual ones
   */
  public Secrets(Collection<String> values, Collection<String> parameters) {
    this.parameters = new HashSet<>(parameters);
    values.forEach(this::add);
  }

  private void add(@Nullable String value) {
    if (value != null && value.length() >= SHORTEST && !value.equals(MASK)) {
      values.add(value);
      // As it stands in a query.
      values.add(new HttpUrl.Builder()
          .scheme("http")
          .host("h")
          .addQueryParameter("v", value)
          .build()
          .toString()
          .substring("http://h/?v=".length()));
    }
  }

  /** Learns the secrets that a request carries. */
  public void learn(HttpUrl url, Headers headers) {
    if (first == null) {
      first = url;
    }
    for (String name : headers.names()) {
      if (isSecretHeader(name)) {
        headers.values(name).forEach(this::learnHeader);
      }
    }
    List<String> masked = List.copyOf(masked(url).queryParameterNames());
    for (String name : masked) {
      if (MASK.equals(masked(url).queryParameter(name))) {
        url.queryParameterValues(name).forEach(this::add);
      }
    }
  }

  private void learnHeader(String value) {
    add(value);
    // The scheme, such as Bearer, is none of it.
    add(value.substring(value.indexOf(' ') + 1));
  }

  /** {@return whether a header of that name is masked} */
  public static boolean isSecretHeader(String name) {
    return HEADER.matcher(name).matches();
  }

  /** {@return the value of a header, masked if need be} */
  @Override
  public String header(String name, String value) {
    return isSecretHeader(name) ? MASK : body(value);
  }

  /** {@return the URL without secrets; the server's own cursors stay} */
  @Override
  public String url(HttpUrl url) {
    return text(masked(url).toString());
  }

  private HttpUrl masked(HttpUrl url) {
    HttpUrl original = first == null ? url : first;
    return SafeUrl.storable(url, original, parameters);
  }

  /** {@return the text with each known secret masked} */
  public String text(String text) {
    String masked = text;
    for (String value : values) {
      masked = masked.contains(value) ? masked.replace(value, MASK) : masked;
    }
    return masked;
  }

  /**
   * {@return the body with each known secret masked, and what is called like one: members of JSON,
   * parameters of links, fields of forms}
   */
  @Override
  public String body(String body) {
    return new BodyMask(new SecretNames(parameters), this::text).of(text(body));
  }

  @Override
  public String toString() {
    return "Secrets[" + values.size() + "]";
  }
}
