package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.detect.Dialects.Dialect;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each word by which lists are recognised has a dialect that uses it. */
class VocabularyTest {
  private static final Map<String, Set<Name>> NAMES =
      Dialects.all().stream().collect(Collectors.toMap(Dialect::name, Dialect::names));

  static Stream<Vocabulary.Entry> entries() {
    return Vocabulary.entries().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("entries")
  void eachWordIsProvedByTheDialectBesideIt(Vocabulary.Entry entry) {
    assertThat(NAMES).containsKey(entry.dialect());
    assertThat(NAMES.get(entry.dialect()))
        .as("names in %s of which one is '%s' or has it as a part", entry.dialect(), entry.word())
        .anyMatch(name -> isSaidBy(entry, name));
  }

  /** Whether a name is the word, or, for words that are looked for in names, has it as a part. */
  private static boolean isSaidBy(Vocabulary.Entry entry, Name name) {
    return entry.isWord(name)
        || (isLookedForInNames(entry.role()) && name.words().contains(entry.word()));
  }

  private static boolean isLookedForInNames(WordRole role) {
    return switch (role) {
      case FOREIGN, BACKWARD, HELD, BEFORE_NEXT, READS, WRITES, ITEMS, ASIDE, RANGE_END -> true;
      default -> false;
    };
  }

  @Test
  void noWordIsSaidTwiceForOneRole() {
    Map<String, Long> times = Vocabulary.entries().stream()
        .collect(Collectors.groupingBy(
            entry -> entry.role() + " " + entry.word(), Collectors.counting()));

    assertThat(times.entrySet()).filteredOn(entry -> entry.getValue() > 1).isEmpty();
  }
}
