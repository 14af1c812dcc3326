package dev.pageturner.openapi.emit.type;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.pageturner.openapi.model.ScalarNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One value of which the document lists some: an enumeration that keeps the values it doesn't know.
 *
 * @param name the name of the class
 * @param description what the document says about it
 * @param valueType what a value is: text, a number, or JSON where the listed values are of several
 *     kinds
 * @param constants the listed values
 */
public record ValueType(
    ClassName name, Optional<String> description, TypeName valueType, List<Constant> constants)
    implements Definition {
  /**
   * A listed value.
   *
   * @param name the name of the constant
   * @param value the value as written
   * @param description what the document says about it
   */
  public record Constant(String name, ScalarNode value, Optional<String> description) {}

  @Override
  public Stream<TypeName> parts() {
    return Stream.empty();
  }
}
