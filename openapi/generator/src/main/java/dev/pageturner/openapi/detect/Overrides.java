package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Problem;
import dev.pageturner.openapi.model.ScalarNode;
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
 *   POST /files: {next: $.cursor, send: body:cursor, has_more: $.more, following_path: files/continue, token_alone: true}
 *   GET /v1/top: false
 * }</pre>
 *
 * <p>An operation is named by method and path or by its id, {@code false} says that it isn't
 * paginated. With {@code style}, the members are those of a line of {@link DetectionLines}, and any
 * word of a pagination may stand beside them. Without it, all members are such words, and with
 * those everything can be said: they are the options of the command line, with {@code _} for
 * {@code -}, and an array where an option may be repeated.
 */
public final class Overrides {
  private final Map<String, Optional<Said>> byName = new LinkedHashMap<>();
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
    if (operations.isEmpty() && !isBlank(root)) {
      overrides.problems.add(Problem.error(root.location(), "an object of operations is missing"));
    }
    operations.ifPresent(named -> named.members().forEach(overrides::add));
    return overrides;
  }

  /** Where no operation pages, nothing but comments is written below their name. */
  private static boolean isBlank(Node root) {
    return root.asObject()
        .map(object -> object.get("operations"))
        .filter(node -> node instanceof ScalarNode && node.text().isEmpty())
        .isPresent();
  }

  private void add(String name, Node node) {
    written.put(name, node);
    if (node.text().filter("false"::equals).isPresent()) {
      byName.put(name, Optional.empty());
      return;
    }
    Optional<Said> said = node.asObject().flatMap(object -> OverrideReader.read(object, problems));
    if (node.asObject().isEmpty()) {
      problems.add(Problem.error(node.location(), "neither false nor an object"));
    }
    said.ifPresent(override -> byName.put(name, said));
  }

  /** {@return what is wrong with the overrides themselves} */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /**
   * {@return an error for each override that names none of these operations, or says of one what
   * cannot be carried out}
   */
  public List<Problem> problems(List<Detection> detections) {
    Stream<Problem> undoable = detections.stream()
        .flatMap(detection -> said(detection.operation()).stream()
            .flatMap(said -> said.problem(detection.operation()).stream()));
    return Stream.concat(unmatched(detections), undoable).toList();
  }

  private Stream<Problem> unmatched(List<Detection> detections) {
    Set<String> names = detections.stream()
        .flatMap(detection -> names(detection.operation()))
        .collect(Collectors.toSet());
    return written.entrySet().stream()
        .filter(entry -> !names.contains(entry.getKey()))
        .map(entry ->
            Problem.error(entry.getValue().location(), "the document has no such operation"));
  }

  /** {@return the detections, those that are overridden replaced} */
  public List<Detection> apply(List<Detection> detections) {
    return detections.stream().map(this::apply).toList();
  }

  private Detection apply(Detection detection) {
    Operation operation = detection.operation();
    Optional<String> name = names(operation).filter(byName::containsKey).findFirst();
    if (name.isEmpty()) {
      return detection;
    }
    return said(operation)
        .flatMap(said -> said.of(operation))
        .orElseGet(() -> new Detection(operation, List.of()));
  }

  private Optional<Said> said(Operation operation) {
    return names(operation)
        .filter(byName::containsKey)
        .findFirst()
        .flatMap(name -> byName.getOrDefault(name, Optional.empty()));
  }

  private static Stream<String> names(Operation operation) {
    return Stream.concat(
        Stream.of(operation.method() + " " + operation.path()), operation.id().stream());
  }

  /**
   * {@return overrides that say what was detected, as YAML to start from}: what cannot be walked
   * yet is a comment, to be completed
   */
  public static String write(List<Detection> detections) {
    return write(detections, detections);
  }

  /**
   * {@return overrides that turn what was detected into what holds}
   *
   * @param detected what was detected
   * @param detections the same operations in the same order, what other overrides say applied
   */
  public static String write(List<Detection> detected, List<Detection> detections) {
    StringBuilder text = new StringBuilder("operations:\n");
    for (int i = 0; i < detections.size(); i++) {
      Detection detection = detections.get(i);
      if (detection.isPaginated() || detection.said().isPresent()) {
        text.append(OverrideLines.of(detection)).append('\n');
      } else if (detected.get(i).isPaginated()) {
        text.append(OverrideLines.ofNoList(detection)).append('\n');
      }
    }
    return text.toString();
  }
}
