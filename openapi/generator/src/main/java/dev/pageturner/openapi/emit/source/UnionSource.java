package dev.pageturner.openapi.emit.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.pageturner.openapi.emit.type.Types;
import dev.pageturner.openapi.emit.type.UnionType;
import dev.pageturner.openapi.emit.type.UnionType.Alternative;
import javax.lang.model.element.Modifier;

/** A union as a sealed interface: objects implement it, other values stand in a nested record. */
final class UnionSource {
  private final UnionType type;

  UnionSource(UnionType type) {
    this.type = type;
  }

  TypeSpec.Builder source() {
    TypeSpec.Builder union = TypeSpec.interfaceBuilder(type.name())
        .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
        .addJavadoc(Prose.javadoc(type.description()));
    for (Alternative alternative : type.alternatives()) {
      union.addPermittedSubclass(permitted(alternative));
      alternative.wrapper().ifPresent(name -> union.addType(wrapper(name, alternative.type())));
    }
    if (type.deprecated()) {
      union.addAnnotation(Deprecated.class);
    }
    union.addPermittedSubclass(type.name().nestedClass("Unknown"));
    return union.addType(unknown()).addMethods(new UnionAdapter(type).methods());
  }

  private TypeName permitted(Alternative alternative) {
    return alternative.wrapper().isPresent()
        ? type.name().nestedClass(alternative.wrapper().get())
        : alternative.type();
  }

  private TypeSpec wrapper(String name, TypeName value) {
    TypeName component = value.isBoxedPrimitive() ? value.unbox() : value;
    return wrapper(name, component, "value").build();
  }

  private TypeSpec unknown() {
    return wrapper("Unknown", Types.JSON, "json")
        .addJavadoc("Something that the document does not list, as it was received.\n")
        .build();
  }

  private TypeSpec.Builder wrapper(String name, TypeName component, String componentName) {
    ClassName union = type.name();
    return TypeSpec.recordBuilder(name)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addSuperinterface(union)
        .recordConstructor(MethodSpec.constructorBuilder()
            .addParameter(ParameterSpec.builder(component, componentName).build())
            .build());
  }
}
