package dev.pageturner.openapi.emit.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.pageturner.openapi.emit.type.ObjectType.Property;
import dev.pageturner.openapi.emit.type.Types;
import java.util.Optional;

/**
 * A property, where it is known in which directions its object goes.
 *
 * @param property the property
 * @param required whether it must be there: nothing that only the server says, where the client
 *     sends the object, too, and nothing that only the client says, where it is received
 * @param clearable whether null is another thing to send than nothing
 * @param received whether the object is received, so that a required value may be missing in fact
 * @param initial the value that a builder starts with
 */
record Member(
    Property property,
    boolean required,
    boolean clearable,
    boolean received,
    Optional<CodeBlock> initial) {
  private static final ClassName OPTIONAL = ClassName.get(Optional.class);

  static Member of(Property property, Directions directions, Optional<CodeBlock> initial) {
    boolean otherSide = (directions.sent() && property.readOnly())
        || (directions.received() && property.writeOnly());
    boolean required = property.required() && !otherSide;
    // JSON of any form says null by itself.
    boolean clearable = !required && property.nullable() && !property.type().equals(Types.JSON);
    return new Member(
        property, required, clearable && directions.patches(), directions.received(), initial);
  }

  /** {@return the same, which cannot be cleared} */
  Member simple() {
    return new Member(property, required, false, received, initial);
  }

  String name() {
    return property.javaName();
  }

  String jsonName() {
    return property.jsonName();
  }

  /** {@return the boxed type} */
  TypeName boxed() {
    return property.type();
  }

  /** {@return the type of a value while it may be missing}: an empty Optional stands for null */
  TypeName held() {
    return clearable ? ParameterizedTypeName.get(OPTIONAL, boxed()) : boxed();
  }

  boolean isNullable() {
    return !required || property.nullable();
  }

  /** {@return whether it is there in what is written, even if it is null} */
  boolean isWrittenAsNull() {
    return required && property.nullable();
  }

  /** {@return the type of the component: a primitive where it is always there} */
  TypeName type() {
    if (isNullable()) {
      return Names.nullable(held());
    }
    return received ? boxed() : unboxed();
  }

  /** {@return the type of what a builder is given} */
  TypeName setterType() {
    return clearable || isWrittenAsNull()
        ? Names.nullable(boxed())
        : isNullable() ? type() : unboxed();
  }

  private TypeName unboxed() {
    return boxed().isBoxedPrimitive() ? boxed().unbox() : boxed();
  }

  /** {@return whether it is null where the server left out what has to be there} */
  boolean mayBeAbsent() {
    boolean completed = Types.isList(boxed()) || Types.isMap(boxed());
    return received && !isNullable() && !completed;
  }

  /** {@return the method that names it to the sdk} */
  String presence() {
    if (clearable) {
      return "clearable";
    }
    return isWrittenAsNull() ? "nullable" : required ? "required" : "optional";
  }

  /** {@return how many slots of a constructor it takes, of which there are 254} */
  int slots() {
    TypeName type = type();
    return type.equals(TypeName.LONG) || type.equals(TypeName.DOUBLE) ? 2 : 1;
  }
}
