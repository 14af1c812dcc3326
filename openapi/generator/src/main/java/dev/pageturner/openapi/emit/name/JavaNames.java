package dev.pageturner.openapi.emit.name;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * Java identifiers from any text: never empty, only ASCII letters, digits and underscores, no
 * keyword, at most {@value #LONGEST} characters. The same text always gives the same name; two
 * texts may give one name, which {@link NameScope} tells apart.
 */
public final class JavaNames {
  /**
   * With a class nested in another and its {@code .class} this stays below 200 bytes, which every
   * file system takes.
   */
  static final int LONGEST = 80;

  private static final List<String> DIGITS =
      List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

  private JavaNames() {}

  /** {@return a class name: {@code KybBusinessEntity}, {@code ApiString} for {@code string}} */
  public static String className(String text) {
    return classNames(text).get(0);
  }

  /**
   * {@return names for one class, the best first}
   *
   * <p>Words that are repeated at once are said once: {@code user_user_role} is
   * {@code UserUserRole} only where {@code UserRole} is taken. Of what is too long the words behind
   * the first ones go; a sum of the text tells names apart where nothing else does.
   */
  public static List<String> classNames(String text) {
    List<String> words = digitInWords(lowerIfShouted(text, Words.of(text)));
    List<String> brief = Repetitions.removed(words);
    Set<String> names = new LinkedHashSet<>();
    names.add(afterDigit(capitalized(brief)));
    names.add(afterDigit(capitalized(words)));
    for (int kept = 1; kept <= 3; kept++) {
      names.add(afterDigit(capitalized(withoutMiddle(brief, kept))));
    }
    names.removeIf(name -> name.length() > LONGEST);
    names.add(shortened(afterDigit(capitalized(words)), text));
    return names.stream()
        .map(name -> ReservedNames.isClass(name) ? "Api" + name : name)
        .toList();
  }

  /**
   * {@return the name of a field, parameter, method or record component: {@code pageSize},
   * {@code class_} for {@code class}}
   */
  public static String memberName(String text) {
    List<String> words = lowerIfShouted(text, Words.of(text));
    StringBuilder name = new StringBuilder(lowerStart(words.get(0)));
    words.stream().skip(1).map(Words::capitalized).forEach(name::append);
    String shortened = shortened(afterDigit(name.toString()), text);
    return ReservedNames.isMember(shortened) ? shortened + "_" : shortened;
  }

  /**
   * {@return the name of a method that is called rather than read: no word is said twice at once,
   * and a digit in front is a word: {@code threeDs} for {@code 3DS}}
   */
  public static String methodName(String text) {
    List<String> words = digitInWords(lowerIfShouted(text, Words.of(text)));
    return memberName(String.join(" ", Repetitions.removed(words)));
  }

  /** {@code 3DS} is three, DS; {@code 15m} stays as it is. */
  private static List<String> digitInWords(List<String> words) {
    String first = words.get(0);
    if (!first.matches("[1-9](?:[A-Za-z].*)?") || (first.length() == 1 && words.size() == 1)) {
      return words;
    }
    List<String> spelled = new ArrayList<>();
    spelled.add(DIGITS.get(first.charAt(0) - '1'));
    if (first.length() > 1) {
      spelled.add(first.substring(1));
    }
    spelled.addAll(words.subList(1, words.size()));
    return spelled;
  }

  /** {@return the name of a constant: {@code IN_PROGRESS}, {@code _15M} for {@code 15m}} */
  public static String constantName(String text) {
    String joined = Words.of(text).stream()
        .map(w -> w.toUpperCase(Locale.ROOT))
        .collect(Collectors.joining("_"));
    return shortened(afterDigit(joined), text);
  }

  /** {@return one part of a package name: {@code petstore}} */
  public static String packageName(String text) {
    String joined = String.join("", Words.of(text)).toLowerCase(Locale.ROOT);
    String name = shortened(afterDigit(joined), text);
    return ReservedNames.isKeyword(name) || ReservedNames.isClass(name) ? name + "_" : name;
  }

  /** {@code URLPath} begins with {@code url}, {@code UserName} with {@code user}. */
  private static String lowerStart(String word) {
    boolean shouted = word.equals(word.toUpperCase(Locale.ROOT));
    String lower = word.toLowerCase(Locale.ROOT);
    return shouted ? lower : lower.charAt(0) + word.substring(1);
  }

  private static String capitalized(List<String> words) {
    return words.stream().map(Words::capitalized).collect(Collectors.joining());
  }

  /** The beginning says what it belongs to, the end what it is. */
  private static List<String> withoutMiddle(List<String> words, int kept) {
    int tail = words.size();
    int length = capitalized(words.subList(0, Math.min(kept, words.size()))).length();
    while (tail > kept && length + words.get(tail - 1).length() < LONGEST) {
      length += words.get(--tail).length();
    }
    List<String> rest = new ArrayList<>(words.subList(0, Math.min(kept, words.size())));
    rest.addAll(words.subList(Math.max(tail, rest.size()), words.size()));
    return rest;
  }

  private static List<String> lowerIfShouted(String text, List<String> words) {
    boolean shouted = words.size() > 1 && text.equals(text.toUpperCase(Locale.ROOT));
    return shouted ? words.stream().map(w -> w.toLowerCase(Locale.ROOT)).toList() : words;
  }

  private static String afterDigit(String name) {
    return Character.isDigit(name.charAt(0)) ? "_" + name : name;
  }

  private static String shortened(String name, String text) {
    if (name.length() <= LONGEST) {
      return name;
    }
    CRC32 sum = new CRC32();
    // Not every text can be encoded in UTF-8; UTF-16 takes half pairs as they are.
    sum.update(text.getBytes(StandardCharsets.UTF_16BE));
    return name.substring(0, LONGEST - 9) + "_"
        + String.format(Locale.ROOT, "%08x", sum.getValue());
  }
}
