package dev.pageturner.openapi.mockserver.internal.server;

import dev.pageturner.openapi.mockserver.internal.answer.Success;
import dev.pageturner.openapi.mockserver.internal.item.Collection;
import dev.pageturner.openapi.mockserver.internal.item.ItemKeys;
import dev.pageturner.openapi.mockserver.internal.item.ItemView;
import dev.pageturner.openapi.mockserver.internal.item.KeyFinder;
import dev.pageturner.openapi.mockserver.internal.json.Steps;
import dev.pageturner.openapi.mockserver.internal.list.ListPlan;
import dev.pageturner.openapi.mockserver.internal.request.Routes;
import dev.pageturner.openapi.detect.DetectedPagination;
import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.openapi.detect.PaginationDetector;
import dev.pageturner.openapi.mockserver.internal.sample.Described;
import dev.pageturner.openapi.mockserver.internal.sample.Samples;
import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.SpecVersion;
import dev.pageturner.openapi.parse.OpenApiReader;
import dev.pageturner.openapi.parse.ReadOptions;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/** A document, read once, from which any number of servers can be started. */
public final class Blueprint {
  private static final String VERBS =
      "/(search|_search|query|list|find|filter|lookup|browse|scroll)$";

  private final ApiDocument document;
  private final Samples samples;
  private final Routes routes;
  private final IdentityHashMap<Operation, Detection> lists = new IdentityHashMap<>();
  private final List<Detection> inOrder;
  private final Map<String, Set<String>> variables = new HashMap<>();
  private final Map<String, Collection> collections = new LinkedHashMap<>();
  private final IdentityHashMap<Operation, String> bases = new IdentityHashMap<>();
  private final Map<Long, IdentityHashMap<Operation, ListPlan>> plans = new HashMap<>();
  private final IdentityHashMap<Operation, ItemView> views = new IdentityHashMap<>();

  private Blueprint(ApiDocument document) {
    this.document = document;
    this.samples = new Samples(document.version() != SpecVersion.OPENAPI_3_1);
    this.routes = new Routes(document.operations());
    this.inOrder = PaginationDetector.detect(document).stream()
        .filter(Blueprint::hasItems)
        .sorted(Comparator.comparing(found -> !found.operation().method().equals("GET")))
        .toList();
    inOrder.forEach(detection -> lists.put(detection.operation(), detection));
    document.operations().forEach(this::addVariable);
    Map<String, Detection> byPath = new HashMap<>();
    inOrder.forEach(one -> byPath.putIfAbsent(template(one.operation()), one));
    inOrder.forEach(one -> bases.put(one.operation(), base(one, byPath)));
    inOrder.forEach(this::collect);
  }

  /** {@return the blueprint of a document, nothing fetched for it} */
  public static Blueprint read(Path spec) {
    return read(spec, ReadOptions.defaults());
  }

  public static Blueprint read(Path spec, ReadOptions options) {
    return new Blueprint(OpenApiReader.read(spec, options));
  }

  ApiDocument document() {
    return document;
  }

  Routes routes() {
    return routes;
  }

  /** {@return what makes values, which is also the lock for whoever reads schemas} */
  public Samples samples() {
    return samples;
  }

  /** {@return the operations that are served page by page, reading ones first} */
  public List<Detection> lists() {
    return inOrder;
  }

  private static boolean hasItems(Detection detection) {
    return detection.best().flatMap(DetectedPagination::items).isPresent();
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

  private void collect(Detection detection) {
    String base = bases.getOrDefault(detection.operation(), "");
    if (!collections.containsKey(base)) {
      Described item = item(detection);
      Set<String> named = variables.getOrDefault(base, Set.of());
      ItemKeys keys = new KeyFinder(item, base).find(fields(base), named);
      collections.put(base, new Collection(base, item, keys));
    }
  }

  private Set<String> fields(String base) {
    Set<String> fields = new LinkedHashSet<>();
    inOrder.stream()
        .filter(detection -> base.equals(bases.get(detection.operation())))
        .flatMap(detection -> detection.choices().stream())
        .forEach(choice -> choice.lastItemField().ifPresent(fields::add));
    return fields;
  }

  /** {@return the plan of a list operation, empty for any other} */
  public Optional<ListPlan> list(Operation operation, long seed) {
    synchronized (samples) {
      IdentityHashMap<Operation, ListPlan> seeded =
          plans.computeIfAbsent(seed, same -> new IdentityHashMap<>());
      ListPlan plan = seeded.get(operation);
      Detection detection = lists.get(operation);
      if (plan == null && detection != null) {
        Collection collection = Optional.ofNullable(
                collections.get(bases.getOrDefault(operation, "")))
            .orElseThrow();
        plan = new ListPlan(detection, collection, samples, seed);
        seeded.put(operation, plan);
      }
      return Optional.ofNullable(plan);
    }
  }

  /** {@return the things that an operation on one of them shows or changes} */
  public Optional<Collection> ofItem(Operation operation) {
    return itemVariable(operation)
        .flatMap(variable -> Optional.ofNullable(collections.get(parent(template(operation)))));
  }

  /** {@return the things that a POST adds to} */
  public Optional<Collection> ofBase(String path) {
    return Optional.ofNullable(collections.get(path.replaceAll("(?<=.)/$", "")));
  }

  /** {@return how an operation shows one thing} */
  public ItemView view(Operation operation, Described item, ItemKeys keys) {
    synchronized (samples) {
      return views.computeIfAbsent(operation, same -> new ItemView(item, keys, samples));
    }
  }

  /** {@return the operation written as {@code GET /users} or named by its id} */
  public Operation operation(String key) {
    return document.operations().stream()
        .filter(one -> key.equals(one.method() + " " + one.path())
            || one.id().filter(key::equals).isPresent())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(
            "the document has no operation \"" + key + "\"; its operations are " + names()));
  }

  private String names() {
    List<String> names = document.operations().stream()
        .map(one -> one.method() + " " + one.path())
        .limit(20)
        .toList();
    return String.join(", ", names) + (document.operations().size() > 20 ? ", …" : "");
  }

  /** {@return the path of the first server, without a slash at its end} */
  public String basePath() {
    String url = document.servers().isEmpty() ? "" : document.servers().get(0).url();
    for (Map.Entry<String, dev.pageturner.openapi.model.Server.Variable> variable :
        document.servers().isEmpty()
            ? Map.<String, dev.pageturner.openapi.model.Server.Variable>of().entrySet()
            : document.servers().get(0).variables().entrySet()) {
      url = url.replace("{" + variable.getKey() + "}", variable.getValue().defaultValue());
    }
    HttpUrl base = HttpUrl.get("http://localhost/");
    HttpUrl resolved = base.resolve(url.replaceAll("\\{[^}]*\\}", "x"));
    String path = resolved == null ? "" : resolved.encodedPath();
    return path.replaceAll("/+$", "");
  }
}
