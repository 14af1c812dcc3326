package dev.pageturner.openapi.emit.source;

import com.palantir.javapoet.ClassName;
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
 */
record Member(Property property, boolean required, boolean clearable) {
  private static final ClassName OPTIONAL = ClassName.get(Optional.class);

  static Member of(Property property, Directions directions) {
    boolean otherSide = (directions.sent() && property.readOnly())
        || (directions.received() && property.writeOnly());
    boolean required = property.required() && !otherSide;
    // JSON of any form says null by itself.
    boolean clearable = !required && property.nullable() && !property.type().equals(Types.JSON);
    return new Member(property, required, clearable && directions.patches());
  }

  /** {@return the same, which cannot be cleared} */
  Member simple() {
    return new Member(property, required, false);
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

  /** {@return the type of the component: a primitive where it can be one} */
  TypeName type() {
    if (isNullable()) {
      return Names.nullable(held());
    }
    return boxed().isBoxedPrimitive() ? boxed().unbox() : boxed();
  }

  /** {@return how many slots of a constructor it takes, of which there are 254} */
  int slots() {
    TypeName type = type();
    return type.equals(TypeName.LONG) || type.equals(TypeName.DOUBLE) ? 2 : 1;
  }
}
