package dev.pageturner.openapi.emit.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The class of what a call may leave out: a setter for each, named like it. */
final class OptionsClass {
  /** The longest value that is shown in a comment. */
  private static final int LONGEST = 80;

  private OptionsClass() {}

  /**
   * {@return the class}
   *
   * @param plan the operation
   * @param type its name
   * @param of the method that takes the options, for the comment
   */
  static TypeSpec of(Plan plan, ClassName type, String of) {
    TypeSpec.Builder options = TypeSpec.classBuilder(type)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc(
            "Options of {@code $L}$L.\n", of, presets(plan) ? "" : ", all left out unless set")
        .addMethod(MethodSpec.constructorBuilder().build());
    for (Argument argument : plan.optional()) {
      options.addField(field(argument));
      options.addMethod(setter(argument, type));
    }
    return options.build();
  }

  private static boolean presets(Plan plan) {
    return plan.optional().stream().anyMatch(one -> one.initial().isPresent());
  }

  private static FieldSpec field(Argument argument) {
    return argument
        .initial()
        .map(initial -> FieldSpec.builder(argument.bareType(), argument.name())
            .initializer(initial.code())
            .build())
        .orElseGet(() ->
            FieldSpec.builder(Sdk.nullable(argument.type()), argument.name()).build());
  }

  private static MethodSpec setter(Argument argument, ClassName type) {
    MethodSpec.Builder setter = MethodSpec.methodBuilder(argument.name())
        .addModifiers(Modifier.PUBLIC)
        .returns(type)
        .addParameter(argument.bareType(), argument.name())
        .addStatement("this.$N = $N", argument.name(), argument.name())
        .addStatement("return this");
    Optional<String> text = Docs.brief(argument.description());
    text.ifPresent(known -> setter.addJavadoc("$L\n", known));
    argument
        .initial()
        .map(Argument.Initial::text)
        .filter(value -> value.length() <= LONGEST)
        .ifPresent(value -> setter.addJavadoc(
            "$L$L unless set.\n", text.isPresent() ? "\n<p>" : "", Docs.code(value)));
    if (argument.deprecated()) {
      setter.addAnnotation(Deprecated.class);
    }
    return setter.build();
  }
}
