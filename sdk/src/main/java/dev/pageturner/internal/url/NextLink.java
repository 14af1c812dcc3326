package dev.pageturner.internal.url;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.error.RequestInfo;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The next link of a page, made a URL that may be requested, or refused.
 *
 * <p>It is resolved against the URL of the response that carried it (RFC 3986 section 5) and must
 * stay on that URL's origin, or lead to one that was allowed. The same holds for a URL out of a
 * checkpoint.
 *
 * <p>The query goes out as it was written, but for characters that have no place in a URL: those
 * above ASCII, blanks, {@code "}, {@code <} and {@code >} are percent-encoded, once. {@code '} is
 * as well, though it may stand there: OkHttp sends {@code %27}, as browsers do. {@code + % [ ] { }
 * | \ ^ `} and broken escapes such as {@code %zz} stay.
 */
public final class NextLink {
  private static final int LONGEST_SCHEME = 16;

  private NextLink() {}

  /**
   * Resolves a link.
   *
   * @param page the URL of the response that carried the link, after redirects
   * @param link the link as the server wrote it, absolute or relative
   * @param allowed the origins that a link may lead to, other than the page's own
   * @param request the request of the page, for the error
   * @return the URL, without fragment and credentials
   * @throws PageturnerException of kind {@code UNSAFE_LINK} if the link is not http or https, leads
   *     to an origin that is not allowed, carries credentials, or is malformed; the message names
   *     the origin, but repeats neither query nor credentials
   */
  public static HttpUrl resolve(
      HttpUrl page, String link, Set<Origin> allowed, @Nullable RequestInfo request) {
    String text = LinkText.stripped(link);
    String fault = fault(text);
    HttpUrl url = page.resolve(text);
    if (url == null || fault != null) {
      throw unsafe(page, fault == null ? "that is not a URL" : fault + where(page, url), request);
    }
    Origin origin = Origin.of(url);
    if (!origin.equals(Origin.of(page)) && !allowed.contains(origin)) {
      throw unsafe(page, anotherOrigin(origin), request);
    }
    // Credentials in the page's own URL would be taken over by a relative link.
    return url.newBuilder().fragment(null).username("").password("").build();
  }

  private static @Nullable String fault(String link) {
    if (LinkText.hasControl(link)) {
      return "with a control character";
    }
    String scheme = LinkText.scheme(link);
    boolean http = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
    if (!scheme.isEmpty() && !http) {
      return scheme.length() > LONGEST_SCHEME
          ? "that is neither http nor https"
          : "that is neither http nor https, but " + scheme;
    }
    return faultOfHttp(link, !scheme.isEmpty());
  }

  private static @Nullable String faultOfHttp(String link, boolean absolute) {
    if (LinkText.authority(link).indexOf('@') >= 0) {
      return "with credentials in it";
    }
    if (LinkText.beforeQuery(link).indexOf('\\') >= 0) {
      return "with a backslash";
    }
    boolean network = link.startsWith("//");
    if ((absolute && !LinkText.isAbsolute(link))
        || (network && LinkText.authority(link).isEmpty())) {
      return "without a host";
    }
    return null;
  }

  private static String where(HttpUrl page, @Nullable HttpUrl url) {
    return url == null || Origin.of(url).equals(Origin.of(page)) ? "" : ", to " + Origin.of(url);
  }

  private static String anotherOrigin(Origin origin) {
    return "to another origin, " + origin + ": allow it with allowOrigin(\"" + origin + "\")";
  }

  private static PageturnerException unsafe(
      HttpUrl page, String what, @Nullable RequestInfo request) {
    String from = Origin.of(page) + SafeUrl.shownPath(page);
    return new PageturnerException.Paging(
        Kind.UNSAFE_LINK, from + " offers a next link " + what, request);
  }
}
