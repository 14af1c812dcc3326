package dev.pageturner.openapi.curl;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words as a shell reads them: what is more than plain letters is quoted. */
public final class ShellWords {
  private static final Pattern PLAIN = Pattern.compile("[\\w./:@%+=,-]+");

  private ShellWords() {}

  /** {@return the words in one line} */
  public static String of(List<String> words) {
    return words.stream()
        .map(word -> PLAIN.matcher(word).matches() ? word : quoted(word))
        .collect(Collectors.joining(" "));
  }

  /** {@return one word in single quotes} */
  public static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
