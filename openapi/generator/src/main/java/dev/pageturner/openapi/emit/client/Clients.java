package dev.pageturner.openapi.emit.client;

import com.palantir.javapoet.ClassName;
import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.openapi.emit.ModelTypes;
import dev.pageturner.openapi.emit.SourceFile;
import dev.pageturner.openapi.emit.name.JavaNames;
import dev.pageturner.openapi.emit.name.NameScope;
import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.Problem;
import java.util.ArrayList;
import java.util.List;

/** The clients of a document: what has methods, while {@link ModelTypes} has what they take. */
public final class Clients {
  private final ApiDocument document;
  private final ModelTypes types;
  private final ClassName client;
  private final ClassName asyncClient;
  private final NameScope classes;
  private final List<Problem> problems = new ArrayList<>();
  private final boolean async;

  private Clients(
      ApiDocument document,
      ModelTypes types,
      ClassName client,
      ClassName asyncClient,
      NameScope classes,
      boolean async) {
    this.document = document;
    this.types = types;
    this.client = client;
    this.asyncClient = asyncClient;
    this.classes = classes;
    this.async = async;
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
   */
  public static Clients of(
      ApiDocument document,
      ModelTypes types,
      String packageName,
      String prefix,
      NameScope classes,
      boolean async) {
    ClassName client =
        ClassName.get(packageName, classes.claim(JavaNames.className(prefix + "Client")));
    ClassName asyncClient =
        ClassName.get(packageName, async ? classes.claim("Async" + client.simpleName()) : "Async");
    return new Clients(document, types, client, asyncClient, classes, async);
  }

  /** {@return the classes of the clients; those of the models are asked for on the way} */
  public List<SourceFile> sources(List<Detection> detections) {
    List<GroupPlan> groups = groups(detections);
    ErrorSchemas.ask(document, types);
    List<SourceFile> files = new ArrayList<>();
    String in = client.packageName();
    files.add(SourceFile.of(
        in, types.using(ClientClass.of(document, client, types.jsonClass(), groups))));
    for (GroupPlan group : groups) {
      files.add(SourceFile.of(in, types.using(GroupClass.of(group, Flavour.SYNC, client))));
    }
    if (async) {
      files.add(SourceFile.of(in, types.using(AsyncClientClass.of(asyncClient, client, groups))));
      for (GroupPlan group : groups) {
        files.add(SourceFile.of(in, types.using(GroupClass.of(group, Flavour.ASYNC, client))));
      }
    }
    return files;
  }

  private List<GroupPlan> groups(List<Detection> detections) {
    Planner planner =
        new Planner(types, SharedValues.of(document, types), Servers.of(document), problems);
    NameScope accessors = NameScope.ofMembers()
        .reserve("api", "close", "of", "newBuilder", "at", "getClass", "hashCode", "notify")
        .reserve("notifyAll", "toString", "wait", "clone", "finalize");
    List<GroupPlan> groups = new ArrayList<>();
    for (Group group : Groups.of(document, detections)) {
      String name = JavaNames.className(group.name() + " Api");
      ClassName type = ClassName.get(client.packageName(), classes.claim(name));
      ClassName asyncType = ClassName.get(
          client.packageName(), async ? classes.claim("Async" + type.simpleName()) : "Async");
      groups.add(new GroupPlan(
          group,
          accessors.claim(JavaNames.memberName(group.name())),
          type,
          asyncType,
          planner.plans(group)));
    }
    return groups;
  }

  /** {@return what could not be taken from the document as it is} */
  public List<Problem> problems() {
    // An operation with two tags is looked at twice.
    return problems.stream().distinct().toList();
  }
}
