package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says for each operation of a document whether and how it pages.
 *
 * <p>Evidence comes in pairs, a request field and a response signal, or is a response signal that
 * suffices alone. Where it doesn't, the operation counts as not paginated: a wrong pagination loses
 * or doubles items without a sign.
 */
public final class PaginationDetector {
  /** What deletes or changes is no list, also where it takes a {@code limit}. */
  private static final Set<String> METHODS = Set.of("GET", "POST", "QUERY");

  private static final List<Rule> RULES = List.of(
      new CursorRule(),
      new NextUrlRule(),
      new LinkHeaderRule(),
      new LastItemRule(),
      new CountingRule(PageStyle.PAGE_NUMBER),
      new CountingRule(PageStyle.OFFSET),
      new OpenRule());

  private PaginationDetector() {}

  /** {@return one detection for each operation, in the document's order} */
  public static List<Detection> detect(ApiDocument document) {
    return detect(document, Optional.of(new VendorExtensions(document.root())));
  }

  /** Detects by the rules alone, to measure them on documents that give the answer away. */
  static List<Detection> detectWithoutExtensions(ApiDocument document) {
    return detect(document, Optional.empty());
  }

  private static List<Detection> detect(
      ApiDocument document, Optional<VendorExtensions> extensions) {
    Conventions conventions = Conventions.of(document);
    List<Draft> alone = document.operations().stream()
        .map(operation -> draft(operation, conventions, extensions))
        .toList();
    return PairHabit.apply(LinksHabit.apply(alone), conventions).stream()
        .map(Draft::detection)
        .toList();
  }

  private static Draft draft(
      Operation operation, Conventions conventions, Optional<VendorExtensions> extensions) {
    if (!METHODS.contains(operation.method())) {
      return Draft.notPaginated(operation);
    }
    Candidate candidate = Candidate.of(operation, conventions);
    if (extensions.filter(stated -> stated.isOnePage(candidate)).isPresent()) {
      return Draft.onePage(operation);
    }
    List<Rule> rules = Stream.concat(extensions.stream(), RULES.stream()).toList();
    return Draft.of(
        candidate,
        candidate.mayRead() ? choices(candidate, rules) : List.of(),
        extensions.map(stated -> stated.refused(candidate)).orElse(List.of()));
  }

  private static List<Finding> choices(Candidate candidate, List<Rule> rules) {
    return rules.stream()
        .map(rule -> rule.look(candidate))
        .flatMap(Optional::stream)
        .filter(found -> found.confidence() >= Sign.ENOUGH.weight())
        .sorted(Comparator.comparing(Finding::rank)
            .thenComparing(Comparator.comparingDouble(Finding::confidence).reversed()))
        .toList();
  }
}
