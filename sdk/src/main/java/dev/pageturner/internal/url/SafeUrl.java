package dev.pageturner.internal.url;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.text.ShortText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * URLs without their secrets: as messages and logs show them, and as checkpoints keep them.
 *
 * <p>A secret is the value of a query parameter whose name was given, or is known for it, such as
 * {@code api_key} or {@code X-Amz-Signature}; case does not count. Credentials before the host and
 * fragments are left out everywhere.
 */
public final class SafeUrl {
  private static final String MASK = "***";
  private static final int LONGEST = 512;

  private SafeUrl() {}

  /**
   * {@return path and query, such as {@code /v1/names?cursor=c7}, in ASCII, 512 characters at most}
   *
   * <p>Secrets are shown as {@code ***}; longer path segments and values than 64 characters by a
   * hash and their length, so that one can be told from another.
   *
   * @param url a URL
   * @param secretNames the names of parameters with secrets, besides the known ones
   */
  public static String shown(HttpUrl url, Set<String> secretNames) {
    String path = shownPath(url);
    if (url.query() == null) {
      return path;
    }
    SecretNames secrets = new SecretNames(secretNames);
    String parameters = parameters(url).stream()
        .map(each -> secrets.contains(each.name()) ? each.with(MASK) : each.shortened())
        .map(Parameter::toString)
        .collect(Collectors.joining("&"));
    return bounded(path + "?" + parameters);
  }

  /** {@return the path as {@link #shown} has it} */
  public static String shownPath(HttpUrl url) {
    String path = url.encodedPathSegments().stream()
        .map(ShortText::ofValue)
        .collect(Collectors.joining("/", "/", ""));
    return bounded(path);
  }

  private static String bounded(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
  }

  /**
   * Masks the secrets of a URL that is to be stored. All other bytes of its query stay.
   *
   * @param url a URL
   * @param secretNames the names of parameters with secrets, besides the known ones
   * @return the URL with {@code ***} for each secret
   */
  public static HttpUrl withoutSecrets(HttpUrl url, Set<String> secretNames) {
    SecretNames secrets = new SecretNames(secretNames);
    List<String> parameters = new ArrayList<>();
    for (Parameter each : parameters(url)) {
      parameters.add((secrets.contains(each.name()) ? each.with(MASK) : each).toString());
    }
    return withQuery(url, parameters);
  }

  /**
   * Masks the secrets of a next link that is to be stored. A {@code token} or {@code key} that the
   * list's first request does not have is no secret of the caller but the server's cursor.
   *
   * @param link the URL of a page
   * @param original the URL of the list's first request
   * @param secretNames the names of parameters with secrets, besides the known ones
   * @return the URL with {@code ***} for each secret
   */
  public static HttpUrl storable(HttpUrl link, HttpUrl original, Set<String> secretNames) {
    SecretNames secrets = new SecretNames(secretNames);
    Set<String> own = original.queryParameterNames();
    List<String> parameters = new ArrayList<>();
    for (Parameter each : parameters(link)) {
      boolean cursor = secrets.mayBeCursor(each.name()) && !own.contains(each.name());
      boolean secret = secrets.contains(each.name()) && !cursor;
      parameters.add((secret ? each.with(MASK) : each).toString());
    }
    return withQuery(link, parameters);
  }

  /**
   * Puts secrets back that {@link #withoutSecrets} took out of a URL, from the request of the list:
   * the first masked parameter of a name gets the first value of that name there, and so on.
   *
   * <p>A stored URL may have been tampered with, so a URL of another origin gets nothing.
   *
   * @param masked the stored URL
   * @param original the URL of the list's first request
   * @param secretNames the names that were given to {@link #withoutSecrets}
   * @return the URL to request
   * @throws PageturnerException if the request has no such parameter, so that the secret came from
   *     the server and is lost
   */
  public static HttpUrl restoreSecrets(HttpUrl masked, HttpUrl original, Set<String> secretNames) {
    if (!Origin.of(masked).equals(Origin.of(original))) {
      return masked;
    }
    SecretNames secrets = new SecretNames(secretNames);
    List<Parameter> left = new ArrayList<>(parameters(original));
    List<String> parameters = new ArrayList<>();
    for (Parameter each : parameters(masked)) {
      boolean isMasked = MASK.equals(each.value()) && secrets.contains(each.name());
      parameters.add((isMasked ? takeFirst(left, each.name()) : each).toString());
    }
    return withQuery(masked, parameters);
  }

  /** {@return the values of a URL's secret parameters, decoded} */
  public static List<String> secrets(HttpUrl url, Set<String> secretNames) {
    SecretNames secrets = new SecretNames(secretNames);
    return url.queryParameterNames().stream()
        .filter(secrets::contains)
        .flatMap(name -> url.queryParameterValues(name).stream())
        .filter(Objects::nonNull)
        .toList();
  }

  private static Parameter takeFirst(List<Parameter> parameters, String name) {
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).name().equals(name)) {
        return parameters.remove(i);
      }
    }
    throw new PageturnerException.BadCheckpoint(
        "the checkpoint's URL had a secret in a parameter that the request does not have", null);
  }

  private static List<Parameter> parameters(HttpUrl url) {
    String query = url.encodedQuery();
    List<Parameter> parameters = new ArrayList<>();
    String[] texts = query == null ? new String[0] : query.split("&", -1);
    for (int i = 0; i < texts.length; i++) {
      parameters.add(Parameter.of(url.queryParameterName(i), texts[i]));
    }
    return parameters;
  }

  private static HttpUrl withQuery(HttpUrl url, List<String> parameters) {
    HttpUrl.Builder builder = url.newBuilder().username("").password("").fragment(null);
    if (!parameters.isEmpty()) {
      builder.encodedQuery(String.join("&", parameters));
    }
    return builder.build();
  }

  /**
   * One parameter.
   *
   * @param name the name, decoded
   * @param key the name as written
   * @param value the value as written, null if there is no equals sign
   */
  private record Parameter(
      String name, String key, @Nullable String value) {
    static Parameter of(String name, String text) {
      int equals = text.indexOf('=');
      return equals < 0
          ? new Parameter(name, text, null)
          : new Parameter(name, text.substring(0, equals), text.substring(equals + 1));
    }

    Parameter with(String other) {
      return value == null ? this : new Parameter(name, key, other);
    }

    Parameter shortened() {
      return new Parameter(
          name, ShortText.ofValue(key), value == null ? null : ShortText.ofValue(value));
    }

    @Override
    public String toString() {
      return value == null ? key : key + "=" + value;
    }
  }
}
