package dev.pageturner.openapi.parse;

import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Escapes of YAML 1.2, section 5.7, that the parser takes for unknown. Where it stops at one, the
 * same character is written by its number, and the text is read again.
 */
final class YamlEscapes {
  private static final Map<Integer, String> NUMBERS = Map.of(
      (int) 'L', "u2028", (int) 'P', "u2029", (int) 'N', "u0085", (int) '_', "u00a0", (int) '/',
      "u002f");

  private YamlEscapes() {}

  /**
   * {@return the text without the escape at which reading ended, if there is one to be replaced}
   */
  static Optional<String> replaced(String text, MarkedYamlEngineException ended) {
    return ended.getProblemMark().map(Mark::getIndex).flatMap(at -> replaced(text, at));
  }

  private static Optional<String> replaced(String text, int codePoints) {
    if (text.codePointCount(0, text.length()) <= codePoints || codePoints < 1) {
      return Optional.empty();
    }
    int at = text.offsetByCodePoints(0, codePoints);
    String number = NUMBERS.get(text.codePointAt(at));
    return number == null || text.charAt(at - 1) != '\\'
        ? Optional.empty()
        : Optional.of(text.substring(0, at) + number + text.substring(at + 1));
  }
}
