package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a user says about how operations page: it wins over everything that is detected.
 *
 * <pre>{@code
 * operations:
 *   GET /v1/charges: {style: after-id, items: $.data, request_param: starting_after, last_id_field: id}
 *   listThings: {style: page, items: $.things, request_param: p, size_param: n, size_max: 50}
 *   GET /v1/top: false
 * }</pre>
 *
 * <p>An operation is named by method and path or by its id, {@code false} says that it isn't
 * paginated. The members are those of a line of {@link DetectionLines}.
 */
public final class Overrides {
  private final Map<String, Optional<DetectedPagination>> byName = new LinkedHashMap<>();
  private final Map<String, Node> written = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private Overrides() {}

  /**
   * {@return the overrides in {@code root}; what makes no sense is in {@link #problems} and left
   * out}
   */
  public static Overrides of(Node root) {
    Overrides overrides = new Overrides();
    Optional<ObjectNode> operations =
        root.asObject().flatMap(object -> object.object("operations"));
    if (operations.isEmpty()) {
      overrides.problems.add(Problem.error(root.location(), "an object of operations is missing"));
    }
    operations.ifPresent(named -> named.members().forEach(overrides::add));
    return overrides;
  }

  private void add(String name, Node node) {
    written.put(name, node);
    if (node.text().filter("false"::equals).isPresent()) {
      byName.put(name, Optional.empty());
      return;
    }
    Optional<DetectedPagination> said =
        node.asObject().flatMap(object -> OverrideReader.read(object, problems));
    if (node.asObject().isEmpty()) {
      problems.add(Problem.error(node.location(), "neither false nor an object"));
    }
    said.ifPresent(pagination -> byName.put(name, said));
  }

  /** {@return what is wrong with the overrides themselves} */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** {@return an error for each override that names none of these operations} */
  public List<Problem> unmatched(List<Detection> detections) {
    Set<String> names = detections.stream()
        .flatMap(detection -> names(detection.operation()))
        .collect(Collectors.toSet());
    return written.entrySet().stream()
        .filter(entry -> !names.contains(entry.getKey()))
        .map(entry ->
            Problem.error(entry.getValue().location(), "the document has no such operation"))
        .toList();
  }

  /** {@return the detections, those that are overridden replaced} */
  public List<Detection> apply(List<Detection> detections) {
    return detections.stream().map(this::apply).toList();
  }

  private Detection apply(Detection detection) {
    return names(detection.operation())
        .filter(byName::containsKey)
        .findFirst()
        .map(name -> byName.getOrDefault(name, Optional.empty()).stream().toList())
        .map(choices -> new Detection(detection.operation(), choices))
        .orElse(detection);
  }

  private static Stream<String> names(Operation operation) {
    return Stream.concat(
        Stream.of(operation.method() + " " + operation.path()), operation.id().stream());
  }

  /** {@return overrides that say what was detected, as YAML to start from} */
  public static String write(List<Detection> detections) {
    return detections.stream()
        .filter(Detection::isPaginated)
        .map(detection -> "  " + DetectionLines.override(detection) + "\n")
        .collect(Collectors.joining("", "operations:\n", ""));
  }
}
