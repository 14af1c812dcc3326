package dev.pageturner.openapi.emit.type;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.pageturner.openapi.model.ScalarNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One value of which the document lists some: an enumeration that keeps those it doesn't know. */
public final class ValueType extends Definition {
  private final TypeName valueType;
  private final List<Constant> constants;
  private final boolean complete;

  ValueType(
      ClassName name, Facts facts, TypeName valueType, List<Constant> constants, boolean complete) {
    super(name, facts);
    this.valueType = valueType;
    this.constants = List.copyOf(constants);
    this.complete = complete;
  }

  /**
   * A listed value.
   *
   * @param name the name of the constant
   * @param value the value as written
   * @param description what the document says about it
   */
  public record Constant(String name, ScalarNode value, Optional<String> description) {}

  /**
   * {@return what a value is}: text, a number, or JSON where the listed values are of several kinds
   */
  public TypeName valueType() {
    return valueType;
  }

  /** {@return the listed values} */
  public List<Constant> constants() {
    return constants;
  }

  /** {@return whether these are all listed values, not the first of very many} */
  public boolean isComplete() {
    return complete;
  }

  @Override
  public Stream<TypeName> parts() {
    return Stream.empty();
  }
}
