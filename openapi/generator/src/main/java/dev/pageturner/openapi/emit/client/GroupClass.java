package dev.pageturner.openapi.emit.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.pageturner.openapi.emit.name.JavaNames;
import dev.pageturner.openapi.emit.name.NameScope;
import dev.pageturner.openapi.emit.source.Literals;
import dev.pageturner.openapi.emit.source.Prose;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.lang.model.element.Modifier;

/**
 * The class of a group of operations: methods for each, and the types of their options. Requests
 * are made by the one whose calls wait; the other one sends them without waiting.
 */
final class GroupClass {
  static final String API = "api";
  static final String CALLS = "calls";

  private final GroupPlan group;
  private final Flavour flavour;
  private final ClassName type;
  private final ClassName client;
  private final Map<String, String> servers = new LinkedHashMap<>();
  private final NameScope fields = NameScope.ofMembers().reserve(API, CALLS);

  private GroupClass(GroupPlan group, Flavour flavour, ClassName client) {
    this.group = group;
    this.flavour = flavour;
    this.type = flavour == Flavour.SYNC ? group.type() : group.asyncType();
    this.client = client;
    for (Plan plan : group.plans()) {
      plan.server()
          .ifPresent(url ->
              servers.computeIfAbsent(url, same -> fields.claim(JavaNames.memberName(host(url)))));
    }
  }

  /**
   * {@return the class}
   *
   * @param group its operations
   * @param flavour whether its calls wait
   * @param client the client of the document, which knows its servers
   */
  static TypeSpec of(GroupPlan group, Flavour flavour, ClassName client) {
    return new GroupClass(group, flavour, client).write();
  }

  private TypeSpec write() {
    boolean waits = flavour == Flavour.SYNC;
    TypeSpec.Builder written = TypeSpec.classBuilder(type)
        .addAnnotation(Sdk.NULL_MARKED)
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .addJavadoc(doc());
    if (waits) {
      group.plans().forEach(plan -> constant(plan).ifPresent(written::addField));
    } else {
      written.addField(group.type(), CALLS, Modifier.PRIVATE, Modifier.FINAL);
    }
    written.addField(FieldSpec.builder(flavour.client(), API, Modifier.PRIVATE, Modifier.FINAL)
        .build());
    // The other flavour sends by those of this one.
    servers
        .values()
        .forEach(name -> written.addField(
            FieldSpec.builder(flavour.client(), name, Modifier.FINAL).build()));
    written.addMethod(waits ? constructor() : asyncConstructor()).addMethod(with());
    for (Plan plan : group.plans()) {
      String at = plan.server().map(servers::get).orElse(API);
      written.addMethods(new PlanMethods(group, plan, flavour, at).all());
    }
    return waits ? written.addTypes(group.options().write(group.type())).build() : written.build();
  }

  private CodeBlock doc() {
    String name = Prose.line(group.group().name());
    CodeBlock.Builder doc = CodeBlock.builder().add("Operations of $L", name);
    doc.add(flavour == Flavour.SYNC ? ".\n" : ", without waiting.\n");
    group
        .group()
        .description()
        .map(Prose::paragraph)
        .filter(text -> !text.isBlank())
        .ifPresent(text -> doc.add("\n<p>$L\n", text));
    return doc.build();
  }

  /** How a list pages. */
  private static Optional<FieldSpec> constant(Plan plan) {
    return plan.result() instanceof Result.Paged paged
        ? Optional.of(FieldSpec.builder(
                Sdk.PAGINATION,
                PlanMethods.pagination(plan),
                Modifier.PRIVATE,
                Modifier.STATIC,
                Modifier.FINAL)
            .initializer("$>$>$L$<$<", PaginationCode.of(paged.pagination()))
            .build())
        : Optional.empty();
  }

  private MethodSpec constructor() {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
        .addParameter(Sdk.API_CLIENT, API)
        .addStatement("this.$N = $N", API, API);
    servers.forEach((url, name) ->
        constructor.addStatement("this.$N = $T.at($N, $L)", name, client, API, Literals.of(url)));
    return constructor.build();
  }

  private MethodSpec asyncConstructor() {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
        .addParameter(group.type(), CALLS)
        .addParameter(Sdk.ASYNC_CLIENT, API)
        .addStatement("this.$N = $N", CALLS, CALLS)
        .addStatement("this.$N = $N", API, API);
    servers
        .values()
        .forEach(name -> constructor.addStatement(
            "this.$N = $T.of($N.$N)", name, Sdk.ASYNC_CLIENT, CALLS, name));
    return constructor.build();
  }

  /** What is said for one call is said here. */
  private MethodSpec with() {
    MethodSpec.Builder with = MethodSpec.methodBuilder("with")
        .addModifiers(Modifier.PUBLIC)
        .returns(type)
        .addParameter(
            ParameterizedTypeName.get(ClassName.get(UnaryOperator.class), Sdk.API_REQUEST),
            "refinement")
        .addJavadoc(
            "{@return these operations, with something said about each request: a timeout, a"
                + " header, an\nidempotency key}\n");
    return flavour == Flavour.SYNC
        ? with.addStatement("return new $T($N.with(refinement))", type, API).build()
        : with.addStatement("return new $T($N.with(refinement), $N)", type, CALLS, API)
            .build();
  }

  private static String host(String url) {
    return url.replaceFirst("^https?://", "").replaceFirst("[:/].*$", "");
  }
}
