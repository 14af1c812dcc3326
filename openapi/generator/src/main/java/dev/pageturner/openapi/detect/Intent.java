package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.Operation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether an operation reads or writes. A write is never a list, whatever page fields it takes:
 * walking it would repeat it.
 *
 * <p>GET and QUERY read. A POST reads where the operation's id, the end of its path or the verb of
 * its prose says so; of these the first that has a verb at all decides.
 */
final class Intent {
  private static final Set<String> SAFE = Set.of("GET", "QUERY");
  private static final Pattern BETWEEN = Pattern.compile("[/?#:.]");
  private static final Pattern WORDS = Pattern.compile("[^A-Za-z]+");
  private static final int MAX_FIRST_WORDS = 4;

  private Intent() {}

  static boolean reads(Operation operation) {
    return SAFE.contains(operation.method())
        || (operation.method().equals("POST") && postReads(operation));
  }

  /** {@return whether the first verb of an operation, wherever it is, changes something} */
  static boolean writes(Operation operation) {
    return !firstVerb(operation).orElse(true);
  }

  private static boolean postReads(Operation operation) {
    return firstVerb(operation).orElse(false);
  }

  private static Optional<Boolean> firstVerb(Operation operation) {
    return Stream.of(
            verb(id(operation)),
            pathVerb(operation),
            verb(firstWords(operation.summary().orElse(""))),
            verb(firstWords(operation.description().orElse(""))))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** {@return whether the first verb among the words reads; empty if there is none} */
  private static Optional<Boolean> verb(List<Name> words) {
    return words.stream()
        .filter(word -> isReading(word) || isWriting(word))
        .findFirst()
        .map(Intent::isReading);
  }

  private static boolean isReading(Name word) {
    return Vocabulary.of(WordRole.READS).contain(word)
        || Vocabulary.of(WordRole.READS).contain(Name.of(word.singular()));
  }

  private static boolean isWriting(Name word) {
    return Vocabulary.of(WordRole.WRITES).contain(word)
        || Vocabulary.of(WordRole.WRITES).contain(Name.of(word.singular()));
  }

  private static List<Name> id(Operation operation) {
    return operation.id().map(Name::of).stream()
        .flatMap(name -> name.words().stream())
        .map(Name::of)
        .toList();
  }

  /** The last verb of a path decides; a noun such as {@code lists} is none. */
  private static Optional<Boolean> pathVerb(Operation operation) {
    return BETWEEN
        .splitAsStream(operation.path())
        .filter(segment -> !segment.isEmpty() && !segment.contains("{"))
        .flatMap(segment -> Name.of(segment).words().stream())
        .map(Name::of)
        .filter(word -> Vocabulary.of(WordRole.READS).contain(word)
            || Vocabulary.of(WordRole.WRITES).contain(word))
        .reduce((first, second) -> second)
        .map(Vocabulary.of(WordRole.READS)::contain);
  }

  private static List<Name> firstWords(String prose) {
    return WORDS
        .splitAsStream(prose.strip())
        .filter(word -> !word.isEmpty())
        .limit(MAX_FIRST_WORDS)
        .map(Name::of)
        .toList();
  }
}
