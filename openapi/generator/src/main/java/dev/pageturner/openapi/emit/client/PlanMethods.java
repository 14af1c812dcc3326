package dev.pageturner.openapi.emit.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.pageturner.openapi.emit.name.JavaNames;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/**
 * The methods of one plan: the one that a caller wants, one that takes no options, one that gives
 * back status and headers, and, where calls wait, the one that makes the request for all of them.
 */
final class PlanMethods {
  private final GroupPlan group;
  private final Plan plan;
  private final Flavour flavour;
  private final String client;
  private final List<MethodSpec> methods = new ArrayList<>();

  /**
   * Prepares the methods.
   *
   * @param group the group that the plan belongs to
   * @param plan the plan
   * @param flavour whether its calls wait
   * @param client the field that makes or sends requests
   */
  PlanMethods(GroupPlan group, Plan plan, Flavour flavour, String client) {
    this.group = group;
    this.plan = plan;
    this.flavour = flavour;
    this.client = client;
  }

  /** {@return the name of the constant that says how a list pages} */
  static String pagination(Plan plan) {
    return JavaNames.constantName(plan.name()) + "_PAGES";
  }

  List<MethodSpec> all() {
    if (plan.hasOptions() && plan.list().isEmpty()) {
      methods.add(withoutOptions());
    }
    methods.add(method());
    flavour.responseType(plan.result()).ifPresent(type -> methods.add(response(type)));
    if (flavour == Flavour.SYNC) {
      methods.add(request());
    }
    return methods;
  }

  private MethodSpec method() {
    CodeBlock doc =
        flavour == Flavour.SYNC ? Docs.of(plan) : Docs.withoutWaiting(plan, group.type());
    CodeBlock call = call().add("$L", Calls.send(plan, flavour)).build();
    return visible(plan.name(), flavour.type(plan.result()))
        .addJavadoc(doc)
        .addStatement(isVoid() ? "$L" : "return $L", call)
        .build();
  }

  private MethodSpec response(TypeName type) {
    return visible(plan.names().response(), type)
        .addJavadoc("{@link #$L} with status and headers of the answer.\n", plan.name())
        .addStatement("return $L", call().add("$L", Calls.respond(plan)).build())
        .build();
  }

  /** The method without options calls the one that has them. */
  private MethodSpec withoutOptions() {
    List<CodeBlock> arguments = arguments();
    arguments.set(arguments.size() - 1, CodeBlock.of("options -> {}"));
    CodeBlock call = CodeBlock.of("$N($L)", plan.name(), CodeBlock.join(arguments, ", "));
    return signature(plan.name(), false)
        .addModifiers(Modifier.PUBLIC)
        .returns(flavour.type(plan.result()))
        .addJavadoc(Docs.withoutOptions(plan))
        .addStatement(isVoid() ? "$L" : "return $L", call)
        .build();
  }

  /** Only this one knows what is sent. */
  private MethodSpec request() {
    MethodSpec.Builder request = signature(plan.names().request(), true).returns(Sdk.API_REQUEST);
    if (plan.hasOptions()) {
      request.addStatement("$T chosen = new $T()", options(), options());
      request.addStatement("options.accept(chosen)");
    }
    CodeBlock pages = CodeBlock.of("$L", pagination(plan));
    return request.addStatement("return $L", Calls.request(plan, client, pages)).build();
  }

  /** {@return the beginning of each call: the request, on its way to what sends it} */
  private CodeBlock.Builder call() {
    CodeBlock request =
        CodeBlock.of("$N($L)", plan.names().request(), CodeBlock.join(arguments(), ", "));
    CodeBlock.Builder call = CodeBlock.builder();
    return flavour == Flavour.SYNC
        ? call.add("$L", request)
        : call.add("$N.request($N.$L)\n", client, GroupClass.CALLS, request);
  }

  private List<CodeBlock> arguments() {
    List<CodeBlock> arguments = new ArrayList<>();
    plan.required().forEach(argument -> arguments.add(CodeBlock.of("$N", argument.name())));
    plan.body().flatMap(BodyPlan::type).ifPresent(type -> arguments.add(CodeBlock.of("body")));
    if (plan.hasOptions()) {
      arguments.add(CodeBlock.of("options"));
    }
    return arguments;
  }

  private boolean isVoid() {
    return plan.result() instanceof Result.Nothing && flavour == Flavour.SYNC;
  }

  private ClassName options() {
    return group.options().type(plan, group.type());
  }

  private MethodSpec.Builder visible(String name, TypeName type) {
    return signature(name, true).addModifiers(Modifier.PUBLIC).returns(type);
  }

  private MethodSpec.Builder signature(String name, boolean withOptions) {
    MethodSpec.Builder method = MethodSpec.methodBuilder(name);
    if (plan.operation().deprecated()) {
      method.addAnnotation(Deprecated.class);
    }
    for (Argument argument : plan.required()) {
      method.addParameter(argument.bareType(), argument.name());
    }
    plan.body()
        .flatMap(body -> body.type().map(t -> body.required() ? t : Sdk.nullable(t)))
        .ifPresent(t -> method.addParameter(ParameterSpec.builder(t, "body").build()));
    if (withOptions && plan.hasOptions()) {
      method.addParameter(
          ParameterizedTypeName.get(ClassName.get(Consumer.class), options()), "options");
    }
    return method;
  }
}
