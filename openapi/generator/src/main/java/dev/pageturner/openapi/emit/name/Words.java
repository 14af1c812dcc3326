package dev.pageturner.openapi.emit.name;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words of a name, in ASCII letters and digits: {@code kyb-Business_entity2} is kyb, Business,
 * entity2.
 *
 * <p>Accents are dropped, other letters and symbols that carry the meaning become words: {@code +1}
 * is plus, 1. There is always at least one word.
 */
final class Words {
  /** More words than this tell nobody anything. */
  private static final int MOST = 60;

  private static final Map<Integer, String> SYMBOLS = Map.ofEntries(
      Map.entry((int) '+', "plus"),
      Map.entry((int) '-', "minus"),
      Map.entry((int) '*', "star"),
      Map.entry((int) '/', "slash"),
      Map.entry((int) '\\', "backslash"),
      Map.entry((int) '%', "percent"),
      Map.entry((int) '=', "equal"),
      Map.entry((int) '<', "less"),
      Map.entry((int) '>', "greater"),
      Map.entry((int) '!', "not"),
      Map.entry((int) '~', "tilde"),
      Map.entry((int) '&', "and"),
      Map.entry((int) '|', "or"),
      Map.entry((int) '^', "caret"),
      Map.entry((int) '#', "hash"),
      Map.entry((int) '@', "at"),
      Map.entry((int) '$', "dollar"),
      Map.entry((int) '?', "question"),
      Map.entry((int) '.', "dot"),
      Map.entry((int) ',', "comma"),
      Map.entry((int) ':', "colon"),
      Map.entry((int) ';', "semicolon"),
      Map.entry((int) '"', "quote"),
      Map.entry((int) '\'', "apostrophe"),
      Map.entry((int) '_', "underscore"),
      Map.entry((int) ' ', "space"),
      Map.entry((int) '\n', "newline"));

  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private final boolean spelled;

  private Words(boolean spelled) {
    this.spelled = spelled;
  }

  static List<String> of(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{Mn}+", "");
    // Without a letter there is nothing but symbols and digits to tell names apart.
    Words words = new Words(plain.chars().noneMatch(Words::isLetter));
    int[] points = plain.codePoints().toArray();
    for (int i = 0; i < points.length && words.words.size() < MOST; i++) {
      words.add(points, i);
    }
    words.end();
    return words.words.isEmpty() ? List.of("empty") : words.words;
  }

  private void add(int[] points, int i) {
    int point = points[i];
    if (isLetter(point) || isDigit(point)) {
      if (isHump(points, i)) {
        end();
      }
      word.append((char) point);
    } else if (Character.isLetterOrDigit(point) && point > 127) {
      // A letter of another script.
      word.append("u").append(Integer.toHexString(point));
    } else {
      end();
      symbol(points, i);
    }
  }

  private void symbol(int[] points, int i) {
    int point = points[i];
    boolean betweenDigits =
        i > 0 && isDigit(points[i - 1]) && i + 1 < points.length && isDigit(points[i + 1]);
    boolean meant = spelled ? !betweenDigits : point == '+' && i > 0;
    if (meant) {
      String name = SYMBOLS.get(point);
      words.add(name == null ? "u" + Integer.toHexString(point) : name);
    }
  }

  /** {@code logItem} and the {@code L} of {@code HTTPLog} begin a word. */
  private boolean isHump(int[] points, int i) {
    if (word.length() == 0 || !isUpper(points[i])) {
      return false;
    }
    boolean afterLower = !isUpper(points[i - 1]);
    boolean beforeLower = i + 1 < points.length && isLower(points[i + 1]);
    return afterLower || (beforeLower && !isPlural(points, i));
  }

  /** The {@code s} of {@code userIDs} belongs to ID. */
  private static boolean isPlural(int[] points, int i) {
    boolean ends = i + 2 >= points.length || !isLower(points[i + 2]);
    return points[i + 1] == 's' && ends;
  }

  private void end() {
    if (word.length() > 0) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private static boolean isUpper(int point) {
    return point >= 'A' && point <= 'Z';
  }

  private static boolean isLower(int point) {
    return point >= 'a' && point <= 'z';
  }

  private static boolean isLetter(int point) {
    return isUpper(point) || isLower(point);
  }

  private static boolean isDigit(int point) {
    return point >= '0' && point <= '9';
  }

  static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
