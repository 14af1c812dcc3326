package dev.pageturner.openapi.parse;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A reference taken apart.
 *
 * @param file the file relative to the document's folder, or the URL of a remote one
 * @param pointer the JSON pointer in it
 */
record RefTarget(String file, String pointer) {
  private static final Pattern REMOTE =
      Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:|//).*", Pattern.DOTALL);

  // No path in a folder begins so: normalized, it has no two slashes in a row.
  private static final Pattern URL = Pattern.compile("https?://.*", Pattern.DOTALL);

  /** Whether the reference, in the file {@code from}, leads to something other than a file. */
  static boolean isRemote(String ref, String from) {
    return REMOTE.matcher(ref).matches() || URL.matcher(from).matches();
  }

  /** {@return the target as a URL, empty if that is none of http or https, or has credentials} */
  static Optional<RefTarget> remote(String ref, String from) {
    int hash = ref.indexOf('#');
    String address = hash < 0 ? ref : ref.substring(0, hash);
    String pointer = hash < 0 ? "" : ref.substring(hash + 1);
    if (address.isEmpty()) {
      return Optional.of(new RefTarget(from, pointer));
    }
    try {
      URI base = new URI(URL.matcher(from).matches() ? from : "https:///");
      return absolute(base.resolve(new URI(address)).normalize())
          .map(url -> new RefTarget(url, pointer));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> absolute(URI url) {
    if (url.getScheme() == null || url.getHost() == null || url.getRawUserInfo() != null) {
      return Optional.empty();
    }
    // Scheme and host are the same in either case (RFC 3986, section 6.2.2.1).
    String origin = url.getScheme().toLowerCase(Locale.ROOT) + "://"
        + url.getRawAuthority().toLowerCase(Locale.ROOT);
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    String whole = origin + path + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
    return URL.matcher(whole).matches() ? Optional.of(whole) : Optional.empty();
  }

  /** {@return the target, empty if it is not relative or no path at all} */
  static Optional<RefTarget> of(String ref, String from) {
    int hash = ref.indexOf('#');
    String path = hash < 0 ? ref : ref.substring(0, hash);
    String pointer = hash < 0 ? "" : ref.substring(hash + 1);
    return path.isEmpty()
        ? Optional.of(new RefTarget(from, pointer))
        : relative(decode(path), from, pointer);
  }

  private static Optional<RefTarget> relative(String path, String from, String pointer) {
    try {
      Path target = Path.of(from).resolveSibling(path).normalize();
      boolean absolute = path.startsWith("/") || path.startsWith("\\") || target.isAbsolute();
      return absolute
          ? Optional.empty()
          : Optional.of(new RefTarget(target.toString().replace('\\', '/'), pointer));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /**
   * Undoes percent-encoding; a plus sign stays one, and text that only looks encoded stays as it
   * is.
   */
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
