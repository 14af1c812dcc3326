package dev.pageturner.openapi.emit.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.pageturner.openapi.emit.source.Literals;
import dev.pageturner.openapi.emit.source.Prose;
import dev.pageturner.openapi.model.ApiDocument;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The class that stands for a document: a method for each group of its operations. */
final class ClientClass {
  static final String BASE_URL = "BASE_URL";

  private final ApiDocument document;
  private final ClassName type;
  private final Optional<String> userAgent;

  /**
   * Prepares the class.
   *
   * @param document the document
   * @param type the name of the class
   * @param userAgent what it calls itself, if not like the sdk
   */
  ClientClass(ApiDocument document, ClassName type, Optional<String> userAgent) {
    this.document = document;
    this.type = type;
    this.userAgent = userAgent;
  }

  /**
   * {@return the class}
   *
   * @param json the class of its adapters
   * @param groups its groups
   */
  TypeSpec of(ClassName json, List<GroupPlan> groups) {
    Servers servers = Servers.of(document);
    TypeSpec.Builder client = TypeSpec.classBuilder(type)
        .addAnnotation(Sdk.NULL_MARKED)
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .addSuperinterface(AutoCloseable.class)
        .addJavadoc(doc(document));
    servers.defaultUrl().ifPresent(url -> client.addField(baseUrl(url)));
    client.addField(Sdk.API_CLIENT, "api", Modifier.PRIVATE, Modifier.FINAL);
    for (GroupPlan group : groups) {
      client.addField(group.type(), group.accessor(), Modifier.PRIVATE, Modifier.FINAL);
    }
    client.addMethod(constructor(json, groups)).addMethod(of(type));
    ClientBuilder builder = new ClientBuilder(document, servers, type, userAgent);
    client.addMethod(builder.factory());
    groups.forEach(group -> client.addMethod(accessor(group, group.type())));
    client.addMethod(api()).addMethod(close());
    if (groups.stream()
        .anyMatch(group -> group.plans().stream().anyMatch(plan -> plan.server().isPresent()))) {
      client.addMethod(at(servers));
    }
    return client.addType(builder.write()).build();
  }

  private static CodeBlock doc(ApiDocument document) {
    String title = Prose.line(document.title().isBlank() ? "the API" : document.title());
    CodeBlock.Builder doc =
        CodeBlock.builder().add("A client of $L $L.", title, Prose.line(document.apiVersion()));
    document
        .description()
        .map(Prose::paragraph)
        .filter(text -> !text.isBlank())
        .ifPresent(text -> doc.add("\n\n<p>$L", text));
    return doc.add("""


            <p>Immutable and safe for threads; make one and keep it. Calls throw
            {@link dev.pageturner.error.PageturnerException}.
            """).build();
  }

  private static FieldSpec baseUrl(String url) {
    return FieldSpec.builder(
            String.class, BASE_URL, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("Where the API is.\n")
        .initializer("$L", Literals.of(url))
        .build();
  }

  private static MethodSpec constructor(ClassName json, List<GroupPlan> groups) {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PRIVATE)
        .addParameter(Sdk.API_CLIENT, "api")
        .addStatement("this.api = api.withAdapters($T.adapters())", json);
    for (GroupPlan group : groups) {
      constructor.addStatement("this.$N = new $T(this.api)", group.accessor(), group.type());
    }
    return constructor.build();
  }

  private static MethodSpec of(ClassName type) {
    return MethodSpec.methodBuilder("of")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(type)
        .addParameter(Sdk.API_CLIENT, "api")
        .addJavadoc("{@return a client that sends through another one, and closes it}\n")
        .addStatement("return new $T(api)", type)
        .build();
  }

  static MethodSpec accessor(GroupPlan group, ClassName type) {
    return MethodSpec.methodBuilder(group.accessor())
        .addModifiers(Modifier.PUBLIC)
        .returns(type)
        .addJavadoc("{@return the operations of $L}\n", Prose.line(group.group().name()))
        .addStatement("return $N", group.accessor())
        .build();
  }

  private static MethodSpec api() {
    return MethodSpec.methodBuilder("api")
        .addModifiers(Modifier.PUBLIC)
        .returns(Sdk.API_CLIENT)
        .addJavadoc("{@return what sends the requests, for those that have no method here}\n")
        .addStatement("return api")
        .build();
  }

  private static MethodSpec close() {
    return MethodSpec.methodBuilder("close")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("Ends what is under way.\n")
        .addStatement("api.close()")
        .build();
  }

  /** Who says where the API is, a test for one, means all of it. */
  private static MethodSpec at(Servers servers) {
    MethodSpec.Builder at = MethodSpec.methodBuilder("at")
        .addModifiers(Modifier.STATIC)
        .returns(Sdk.API_CLIENT)
        .addParameter(Sdk.API_CLIENT, "api")
        .addParameter(String.class, "server")
        .addJavadoc(
            "{@return a client for another server, unless the base URL is the caller's own}\n");
    return servers.defaultUrl().isPresent()
        ? at.addStatement(
                "return api.baseUrl().equals($L) ? api.withBaseUrl(server) : api", BASE_URL)
            .build()
        : at.addStatement("return api.withBaseUrl(server)").build();
  }
}
