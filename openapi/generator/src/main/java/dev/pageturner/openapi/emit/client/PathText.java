package dev.pageturner.openapi.emit.client;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of an operation as the client takes it: without a fragment, with a query of fixed pairs
 * only, each place-holder named after its argument, and encoded where it is no URL.
 */
final class PathText {
  private static final Pattern PLACE = Pattern.compile("\\{([^{}/]*)}");
  private static final Pattern PAIR_OF_PLACE = Pattern.compile("([^=&]*)=\\{([^{}/]*)}");

  private PathText() {}

  /** {@return the name of the pair in the path's query of which a variable is the value} */
  static Optional<String> queryName(String path, String variable) {
    int mark = path.indexOf('?');
    Matcher pair = PAIR_OF_PLACE.matcher(mark < 0 ? "" : path.substring(mark + 1));
    while (pair.find()) {
      if (pair.group(2).equals(variable)) {
        return Optional.of(pair.group(1));
      }
    }
    return Optional.empty();
  }

  /** {@return the path for a request, given the argument for each place-holder} */
  static String of(String path, Map<String, String> arguments) {
    String withoutFragment = path.split("#", 2)[0];
    int mark = withoutFragment.indexOf('?');
    String template = mark < 0 ? withoutFragment : withoutFragment.substring(0, mark);
    List<String> fixed = new ArrayList<>();
    if (mark >= 0) {
      for (String pair : withoutFragment.substring(mark + 1).split("&", -1)) {
        if (!pair.isEmpty() && pair.indexOf('{') < 0 && pair.indexOf('}') < 0) {
          fixed.add(encoded(pair, "=:/?@!$'()*,;"));
        }
      }
    }
    return template(template, arguments) + (fixed.isEmpty() ? "" : "?" + String.join("&", fixed));
  }

  /** {@return a path for a request, with one more fixed pair in its query} */
  static String with(String path, String name, String value) {
    String pair = encoded(name, "") + "=" + encoded(value, "");
    return path + (path.indexOf('?') < 0 ? '?' : '&') + pair;
  }

  private static String template(String path, Map<String, String> arguments) {
    StringBuilder out = new StringBuilder();
    Matcher place = PLACE.matcher(path);
    int at = 0;
    while (place.find()) {
      out.append(fixed(path.substring(at, place.start())));
      String argument = arguments.get(place.group(1));
      out.append(argument == null ? fixed(place.group()) : "{" + argument + "}");
      at = place.end();
    }
    return out.append(fixed(path.substring(at))).toString();
  }

  private static String fixed(String text) {
    return encoded(text, "/:@!$&'()*+,;=");
  }

  /** Escapes stay; what no URL can hold becomes one. */
  private static String encoded(String text, String kept) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      boolean escape =
          text.startsWith("%", i) && text.substring(i).matches("(?s)%\\p{XDigit}{2}.*");
      boolean letter = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
      if (letter || escape || kept.indexOf(c) >= 0) {
        out.appendCodePoint(c);
      } else {
        for (byte octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          out.append(String.format(Locale.ROOT, "%%%02X", octet & 0xff));
        }
      }
      i += Character.charCount(c);
    }
    return out.toString();
  }
}
