package dev.pageturner.openapi.emit.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.pageturner.openapi.emit.name.JavaNames;
import dev.pageturner.openapi.emit.name.NameScope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The adapters that one generated adapter needs, one field for each type. */
final class AdapterFields {
  private final Map<TypeName, String> names = new LinkedHashMap<>();
  private final NameScope scope = NameScope.ofMembers();

  /** {@return the field of a type's adapter} */
  String of(TypeName type) {
    String known = names.get(type);
    if (known != null) {
      return known;
    }
    String name = scope.claim(JavaNames.memberName(word(type) + "Adapter"));
    names.put(type, name);
    return name;
  }

  Iterable<String> names() {
    return names.values();
  }

  private static String word(TypeName type) {
    if (type instanceof ParameterizedTypeName known) {
      List<TypeName> arguments = known.typeArguments();
      return known.rawType().simpleName() + "Of" + word(arguments.get(arguments.size() - 1));
    }
    return type instanceof ClassName name ? name.simpleName() : type.toString();
  }

  /** Adds the fields and the constructor that asks Moshi for their values. */
  void addTo(TypeSpec.Builder adapter) {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder().addParameter(Names.MOSHI, "moshi");
    names.forEach((type, name) -> {
      TypeName fieldType = ParameterizedTypeName.get(Names.JSON_ADAPTER, type);
      adapter.addField(
          FieldSpec.builder(fieldType, name, Modifier.PRIVATE, Modifier.FINAL).build());
      constructor.addStatement("this.$N = moshi.adapter($L)", name, token(type));
    });
    adapter.addMethod(constructor.build());
  }

  /** {@return an expression for the {@code java.lang.reflect.Type}} */
  static CodeBlock token(TypeName type) {
    if (!(type instanceof ParameterizedTypeName known)) {
      return CodeBlock.of("$T.class", type);
    }
    List<CodeBlock> tokens = new ArrayList<>();
    tokens.add(CodeBlock.of("$T.class", known.rawType()));
    known.typeArguments().forEach(argument -> tokens.add(token(argument)));
    return CodeBlock.of(
        "$T.newParameterizedType($L)", Names.MOSHI_TYPES, CodeBlock.join(tokens, ", "));
  }
}
