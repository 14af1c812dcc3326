package dev.pageturner.openapi.emit.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The class that stands for a document where calls must not wait. */
final class AsyncClientClass {
  private AsyncClientClass() {}

  /**
   * {@return the class}
   *
   * @param type its name
   * @param client the class whose calls wait
   * @param groups the groups
   */
  static TypeSpec of(ClassName type, ClassName client, List<GroupPlan> groups) {
    TypeSpec.Builder written = TypeSpec.classBuilder(type)
        .addAnnotation(Sdk.NULL_MARKED)
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .addJavadoc(
            "A {@link $T} whose calls don't wait: lists are publishers, the rest futures.\n\n"
                + "<p>Immutable and safe for threads. Closing the other one ends what is under way"
                + " here, too.\n",
            client);
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PRIVATE)
        .addParameter(client, "client")
        .addStatement("$T api = $T.of(client.api())", Sdk.ASYNC_CLIENT, Sdk.ASYNC_CLIENT);
    for (GroupPlan group : groups) {
      written.addField(group.asyncType(), group.accessor(), Modifier.PRIVATE, Modifier.FINAL);
      constructor.addStatement(
          "this.$N = new $T(client.$N(), api)",
          group.accessor(),
          group.asyncType(),
          group.accessor());
    }
    written.addMethod(constructor.build());
    written.addMethod(MethodSpec.methodBuilder("of")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(type)
        .addParameter(client, "client")
        .addJavadoc("{@return a client that sends through another one}\n")
        .addStatement("return new $T(client)", type)
        .build());
    groups.forEach(group -> written.addMethod(ClientClass.accessor(group, group.asyncType())));
    return written.build();
  }
}
