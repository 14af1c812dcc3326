package dev.pageturner.openapi.mockserver.internal.server;

import dev.pageturner.openapi.detect.DetectedPagination;
import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.openapi.generator.DetectedDocument;
import dev.pageturner.openapi.mockserver.internal.item.Catalogue;
import dev.pageturner.openapi.mockserver.internal.list.ListPlan;
import dev.pageturner.openapi.mockserver.internal.request.Routes;
import dev.pageturner.openapi.mockserver.internal.sample.Samples;
import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.ReadOptions;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/** A document, read once, from which any number of servers can be started. */
public final class Blueprint {
  private final ApiDocument document;
  private final Samples samples;
  private final Routes routes;
  private final IdentityHashMap<Operation, Detection> lists = new IdentityHashMap<>();
  private final List<Detection> inOrder;
  private final Catalogue catalogue;
  private final DocumentTraits traits;
  private final Map<Long, IdentityHashMap<Operation, ListPlan>> plans = new HashMap<>();

  private Blueprint(DetectedDocument read) {
    this.document = read.document();
    this.traits = new DocumentTraits(document);
    this.samples = new Samples(!document.version().hasJsonSchema());
    this.routes = new Routes(document.operations());
    this.inOrder = read.detections().stream()
        .filter(Blueprint::hasItems)
        .sorted(Comparator.comparing(found -> !found.operation().method().equals("GET")))
        .toList();
    inOrder.forEach(detection -> lists.put(detection.operation(), detection));
    this.catalogue = new Catalogue(document.operations(), inOrder, samples);
  }

  /** {@return the blueprint of a document, nothing fetched for it} */
  public static Blueprint read(Path spec) {
    return read(spec, ReadOptions.defaults());
  }

  public static Blueprint read(Path spec, ReadOptions options) {
    return new Blueprint(DetectedDocument.read(spec, Optional.empty(), Optional.empty(), options));
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

  /** {@return the plan of a list operation, empty for any other} */
  public Optional<ListPlan> list(Operation operation, long seed) {
    synchronized (samples) {
      IdentityHashMap<Operation, ListPlan> seeded =
          plans.computeIfAbsent(seed, same -> new IdentityHashMap<>());
      ListPlan plan = seeded.get(operation);
      Detection detection = lists.get(operation);
      if (plan == null && detection != null) {
        plan = new ListPlan(detection, catalogue.ofList(operation), samples, seed);
        seeded.put(operation, plan);
      }
      return Optional.ofNullable(plan);
    }
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  /** {@return the traits that the document gives to its mock server} */
  DocumentTraits traits() {
    return traits;
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
