package dev.pageturner.openapi.mockserver.internal.item;

import dev.pageturner.openapi.detect.DetectedPagination;
import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.openapi.mockserver.internal.answer.Success;
import dev.pageturner.openapi.mockserver.internal.json.Steps;
import dev.pageturner.openapi.mockserver.internal.sample.Described;
import dev.pageturner.openapi.mockserver.internal.sample.Samples;
import dev.pageturner.openapi.model.Operation;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The collections of a document, and which operations are about which of them. */
public final class Catalogue {
  private static final String VERBS =
      "/(search|_search|query|list|find|filter|lookup|browse|scroll)$";

  private final Samples samples;
  private final Map<String, Set<String>> variables = new HashMap<>();
  private final Map<String, Collection> collections = new LinkedHashMap<>();
  private final IdentityHashMap<Operation, String> bases = new IdentityHashMap<>();
  private final IdentityHashMap<Operation, ItemView> views = new IdentityHashMap<>();

  /**
   * Makes the catalogue.
   *
   * @param operations all operations of the document
   * @param lists those that are served page by page, reading ones first
   * @param samples what makes values, and the lock for whoever reads schemas
   */
  public Catalogue(List<Operation> operations, List<Detection> lists, Samples samples) {
    this.samples = samples;
    operations.forEach(this::addVariable);
    Map<String, Detection> byPath = new HashMap<>();
    lists.forEach(one -> byPath.putIfAbsent(template(one.operation()), one));
    lists.forEach(one -> bases.put(one.operation(), base(one, byPath)));
    lists.forEach(one -> collect(one, lists));
  }

  private static String template(Operation operation) {
    return operation.path().split("[?#]", 2)[0].replaceAll("(?<=.)/$", "");
  }

  private void addVariable(Operation operation) {
    itemVariable(operation)
        .ifPresent(name -> variables
            .computeIfAbsent(parent(template(operation)), same -> new LinkedHashSet<>())
            .add(name));
  }

  private static String parent(String template) {
    return template.substring(0, Math.max(0, template.lastIndexOf('/')));
  }

  /** {@return the variable at the end of the path of an operation on one thing} */
  private static Optional<String> itemVariable(Operation operation) {
    String template = template(operation);
    String last = template.substring(template.lastIndexOf('/') + 1);
    return last.matches("\\{[^{}]+\\}")
        ? Optional.of(last.substring(1, last.length() - 1))
        : Optional.empty();
  }

  /** A search goes over the things of the path that it stands below, if it lists the same. */
  private static String base(Detection detection, Map<String, Detection> byPath) {
    String path = template(detection.operation());
    String shorter = path.replaceFirst(VERBS, "");
    Detection other = byPath.get(shorter);
    boolean same = other != null && item(other).names().equals(item(detection).names());
    return same ? shorter : path;
  }

  private static Described item(Detection detection) {
    String items = detection.best().flatMap(DetectedPagination::items).orElse("$");
    return Success.of(detection.operation()).body().at(Steps.of(items)).elements();
  }

  private void collect(Detection detection, List<Detection> lists) {
    String base = bases.getOrDefault(detection.operation(), "");
    if (!collections.containsKey(base)) {
      Described item = item(detection);
      Set<String> named = variables.getOrDefault(base, Set.of());
      ItemKeys keys = new KeyFinder(item, base).find(fields(base, lists), named);
      collections.put(base, new Collection(base, item, keys));
    }
  }

  private Set<String> fields(String base, List<Detection> lists) {
    Set<String> fields = new LinkedHashSet<>();
    lists.stream()
        .filter(detection -> base.equals(bases.get(detection.operation())))
        .flatMap(detection -> detection.choices().stream())
        .forEach(choice -> choice.lastItemField().ifPresent(fields::add));
    return fields;
  }

  /** {@return the things that a list operation lists} */
  public Collection ofList(Operation operation) {
    return Optional.ofNullable(collections.get(bases.getOrDefault(operation, "")))
        .orElseThrow();
  }

  /** {@return the things that an operation on one of them shows or changes} */
  public Optional<Collection> ofItem(Operation operation) {
    return itemVariable(operation)
        .flatMap(variable -> Optional.ofNullable(collections.get(parent(template(operation)))));
  }

  /** {@return the things that a POST adds to} */
  Optional<Collection> ofBase(String path) {
    return Optional.ofNullable(collections.get(path.replaceAll("(?<=.)/$", "")));
  }

  /** {@return how an operation shows one thing} */
  ItemView view(Operation operation, Described item, ItemKeys keys) {
    synchronized (samples) {
      return views.computeIfAbsent(operation, same -> new ItemView(item, keys, samples));
    }
  }

  /** {@return what makes values, which is also the lock for whoever reads schemas} */
  Samples samples() {
    return samples;
  }
}
