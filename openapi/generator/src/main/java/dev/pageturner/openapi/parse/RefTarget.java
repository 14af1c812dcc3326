package dev.pageturner.openapi.parse;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A reference taken apart.
 *
 * @param file the file relative to the document's folder
 * @param pointer the JSON pointer in it
 */
record RefTarget(String file, String pointer) {
  private static final Pattern REMOTE =
      Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:|//).*", Pattern.DOTALL);

  static boolean isRemote(String ref) {
    return REMOTE.matcher(ref).matches();
  }

  /** {@return the target, empty if it leaves the folder or is no path at all} */
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
      boolean leaves = path.startsWith("/")
          || path.startsWith("\\")
          || target.isAbsolute()
          || target.startsWith("..");
      return leaves
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
