package dev.pageturner.openapi.emit.client;

import com.palantir.javapoet.ClassName;
import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.openapi.emit.ModelTypes;
import dev.pageturner.openapi.emit.Rendering;
import dev.pageturner.openapi.emit.name.JavaNames;
import dev.pageturner.openapi.emit.name.NameScope;
import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.Problem;
import dev.pageturner.openapi.sources.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The clients of a document: what has methods, while {@link ModelTypes} has what they take. */
public final class Clients {
  private final ApiDocument document;
  private final ModelTypes types;
  private final ClassName client;
  private final ClassName asyncClient;
  private final NameScope classes;
  private final List<Problem> problems = new ArrayList<>();
  private final boolean async;
  private final Optional<ClassName> webhooks;
  private final Optional<String> userAgent;
  private List<GroupPlan> groups = List.of();

  private Clients(
      ApiDocument document,
      ModelTypes types,
      ClassName client,
      ClassName asyncClient,
      NameScope classes,
      boolean async,
      Optional<String> userAgent) {
    this.userAgent = userAgent;
    this.document = document;
    this.types = types;
    this.client = client;
    this.asyncClient = asyncClient;
    this.classes = classes;
    this.async = async;
    this.webhooks = document.payloads().isEmpty()
        ? Optional.empty()
        : Optional.of(ClassName.get(
            client.packageName(),
            classes.claim(client.simpleName().replaceFirst("Client$", "") + "Webhooks")));
    problems.addAll(SecurityProblems.of(document));
  }

  /**
   * Claims the names of the clients.
   *
   * @param document the document
   * @param types the types of its schemas
   * @param packageName the package of the clients
   * @param prefix begins the name of the client: {@code Petstore} for {@code PetstoreClient}
   * @param classes the class names in use in that package
   * @param async whether there are clients that don't wait, too
   * @param userAgent what the client calls itself, if not like the sdk
   */
  public static Clients of(
      ApiDocument document,
      ModelTypes types,
      String packageName,
      String prefix,
      NameScope classes,
      boolean async,
      Optional<String> userAgent) {
    ClassName client =
        ClassName.get(packageName, classes.claim(JavaNames.classNames(prefix + " Client")));
    ClassName asyncClient =
        ClassName.get(packageName, async ? classes.claim("Async" + client.simpleName()) : "Async");
    return new Clients(document, types, client, asyncClient, classes, async, userAgent);
  }

  /**
   * {@return the classes of the clients; those of the models are asked for on the way}
   *
   * @param detections how the operations page
   * @param chosen names that win over those of the document's own extensions, and those over what
   *     is made
   */
  public List<SourceFile> sources(List<Detection> detections, ChosenNames chosen) {
    groups = groups(detections, chosen.or(new ExtensionNames()));
    ErrorSchemas.ask(document, types);
    List<SourceFile> files = new ArrayList<>();
    String in = client.packageName();
    files.add(Rendering.of(
        in,
        types.using(new ClientClass(document, client, userAgent).of(types.jsonClass(), groups))));
    for (GroupPlan group : groups) {
      files.add(Rendering.of(in, types.using(GroupClass.of(group, Flavour.SYNC, client))));
    }
    webhooks.ifPresent(type ->
        files.add(Rendering.of(in, WebhooksClass.of(type, document.payloads(), types, problems))));
    if (async) {
      files.add(Rendering.of(in, types.using(AsyncClientClass.of(asyncClient, client, groups))));
      for (GroupPlan group : groups) {
        files.add(Rendering.of(in, types.using(GroupClass.of(group, Flavour.ASYNC, client))));
      }
    }
    return files;
  }

  private List<GroupPlan> groups(List<Detection> detections, ChosenNames chosen) {
    Planner planner = new Planner(
        types,
        SharedValues.of(document, types),
        Servers.of(document),
        chosen,
        problems,
        MethodNames.areMechanical(document));
    NameScope accessors = NameScope.ofMembers()
        .reserve("api", "close", "of", "newBuilder", "at", "getClass", "hashCode", "notify")
        .reserve("notifyAll", "toString", "wait", "clone", "finalize");
    List<GroupPlan> groups = new ArrayList<>();
    for (Group group : Groups.of(document, detections, chosen)) {
      String name = withoutAcronym(group.name());
      List<String> names = JavaNames.classNames(name + " Api");
      ClassName type = ClassName.get(client.packageName(), classes.claim(names));
      ClassName asyncType = ClassName.get(
          client.packageName(), async ? classes.claim("Async" + type.simpleName()) : "Async");
      groups.add(new GroupPlan(
          group,
          accessors.claim(JavaNames.methodName(name)),
          type,
          asyncType,
          planner.plans(group)));
    }
    return groups;
  }

  /** {@code Auth Stream Access (ASA)} is called Auth Stream Access. */
  private static String withoutAcronym(String name) {
    String rest = name.replaceAll("\\s*\\([A-Z0-9]{2,6}\\)", "");
    return rest.isBlank() ? name : rest;
  }

  /** {@return what the clients offer, once their sources are made} */
  public ClientOutline outline() {
    return new ClientOutline(
        document.title(),
        document.apiVersion(),
        client,
        types.jsonClass(),
        calling(),
        Servers.of(document).defaultUrl().isPresent(),
        new ClientBuilder(document, Servers.of(document), client, userAgent).credentialCalls(),
        groups.stream().flatMap(group -> Outlines.of(group).stream()).toList());
  }

  private Set<String> calling() {
    Stream<ClassName> ofGroups =
        groups.stream().flatMap(group -> Stream.of(group.type(), group.asyncType()));
    return Stream.concat(Stream.of(client, asyncClient, types.jsonClass()), ofGroups)
        .map(ClassName::simpleName)
        .collect(Collectors.toSet());
  }

  /** {@return what could not be taken from the document as it is} */
  public List<Problem> problems() {
    // An operation with two tags is looked at twice.
    return problems.stream().distinct().toList();
  }
}
