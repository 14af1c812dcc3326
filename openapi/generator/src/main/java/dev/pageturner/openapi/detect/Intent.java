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
  private static final int FIRST_WORDS = 4;

  private Intent() {}

  static boolean reads(Operation operation) {
    return SAFE.contains(operation.method())
        || (operation.method().equals("POST") && postReads(operation));
  }

  private static boolean postReads(Operation operation) {
    return Stream.of(
            verb(id(operation)),
            verb(lastSegment(operation)),
            verb(firstWords(operation.summary().orElse(""))),
            verb(firstWords(operation.description().orElse(""))))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(false);
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

  private static List<Name> lastSegment(Operation operation) {
    List<String> segments = BETWEEN
        .splitAsStream(operation.path())
        .filter(segment -> !segment.isEmpty() && !segment.contains("{"))
        .toList();
    return segments.isEmpty()
        ? List.of()
        : Name.of(segments.get(segments.size() - 1)).words().stream()
            .map(Name::of)
            .toList();
  }

  private static List<Name> firstWords(String prose) {
    return WORDS
        .splitAsStream(prose.strip())
        .filter(word -> !word.isEmpty())
        .limit(FIRST_WORDS)
        .map(Name::of)
        .toList();
  }
}
