package dev.pageturner.internal.url;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The path of an endpoint with place-holders, such as {@code /users/{id}/posts}, and perhaps a
 * fixed query.
 *
 * <p>A value stays within its segment, whatever is in it: only letters, digits and {@code - . _ ~}
 * go out as they are, all else is percent-encoded once, {@code %} too. The fixed part is taken as
 * written. Immutable.
 */
public final class PathTemplate {
  private static final Pattern NAME =
      // RFC 6570 operators in front, and its modifiers, would be silently wrong names.
      Pattern.compile("[^{}/*:,+#.;?&=!@|][^{}/*:,]*");
  private static final Pattern FORBIDDEN = Pattern.compile("[\\\\\\x00-\\x1f\\x7f#]");
  private static final Pattern HALF_ESCAPE = Pattern.compile("%(?!\\p{XDigit}{2})");
  private static final Pattern DOTS = Pattern.compile("(?i)(^|.*/)(\\.|%2e){1,2}(/.*|$)");

  /** Text, then name, then text, and so on: an even index is fixed text, an odd one a name. */
  private final List<String> parts;

  private final Set<String> names;
  private final @Nullable String query;

  /**
   * What takes the place of a path parameter, encoded already.
   *
   * @param text the text
   */
  public record Encoded(String text) {}

  private PathTemplate(List<String> parts, @Nullable String query) {
    this.parts = List.copyOf(parts);
    this.query = query;
    Set<String> all = new LinkedHashSet<>();
    for (int i = 1; i < parts.size(); i += 2) {
      all.add(parts.get(i));
    }
    this.names = Set.copyOf(all);
  }

  /**
   * Reads a template.
   *
   * @param template a path relative to a base URL, with or without a slash in front; the empty text
   *     is the base itself
   * @return the template
   * @throws IllegalArgumentException if it is a URL rather than a path, if it has a segment
   *     {@code .} or {@code ..}, a fragment or a backslash, if its braces do not match, or if a
   *     place-holder is in the query or has an operator
   */
  public static PathTemplate parse(String template) {
    int mark = template.indexOf('?');
    String path = mark < 0 ? template : template.substring(0, mark);
    String query = mark < 0 ? null : template.substring(mark + 1);
    check(template, path, query);
    return new PathTemplate(parts(path), query);
  }

  private static void check(String template, String path, @Nullable String query) {
    if (path.startsWith("//") || !LinkText.scheme(path).isEmpty()) {
      throw new IllegalArgumentException("a URL rather than a path");
    }
    if (FORBIDDEN.matcher(template).find()) {
      throw new IllegalArgumentException("a path with a fragment, backslash or control character");
    }
    // A value behind it would complete the escape.
    if (HALF_ESCAPE.matcher(path).find()) {
      throw new IllegalArgumentException("a path with a % that is no escape; it is written %25");
    }
    if (DOTS.matcher(path).matches()) {
      throw new IllegalArgumentException("a path with a segment . or ..");
    }
    if (query != null && (query.indexOf('{') >= 0 || query.indexOf('}') >= 0)) {
      throw new IllegalArgumentException("a brace in the query: place-holders are for the path");
    }
  }

  private static List<String> parts(String path) {
    List<String> parts = new ArrayList<>();
    int at = 0;
    for (int open = path.indexOf('{'); open >= 0; open = path.indexOf('{', at)) {
      int close = path.indexOf('}', open);
      String name = close < 0 ? "" : path.substring(open + 1, close);
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException("not a place-holder like {id}, at index " + open);
      }
      parts.add(fixed(path, at, open));
      parts.add(name);
      at = close + 1;
    }
    parts.add(fixed(path, at, path.length()));
    return parts;
  }

  private static String fixed(String path, int from, int to) {
    int close = path.indexOf('}', from);
    if (close >= 0 && close < to) {
      throw new IllegalArgumentException("a } without {, at index " + close);
    }
    return path.substring(from, to);
  }

  /** {@return the names of the place-holders} */
  public Set<String> names() {
    return names;
  }

  /**
   * Fills in the place-holders.
   *
   * @param base a URL without query and fragment; its path is kept in front
   * @param values a value for each place-holder, and for nothing else, as text, as an object whose
   *     {@code toString} is the text, or as an {@link Encoded}
   * @return the URL
   * @throws IllegalArgumentException if a value is missing, null, empty, {@code .} or {@code ..} or
   *     has half of a surrogate pair, or if there is no place-holder for it; the message names the
   *     parameter, not the value
   */
  public HttpUrl expand(HttpUrl base, Map<String, ?> values) {
    for (String name : values.keySet()) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException("the path has no parameter " + name);
      }
    }
    if (base.query() != null) {
      throw new IllegalArgumentException("a base URL with a query");
    }
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      path.append(i % 2 == 0 ? part : segment(part, values.get(part)));
    }
    // A style may have put dots or slashes around a value.
    if (DOTS.matcher(path).matches()) {
      throw new IllegalArgumentException("a path parameter makes a segment . or ..");
    }
    return below(base, path.toString());
  }

  private static String segment(String name, @Nullable Object value) {
    if (value instanceof Encoded encoded && !encoded.text().isEmpty()) {
      return encoded.text();
    }
    String text = value == null || value instanceof Encoded ? "" : value.toString();
    if (text.isEmpty()) {
      throw new IllegalArgumentException("no value for path parameter " + name);
    }
    // OkHttp, and others on the way, take these for the directory itself and for the one above.
    if (text.equals(".") || text.equals("..")) {
      throw new IllegalArgumentException("path parameter " + name + " is . or ..");
    }
    try {
      return PercentEncoding.encode(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("path parameter " + name + ": " + e.getMessage(), e);
    }
  }

  private HttpUrl below(HttpUrl base, String path) {
    String prefix = base.encodedPath();
    if (!path.isEmpty()) {
      prefix = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
      prefix += path.startsWith("/") ? path : "/" + path;
    }
    return base.newBuilder()
        .encodedPath(prefix)
        .encodedQuery(query)
        .fragment(null)
        .build();
  }
}
