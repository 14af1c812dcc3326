package dev.pageturner.openapi.emit.type;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.Optional;
import java.util.stream.Stream;

/** A type for which a class is emitted. */
public sealed interface Definition permits ObjectType, ValueType, UnionType {
  /** {@return the name of the class} */
  ClassName name();

  /** {@return what the document says about it} */
  Optional<String> description();

  /** {@return the types that its values hold} */
  Stream<TypeName> parts();
}
