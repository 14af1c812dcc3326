package dev.pageturner.openapi.detect;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words of one role. A name is among them whole, never by how it begins or ends. */
final class Names {
  private static final String ANY = "*";
  private static final String ITEMS = "<items>";

  /** Words joined: names that run theirs together are found, too. */
  private final Set<String> joined;

  /** Words apart, where one of them stands for any. */
  private final List<Pattern> apart;

  private Names(Set<String> joined, List<Pattern> apart) {
    this.joined = joined;
    this.apart = apart;
  }

  /** Makes a vocabulary of entries. */
  static Names of(List<Vocabulary.Entry> entries) {
    List<String> words = entries.stream().map(Vocabulary.Entry::word).toList();
    return new Names(
        words.stream()
            .filter(word -> !word.contains(ANY))
            .flatMap(Names::joined)
            .collect(Collectors.toUnmodifiableSet()),
        words.stream().filter(word -> word.contains(ANY)).map(Names::apart).toList());
  }

  private static Stream<String> joined(String word) {
    String whole = word.replace(" ", "");
    return whole.contains(ITEMS)
        ? Vocabulary.items().stream().map(items -> whole.replace(ITEMS, items))
        : Stream.of(whole);
  }

  private static Pattern apart(String word) {
    String items = "(?:" + String.join("|", Vocabulary.items()) + ")";
    return Pattern.compile(word.replace(ANY, ".+").replace(ITEMS, items));
  }

  boolean contain(Name name) {
    return joined.contains(name.joined())
        || apart.stream()
            .anyMatch(word -> word.matcher(String.join(" ", name.words())).matches());
  }

  /** {@return whether one of the parts of a name is among these} */
  boolean containPartOf(Name name) {
    return name.words().stream().anyMatch(joined::contains);
  }
}
