package dev.pageturner.openapi.emit.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * The class of what a call may leave out: a setter for each, named like it. That of a single page
 * of a list extends the one of the list.
 */
final class OptionsClass {
  /** The longest value that is shown in a comment. */
  private static final int LONGEST = 80;

  private final Options options;
  private final ClassName type;
  private final String methods;

  /**
   * Prepares a class.
   *
   * @param options what it sets
   * @param type its name
   * @param methods the methods that take it, for the comment
   */
  OptionsClass(Options options, ClassName type, String methods) {
    this.options = options;
    this.type = type;
    this.methods = methods;
  }

  /**
   * {@return the class}
   *
   * @param further the classes that have further options
   */
  TypeSpec write(List<ClassName> further) {
    return builder()
        .addModifiers(further.isEmpty() ? Modifier.FINAL : Modifier.SEALED)
        .addPermittedSubclasses(further)
        .build();
  }

  /** {@return the class, as one that has further options than another one} */
  TypeSpec extend(ClassName superclass) {
    TypeSpec.Builder extended = builder().addModifiers(Modifier.FINAL).superclass(superclass);
    options.inherited().forEach(argument -> extended.addMethod(inheritedSetter(argument)));
    return extended.build();
  }

  private TypeSpec.Builder builder() {
    boolean presets = options.own().stream().anyMatch(one -> one.initial().isPresent());
    TypeSpec.Builder builder = TypeSpec.classBuilder(type)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc("Options of $L$L.\n", methods, presets ? "" : ", all left out unless set")
        .addMethod(MethodSpec.constructorBuilder().build());
    for (Argument argument : options.own()) {
      builder.addField(field(argument)).addMethod(setter(argument));
    }
    return builder;
  }

  /** The comment is inherited, and so is what it does; only the type is not. */
  private MethodSpec inheritedSetter(Argument argument) {
    MethodSpec.Builder setter = MethodSpec.methodBuilder(argument.name())
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(type)
        .addParameter(argument.bareType(), argument.name())
        .addStatement("super.$N($N)", argument.name(), argument.name())
        .addStatement("return this");
    if (argument.deprecated()) {
      setter.addAnnotation(Deprecated.class);
    }
    return setter.build();
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

  private MethodSpec setter(Argument argument) {
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
