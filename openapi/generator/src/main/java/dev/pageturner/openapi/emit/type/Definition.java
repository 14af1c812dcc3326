package dev.pageturner.openapi.emit.type;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.Optional;
import java.util.stream.Stream;

/** A type for which a class is emitted. */
public abstract sealed class Definition permits ObjectType, ValueType, UnionType {
  private final ClassName name;
  private final Optional<String> description;
  private final boolean deprecated;

  Definition(ClassName name, Facts facts) {
    this.name = name;
    this.description = facts.description();
    this.deprecated = facts.isDeprecated();
  }

  /** {@return the name of the class} */
  public final ClassName name() {
    return name;
  }

  /** {@return what the document says about it} */
  public final Optional<String> description() {
    return description;
  }

  /** {@return whether the document calls it deprecated} */
  public final boolean deprecated() {
    return deprecated;
  }

  /** {@return the types that its values hold} */
  public abstract Stream<TypeName> parts();
}
