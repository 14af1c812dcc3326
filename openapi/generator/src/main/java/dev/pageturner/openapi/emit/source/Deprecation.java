package dev.pageturner.openapi.emit.source;

import com.palantir.javapoet.MethodSpec;
import dev.pageturner.openapi.emit.type.ObjectType.Property;
import java.util.Optional;

/** Members that the document calls deprecated. */
final class Deprecation {
  private Deprecation() {}

  /** {@return the method, marked if its member is deprecated} */
  static MethodSpec.Builder mark(MethodSpec.Builder method, Property property) {
    return property.deprecated()
        ? method.addAnnotation(Deprecated.class).addJavadoc("@deprecated The API says so.\n")
        : method;
  }

  /** {@return what the document says about a member, which begins with that it is deprecated} */
  static Optional<String> said(Property property) {
    return property.deprecated()
        ? Optional.of(("Deprecated. " + property.description().orElse("")).strip())
        : property.description();
  }
}
