package dev.pageturner.internal.url;

import java.util.regex.Pattern;

/**
 * What the text of a link says before any URL parser repairs it.
 *
 * <p>OkHttp, like a browser, reads {@code https:/x}, {@code \\host} and {@code https://host\@other}
 * in ways that RFC 3986 does not know, and drops line ends inside. Two readers that disagree about
 * the host are how checks are passed by, so such texts are not links here.
 */
final class LinkText {
  private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):");
  private static final Pattern ABSOLUTE = Pattern.compile("^[Hh][Tt][Tt][Pp][Ss]?://[^/\\\\?#]");
  private static final Pattern ORIGIN = Pattern.compile("^[^/]+://[^/\\\\?#@]+/?$");
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f\\x7f]");

  private LinkText() {}

  /** Whether the text is http or https, two slashes, and a host. */
  static boolean isAbsolute(String link) {
    return !hasControl(link) && ABSOLUTE.matcher(link).find();
  }

  static boolean isOriginOnly(String url) {
    return ORIGIN.matcher(url).matches();
  }

  static boolean hasControl(String link) {
    return CONTROL.matcher(link).find();
  }

  /** Without the blanks around it that OkHttp leaves out too. */
  static String stripped(String link) {
    int from = 0;
    int to = link.length();
    while (from < to && isBlank(link.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(link.charAt(to - 1))) {
      to--;
    }
    return link.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
  }

  /** The scheme as written, or the empty text of a relative link. */
  static String scheme(String link) {
    var scheme = SCHEME.matcher(link);
    return scheme.find() ? scheme.group(1) : "";
  }

  /** What stands between two slashes and the next delimiter, or the empty text. */
  static String authority(String link) {
    int slashes = link.indexOf("//");
    int start = slashes + 2;
    boolean first = slashes == 0 || (slashes > 0 && slashes == scheme(link).length() + 1);
    return first ? link.substring(start, endOf(link, start, "/\\?#")) : "";
  }

  /** The part in front of query and fragment. */
  static String beforeQuery(String link) {
    return link.substring(0, endOf(link, 0, "?#"));
  }

  private static int endOf(String link, int from, String ends) {
    int end = from;
    while (end < link.length() && ends.indexOf(link.charAt(end)) < 0) {
      end++;
    }
    return end;
  }
}
