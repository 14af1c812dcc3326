package dev.pageturner.openapi.detect;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words of one role. A name is among them whole, never by how it begins or ends. */
final class Names {
  private static final String ANY = "*";
  private static final String ITEMS = "<items>";

  /** Of words joined: names that run theirs together are found, too. */
  private final Pattern joined;

  /** Of words apart, where one of them stands for any. */
  private final Pattern apart;

  private Names(Pattern joined, Pattern apart) {
    this.joined = joined;
    this.apart = apart;
  }

  /** Makes a vocabulary of entries. */
  static Names of(List<Vocabulary.Entry> entries) {
    return new Names(
        Pattern.compile(entries.stream()
            .map(Vocabulary.Entry::word)
            .filter(word -> !word.contains(ANY))
            .map(Names::joined)
            .collect(Collectors.joining("|", "(?:", ")"))),
        Pattern.compile(entries.stream()
            .map(Vocabulary.Entry::word)
            .filter(word -> word.contains(ANY))
            .map(Names::apart)
            .collect(Collectors.joining("|", "(?:", ")"))));
  }

  private static String joined(String word) {
    return word.replace(" ", "").replace(ITEMS, items());
  }

  private static String apart(String word) {
    return word.replace(ANY, ".+").replace(ITEMS, items());
  }

  private static String items() {
    return "(?:" + Vocabulary.items() + ")";
  }

  boolean contain(Name name) {
    return !name.joined().isEmpty()
        && (joined.matcher(name.joined()).matches()
            || apart.matcher(String.join(" ", name.words())).matches());
  }

  /** {@return whether one of the parts of a name is among these} */
  boolean containPartOf(Name name) {
    return name.words().stream().anyMatch(word -> joined.matcher(word).matches());
  }
}
