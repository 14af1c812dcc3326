package dev.pageturner.openapi.emit.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.pageturner.openapi.emit.ModelTypes;
import dev.pageturner.openapi.emit.name.JavaNames;
import dev.pageturner.openapi.emit.name.NameScope;
import dev.pageturner.openapi.model.Content;
import dev.pageturner.openapi.model.Payload;
import dev.pageturner.openapi.model.Problem;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The class that reads what the API sends by itself: a method for each webhook and callback. */
final class WebhooksClass {
  private final ModelTypes types;
  private final List<Problem> problems;
  private final NameScope names = NameScope.ofMembers();

  private WebhooksClass(ModelTypes types, List<Problem> problems) {
    this.types = types;
    this.problems = problems;
  }

  /**
   * {@return the class}
   *
   * @param type its name
   * @param payloads what is sent
   * @param types the types of the models
   * @param problems takes what is sent otherwise than as JSON
   */
  static TypeSpec of(
      ClassName type, List<Payload> payloads, ModelTypes types, List<Problem> problems) {
    WebhooksClass made = new WebhooksClass(types, problems);
    List<MethodSpec> methods =
        payloads.stream().flatMap(payload -> made.method(payload).stream()).toList();
    return TypeSpec.classBuilder(type)
        .addAnnotation(Sdk.NULL_MARKED)
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .addJavadoc("""
            Reads what the API sends by itself, in webhooks and callbacks.

            <p>Who sent a payload is not checked here: check its signature first, over the bytes as
            they came.
            """)
        .addField(FieldSpec.builder(
                Sdk.RECEIVED_JSON, "JSON", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .initializer("$T.with($T.adapters())", Sdk.RECEIVED_JSON, types.jsonClass())
            .build())
        .addMethod(
            MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
        .addMethods(methods)
        .build();
  }

  private Optional<MethodSpec> method(Payload payload) {
    Optional<Content> json = payload.content().stream()
        .filter(Content::isJson)
        .filter(content -> content.schema().isPresent())
        .findFirst();
    if (json.isEmpty()) {
      problems.add(Problem.warning(
          payload.node().location(),
          "the payload of '" + payload.name() + "' is not described as JSON; nothing reads it"));
    }
    return json.map(content -> method(payload, content));
  }

  private MethodSpec method(Payload payload, Content content) {
    String name = names.claim("parse" + JavaNames.className(payload.name()));
    TypeName type = content
        .schema()
        .map(schema -> types.typeOf(schema, JavaNames.className(payload.name() + " Payload")))
        .orElse(Sdk.JSON);
    MethodSpec.Builder method = MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(type)
        .addParameter(String.class, "json")
        .addStatement("return JSON.read(json, $L)", Calls.type(type));
    Docs.brief(payload.description()).ifPresent(text -> method.addJavadoc("$L\n\n<p>", text));
    method.addJavadoc(
        "{@return the payload of $L, which comes by $L}\n",
        Docs.code(payload.name()),
        payload.method());
    if (payload.deprecated()) {
      method.addAnnotation(Deprecated.class);
    }
    return method.build();
  }
}
