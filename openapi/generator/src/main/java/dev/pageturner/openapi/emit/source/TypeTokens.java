package dev.pageturner.openapi.emit.source;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.pageturner.openapi.emit.type.Types;

/** Types as values of {@code java.lang.reflect.Type}. */
final class TypeTokens {
  private TypeTokens() {}

  /** {@return an expression for a type, which is a class, a list or a map} */
  static CodeBlock of(TypeName type) {
    if (Types.isList(type)) {
      return CodeBlock.of("$T.list($L)", Names.MEMBERS, of(Types.inner(type)));
    }
    return Types.isMap(type)
        ? CodeBlock.of("$T.map($L)", Names.MEMBERS, of(Types.inner(type)))
        : CodeBlock.of("$T.class", type.withoutAnnotations());
  }
}
