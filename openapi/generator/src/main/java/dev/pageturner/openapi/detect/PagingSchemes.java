package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.ArrayNode;
import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The member {@code pagination} of a {@code stainless.yml}: schemes, each for the operations that
 * have its parameters and fields. A scheme wins over what is detected, and is the owner's own word.
 */
public final class PagingSchemes {
  private final List<PagingScheme> schemes = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private PagingSchemes() {}

  /** {@return the schemes that are written at a node, one or a list of them} */
  public static PagingSchemes of(Optional<Node> written) {
    PagingSchemes read = new PagingSchemes();
    written.stream()
        .flatMap(PagingSchemes::each)
        .forEach(node -> node.asObject()
            .ifPresentOrElse(
                scheme -> PagingScheme.of(scheme, read.problems).ifPresent(read.schemes::add),
                () -> read.problems.add(Problem.error(node.location(), "a scheme is no object"))));
    return read;
  }

  private static Stream<Node> each(Node written) {
    return written instanceof ArrayNode array ? array.elements().stream() : Stream.of(written);
  }

  /** {@return what is wrong with the schemes themselves} */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /**
   * {@return the detections, with those replaced that a scheme fits}
   *
   * @param detections what was detected
   * @param said whether the configuration says of an operation that it pages, or that it doesn't;
   *     empty if it says nothing
   */
  public List<Detection> apply(
      List<Detection> detections, Function<Operation, Optional<Boolean>> said) {
    return detections.stream()
        .map(detection -> apply(detection, said.apply(detection.operation())))
        .toList();
  }

  private Detection apply(Detection detection, Optional<Boolean> said) {
    Operation operation = detection.operation();
    if (said.filter(pages -> !pages).isPresent()) {
      return new Detection(operation, List.of());
    }
    // The first of several that fit alike; one that only names an array is the last resort.
    return schemes.stream()
        .filter(scheme -> !scheme.isFake() || !detection.isPaginated())
        .filter(scheme -> scheme.fit(operation, said.isPresent()) > 0)
        .min(Comparator.comparing(PagingScheme::isFake)
            .thenComparing(scheme -> -scheme.fit(operation, said.isPresent())))
        .map(scheme -> scheme.of(operation))
        .orElse(detection);
  }
}
