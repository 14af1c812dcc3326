package dev.pageturner.openapi.emit.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.pageturner.openapi.emit.name.JavaNames;
import dev.pageturner.openapi.emit.name.NameScope;
import dev.pageturner.openapi.emit.source.Literals;
import dev.pageturner.openapi.emit.source.Prose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/** The class of a group of operations: a method for each, and the types of their options. */
final class GroupClass {
  private static final String API = "api";

  private final GroupPlan group;
  private final Flavour flavour;
  private final ClassName type;
  private final ClassName client;
  private final Map<String, String> servers = new LinkedHashMap<>();
  private final NameScope fields = NameScope.ofMembers().reserve(API);
  private final List<FieldSpec> constants = new ArrayList<>();
  private final List<MethodSpec> methods = new ArrayList<>();
  private final List<TypeSpec> options = new ArrayList<>();

  private GroupClass(GroupPlan group, Flavour flavour, ClassName client) {
    this.group = group;
    this.flavour = flavour;
    this.type = flavour == Flavour.SYNC ? group.type() : group.asyncType();
    this.client = client;
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
    group.plans().forEach(this::add);
    TypeSpec.Builder written = TypeSpec.classBuilder(type)
        .addAnnotation(Sdk.NULL_MARKED)
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .addJavadoc(doc())
        .addFields(constants)
        .addField(clientType(), API, Modifier.PRIVATE, Modifier.FINAL);
    servers
        .values()
        .forEach(name -> written.addField(clientType(), name, Modifier.PRIVATE, Modifier.FINAL));
    return written
        .addMethod(constructor())
        .addMethods(methods)
        .addTypes(options)
        .build();
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

  private TypeName clientType() {
    return flavour == Flavour.SYNC ? Sdk.API_CLIENT : Sdk.ASYNC_CLIENT;
  }

  private MethodSpec constructor() {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    if (flavour == Flavour.SYNC) {
      constructor.addParameter(Sdk.API_CLIENT, API).addStatement("this.$N = $N", API, API);
      servers.forEach((url, name) ->
          constructor.addStatement("this.$N = $T.at($N, $L)", name, client, API, Literals.of(url)));
    } else {
      constructor
          .addParameter(Sdk.API_CLIENT, "client")
          .addParameter(Sdk.ASYNC_CLIENT, API)
          .addStatement("this.$N = $N", API, API);
      servers.forEach((url, name) -> constructor.addStatement(
          "this.$N = $T.of($T.at(client, $L))", name, Sdk.ASYNC_CLIENT, client, Literals.of(url)));
    }
    return constructor.build();
  }

  private void add(Plan plan) {
    List<Argument> required = plan.required();
    boolean optional = !plan.optional().isEmpty();
    ClassName optionsType = group.type().nestedClass(plan.optionsName());
    if (optional) {
      methods.add(withoutOptions(plan, required));
      if (flavour == Flavour.SYNC) {
        options.add(OptionsClass.of(plan, optionsType, plan.name()));
      }
    }
    MethodSpec.Builder method = signature(plan, required);
    method.addJavadoc(Docs.of(plan, required, optional));
    if (optional) {
      method.addParameter(
          ParameterizedTypeName.get(ClassName.get(Consumer.class), optionsType), "options");
      method.addStatement("$T chosen = new $T()", optionsType, optionsType);
      method.addStatement("options.accept(chosen)");
    }
    CodeBlock call = new Calls(plan, flavour, client(plan), pagination(plan)).write();
    boolean nothing = plan.result() instanceof Result.Nothing && flavour == Flavour.SYNC;
    methods.add(method.addStatement(nothing ? "$L" : "return $L", call).build());
  }

  private String client(Plan plan) {
    return plan.server()
        .map(url ->
            servers.computeIfAbsent(url, same -> fields.claim(JavaNames.memberName(host(url)))))
        .orElse(API);
  }

  private static String host(String url) {
    return url.replaceFirst("^https?://", "").replaceFirst("[:/].*$", "");
  }

  private CodeBlock pagination(Plan plan) {
    if (!(plan.result() instanceof Result.Paged paged)) {
      return CodeBlock.of("");
    }
    String name = JavaNames.constantName(plan.name()) + "_PAGES";
    if (flavour == Flavour.ASYNC) {
      return CodeBlock.of("$T.$L", group.type(), name);
    }
    constants.add(FieldSpec.builder(Sdk.PAGINATION, name, Modifier.STATIC, Modifier.FINAL)
        .initializer("$>$>$L$<$<", PaginationCode.of(paged.pagination()))
        .build());
    return CodeBlock.of("$L", name);
  }

  /** The method without options calls the one that has them. */
  private MethodSpec withoutOptions(Plan plan, List<Argument> required) {
    CodeBlock.Builder call = CodeBlock.builder().add("$N(", plan.name());
    required.forEach(argument -> call.add("$N, ", argument.name()));
    if (hasBody(plan)) {
      call.add("body, ");
    }
    call.add("options -> {})");
    boolean nothing = plan.result() instanceof Result.Nothing && flavour == Flavour.SYNC;
    return signature(plan, required)
        .addJavadoc(Docs.withoutOptions(plan))
        .addStatement(nothing ? "$L" : "return $L", call.build())
        .build();
  }

  private static boolean hasBody(Plan plan) {
    return plan.body().filter(body -> body.type().isPresent()).isPresent();
  }

  private MethodSpec.Builder signature(Plan plan, List<Argument> required) {
    MethodSpec.Builder method = MethodSpec.methodBuilder(plan.name())
        .addModifiers(Modifier.PUBLIC)
        .returns(flavour.type(plan.result()));
    if (plan.operation().deprecated()) {
      method.addAnnotation(Deprecated.class);
    }
    for (Argument argument : required) {
      method.addParameter(argument.bareType(), argument.name());
    }
    plan.body()
        .flatMap(body -> body.type().map(t -> body.required() ? t : Sdk.nullable(t)))
        .ifPresent(t -> method.addParameter(ParameterSpec.builder(t, "body").build()));
    return method;
  }
}
