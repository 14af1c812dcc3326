package dev.pageturner.openapi.mockserver.internal.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a regular expression as a row of places: of alternatives the first is taken, of repetitions
 * a fixed number.
 *
 * <p>Understood are literals, escapes, classes, groups, alternatives and quantifiers. What looks
 * ahead or back is refused.
 */
final class PatternPlaces {
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String DIGITS = "0123456789";
  private static final String WORD = DIGITS + LOWER + UPPER + "_";
  private static final String ANY = LOWER + UPPER + DIGITS + "-_";
  private static final int LONGEST = 2_000;
  private static final int DEEPEST = 50;

  private final String pattern;
  private final int minLength;
  private final int enough;
  private int at;
  private int depth;

  PatternPlaces(String pattern, int minLength, int maxLength) {
    // The case is free then, and the one that is written will do.
    this.pattern = pattern.startsWith("(?i)") ? pattern.substring(4) : pattern;
    this.minLength = minLength;
    this.enough = Math.max(1, Math.min(8, maxLength));
  }

  List<String> read() {
    List<String> places = alternatives();
    if (at < pattern.length() || places.size() < minLength) {
      throw refused();
    }
    return places;
  }

  private IllegalArgumentException refused() {
    return new IllegalArgumentException("not understood at " + at);
  }

  private List<String> alternatives() {
    List<String> first = sequence();
    while (at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      sequence();
    }
    return first;
  }

  private List<String> sequence() {
    List<String> places = new ArrayList<>();
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      List<String> atom = atom();
      int times = times();
      if ((long) atom.size() * times + places.size() > LONGEST) {
        throw refused();
      }
      for (int i = 0; i < times; i++) {
        places.addAll(atom);
      }
    }
    return places;
  }

  private List<String> atom() {
    char c = pattern.charAt(at++);
    return switch (c) {
      case '^', '$' -> List.of();
      case '(' -> group();
      case '[' -> List.of(characterClass());
      case '.' -> List.of(ANY);
      case '\\' -> List.of(escape());
      case '*', '+', '?', '{' -> throw refused();
      default -> List.of(String.valueOf(c));
    };
  }

  private List<String> group() {
    if (pattern.startsWith("?:", at)) {
      at += 2;
    } else if (pattern.startsWith("?", at)) {
      throw refused();
    }
    depth++;
    if (depth > DEEPEST) {
      throw refused();
    }
    List<String> inside = alternatives();
    depth--;
    if (at >= pattern.length()) {
      throw refused();
    }
    at++;
    return inside;
  }

  private String escape() {
    if (at >= pattern.length()) {
      throw refused();
    }
    char c = pattern.charAt(at++);
    return switch (c) {
      case 'd' -> DIGITS;
      case 'w' -> WORD;
      case 's' -> " ";
      case 'S' -> ANY;
      case 'D' -> LOWER;
      case 'W' -> "-";
      default -> {
        if (Character.isLetterOrDigit(c)) {
          throw refused();
        }
        yield String.valueOf(c);
      }
    };
  }

  private String characterClass() {
    boolean negated = at < pattern.length() && pattern.charAt(at) == '^';
    at += negated ? 1 : 0;
    StringBuilder characters = new StringBuilder();
    while (at < pattern.length() && pattern.charAt(at) != ']') {
      characters.append(range());
    }
    at++;
    String members = characters.toString();
    String chosen = negated ? without(ANY + " ", members) : distinct(members);
    if (chosen.isEmpty() || at > pattern.length()) {
      throw refused();
    }
    return chosen;
  }

  private String range() {
    char first = pattern.charAt(at++);
    String single = first == '\\' ? escape() : String.valueOf(first);
    boolean ranges = single.length() == 1
        && at + 1 < pattern.length()
        && pattern.charAt(at) == '-'
        && pattern.charAt(at + 1) != ']';
    if (!ranges) {
      return single;
    }
    at++;
    char last = pattern.charAt(at++);
    StringBuilder all = new StringBuilder();
    // Printable ASCII is enough of any range.
    for (int c = Math.max(single.charAt(0), ' '); c <= Math.min(last, '~'); c++) {
      all.append((char) c);
    }
    return all.toString();
  }

  private static String distinct(String characters) {
    StringBuilder kept = new StringBuilder();
    characters.chars().distinct().forEach(c -> kept.append((char) c));
    return kept.toString();
  }

  private static String without(String characters, String left) {
    StringBuilder kept = new StringBuilder();
    characters.chars().filter(c -> left.indexOf(c) < 0).forEach(c -> kept.append((char) c));
    return kept.toString();
  }

  private int times() {
    if (at >= pattern.length()) {
      return 1;
    }
    int times = switch (pattern.charAt(at)) {
      case '*', '+' -> enough;
      case '?' -> 0;
      case '{' -> counted();
      default -> -1;
    };
    if (times < 0) {
      return 1;
    }
    at++;
    // Lazy or possessive: the same texts match.
    at += at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == '+') ? 1 : 0;
    return times;
  }

  /** Leaves {@link #at} at the closing brace. */
  private int counted() {
    int end = pattern.indexOf('}', at);
    String[] bounds = end < 0 ? new String[0] : pattern.substring(at + 1, end).split(",", -1);
    if (bounds.length == 0 || !bounds[0].matches("\\d{1,4}")) {
      throw refused();
    }
    int least = Integer.parseInt(bounds[0]);
    int most = bounds.length < 2
        ? least
        : bounds[1].matches("\\d{1,6}") ? Integer.parseInt(bounds[1]) : Integer.MAX_VALUE;
    at = end;
    return Math.max(least, Math.min(most, enough));
  }
}
