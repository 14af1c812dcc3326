package dev.pageturner.openapi.generator;

import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.openapi.detect.PagingSchemes;
import dev.pageturner.openapi.emit.client.ChosenNames;
import dev.pageturner.openapi.model.InvalidDocumentException;
import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Problem;
import dev.pageturner.openapi.model.ScalarNode;
import dev.pageturner.openapi.parse.TreeReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is read of a {@code stainless.yml}: the pagination schemes, the names of resources and
 * methods, and the name of the organization, which begins the client's.
 */
final class StainlessConfig {
  private static final Set<String> READ = Set.of("resources", "pagination", "organization");

  /**
   * A method of a resource.
   *
   * @param endpoint the HTTP method and the path, place-holders without their names
   * @param resource the names of the resource and of those around it; empty for the client itself
   * @param name its name
   * @param pages whether it pages, if that is said
   * @param node what is written
   */
  private record Method(
      String endpoint, List<String> resource, String name, Optional<Boolean> pages, Node node) {}

  private final ObjectNode root;
  private final PagingSchemes schemes;
  private final List<Method> methods = new ArrayList<>();

  private StainlessConfig(ObjectNode root) {
    this.root = root;
    this.schemes = PagingSchemes.of(Optional.ofNullable(root.get("pagination")));
    root.object("resources").ifPresent(resources -> addResources(resources, List.of()));
  }

  /**
   * {@return the configuration in a file}
   *
   * @throws InvalidDocumentException if it can't be used; the message has file, line and pointer
   */
  static StainlessConfig read(Path file) {
    Node tree = TreeReader.read(file);
    Optional<ObjectNode> root =
        tree.asObject().filter(one -> one.has("resources") || one.has("pagination"));
    if (root.isEmpty()) {
      throw new InvalidDocumentException(List.of(Problem.error(
          tree.location(), "no stainless.yml: it has neither resources nor pagination")));
    }
    StainlessConfig config = new StainlessConfig(root.get());
    if (!config.schemes.problems().isEmpty()) {
      throw new InvalidDocumentException(config.schemes.problems());
    }
    return config;
  }

  private void addResources(ObjectNode resources, List<String> around) {
    resources
        .members()
        .forEach((name, value) -> value.asObject().ifPresent(resource -> {
          List<String> path = new ArrayList<>(around);
          if (!name.equals("$client")) {
            path.add(name);
          }
          resource
              .object("methods")
              .ifPresent(
                  named -> named.members().forEach((method, node) -> add(method, node, path)));
          resource.object("subresources").ifPresent(inside -> addResources(inside, path));
        }));
  }

  private void add(String name, Node node, List<String> resource) {
    Optional<ObjectNode> object = node.asObject();
    Optional<String> endpoint =
        node.text().or(() -> object.flatMap(method -> method.text("endpoint")));
    Optional<Boolean> pages = object
        .map(method -> method.get("paginated"))
        .filter(ScalarNode.class::isInstance)
        .map(said -> ((ScalarNode) said).isTrue());
    endpoint.ifPresent(
        text -> methods.add(new Method(normal(text), List.copyOf(resource), name, pages, node)));
  }

  /** {@code get /users/{id}} and {@code GET /users/{user_id}} are one endpoint. */
  private static String normal(String endpoint) {
    String[] words = endpoint.strip().split("\\s+", 2);
    String path = words.length < 2 ? "" : words[1].replaceAll("\\{[^{}]*}", "{}");
    return words[0].toUpperCase(Locale.ROOT) + " " + path;
  }

  private List<Method> of(Operation operation) {
    String endpoint = normal(operation.method() + " " + operation.path());
    return methods.stream().filter(method -> method.endpoint().equals(endpoint)).toList();
  }

  /** {@return the detections, with those replaced that a scheme fits} */
  List<Detection> apply(List<Detection> detections) {
    return schemes.apply(
        detections,
        operation ->
            of(operation).stream().flatMap(method -> method.pages().stream()).findFirst());
  }

  /** {@return the names of resources and methods; what the client has itself is its root} */
  ChosenNames names() {
    return operation -> of(operation).stream()
        .map(method -> new ChosenNames.ChosenName(
            Optional.of(method.resource().isEmpty() ? "root" : String.join(" ", method.resource())),
            Optional.of(method.name())))
        .toList();
  }

  /** {@return what the client's name begins with, if the configuration names an organization} */
  Optional<String> clientName() {
    return root.object("organization")
        .flatMap(organization -> organization.text("name"))
        .filter(name -> !name.isBlank());
  }

  /** {@return what nothing is made of: unknown endpoints, and members for other languages} */
  List<Problem> problems(List<Operation> operations) {
    Set<String> known = operations.stream()
        .map(operation -> normal(operation.method() + " " + operation.path()))
        .collect(Collectors.toSet());
    List<Problem> problems = new ArrayList<>();
    methods.stream()
        .filter(method -> !known.contains(method.endpoint()))
        .forEach(method -> problems.add(Problem.warning(
            method.node().location(), "the document has no such operation; the name is unused")));
    List<String> others = root.members().keySet().stream()
        .filter(member -> !READ.contains(member))
        .sorted()
        .toList();
    if (!others.isEmpty()) {
      problems.add(
          Problem.warning(root.location(), "nothing is made of: " + String.join(", ", others)));
    }
    return problems;
  }
}
