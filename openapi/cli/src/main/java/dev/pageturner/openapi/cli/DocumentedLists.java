package dev.pageturner.openapi.cli;

import dev.pageturner.ApiRequest;
import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.openapi.generator.DetectedDocument;
import dev.pageturner.openapi.mockserver.Fault;
import dev.pageturner.openapi.mockserver.MockApi;
import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Parameter;
import dev.pageturner.pagination.Pagination;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The lists of a document that can be checked, and why the others cannot. */
final class DocumentedLists {
  private static final Set<String> READING = Set.of("GET", "QUERY");

  private final DetectedDocument document;
  private final List<String> parameters;
  private final boolean repeatable;
  private final List<CheckTarget> targets = new ArrayList<>();
  private final Map<String, String> leftOut = new LinkedHashMap<>();

  /**
   * Takes the lists of a document.
   *
   * @param document the document
   * @param parameters what was said for parameters, each as NAME=VALUE; each operation takes those
   *     that it has
   * @param repeatable whether a POST that lists only reads
   */
  DocumentedLists(DetectedDocument document, List<String> parameters, boolean repeatable) {
    this.document = document;
    this.parameters = parameters;
    this.repeatable = repeatable;
  }

  /** {@return what can be checked} */
  List<CheckTarget> targets() {
    return List.copyOf(targets);
  }

  /** {@return the lists that cannot be checked, and why} */
  Map<String, String> leftOut() {
    return new LinkedHashMap<>(leftOut);
  }

  /**
   * Takes the lists as a server has them.
   *
   * @param wanted the operations to take, all if there are none
   * @param baseUrl where the server is; empty for where the document says
   * @param variables the variables of the document's server
   */
  void onServer(List<String> wanted, Optional<String> baseUrl, Map<String, String> variables) {
    for (DocumentedList list : lists(wanted)) {
      try {
        add(list, baseUrl.orElseGet(() -> list.baseUrl(variables)));
      } catch (IllegalArgumentException e) {
        leftOut.put(nameOf(list), String.valueOf(e.getMessage()));
      }
    }
  }

  private void add(DocumentedList list, String baseUrl) {
    Operation operation = list.detection().operation();
    if (!READING.contains(operation.method()) && !repeatable) {
      throw new IllegalArgumentException(
          "a " + operation.method() + " may write; if it only reads, say --repeatable");
    }
    List<String> said = saidFor(operation);
    requireAll(operation, said);
    targets.add(new CheckTarget(
        nameOf(list),
        baseUrl,
        list.path(),
        list.with(said),
        list.pagination().orElse(Pagination.detect()),
        filter(operation, said),
        null));
  }

  /** Takes the lists as a mock server of the document has them, with values for all it requires. */
  void onMock(List<String> wanted, MockApi api) {
    for (DocumentedList list : lists(wanted)) {
      Operation operation = list.detection().operation();
      String name = nameOf(list);
      if (!api.lists().contains(name)) {
        leftOut.put(name, "the document does not say where its items are");
        continue;
      }
      List<String> said = new ArrayList<>(saidFor(operation));
      missing(operation, said)
          .forEach(parameter -> said.add(parameter.name() + "=" + value(parameter)));
      targets.add(new CheckTarget(
          name,
          api.baseUrl(),
          list.path(),
          withBody(operation, list.with(said)),
          list.pagination().orElse(Pagination.detect()),
          Optional.empty(),
          () -> api.list(name).failOnPage(2, Fault.insertItems(1))));
    }
  }

  private static UnaryOperator<ApiRequest> withBody(
      Operation operation, UnaryOperator<ApiRequest> parts) {
    return operation.requestBody().isEmpty() || operation.method().equals("GET")
        ? parts
        : request -> parts.apply(request).body(RawJson.parse("{}")).repeatable();
  }

  private List<DocumentedList> lists(List<String> wanted) {
    if (wanted.isEmpty()) {
      return document.detections().stream()
          .filter(Detection::isPaginated)
          .map(detection -> new DocumentedList(document.document(), detection))
          .toList();
    }
    return wanted.stream().map(name -> DocumentedList.of(document, name)).toList();
  }

  private static String nameOf(DocumentedList list) {
    Operation operation = list.detection().operation();
    return operation.method() + " " + operation.path();
  }

  private List<String> saidFor(Operation operation) {
    return parameters.stream()
        .filter(said -> operation.parameters().stream()
            .anyMatch(parameter -> nameIn(said).equals(parameter.name())
                || nameIn(said).startsWith(parameter.name() + "[")))
        .toList();
  }

  private static String nameIn(String said) {
    return said.split("=", 2)[0];
  }

  private static List<Parameter> missing(Operation operation, List<String> said) {
    return operation.parameters().stream()
        .filter(Parameter::required)
        .filter(parameter -> said.stream().noneMatch(each -> nameIn(each).equals(parameter.name())))
        .toList();
  }

  private static void requireAll(Operation operation, List<String> said) {
    missing(operation, said).stream().findFirst().ifPresent(parameter -> {
      throw new IllegalArgumentException("it needs --param " + parameter.name() + "=VALUE");
    });
  }

  private static String value(Parameter parameter) {
    return parameter.schema().target().enumValues().stream()
        .findFirst()
        .flatMap(Node::text)
        .orElse("1");
  }

  /** A parameter of the query that takes one of a few words, and was not said, chooses items. */
  private static Optional<Map.Entry<String, String>> filter(
      Operation operation, List<String> said) {
    return operation.parameters().stream()
        .filter(parameter -> parameter.in().equals("query") && !parameter.required())
        .filter(parameter -> said.stream().noneMatch(each -> nameIn(each).equals(parameter.name())))
        .filter(parameter -> !parameter
            .name()
            .toLowerCase(java.util.Locale.ROOT)
            .matches(".*(sort|order|dir|fields|expand|include|format).*"))
        .flatMap(parameter ->
            words(parameter).stream()
                .findFirst()
                .map(word -> Map.entry(parameter.name(), word))
                .stream())
        .findFirst();
  }

  private static List<String> words(Parameter parameter) {
    return parameter.schema().target().types().contains("boolean")
        ? List.of("true")
        : parameter.schema().target().enumValues().stream()
            .flatMap(word -> word.text().stream())
            .toList();
  }
}
