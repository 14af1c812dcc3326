package dev.pageturner.openapi.emit.source;

import com.palantir.javapoet.TypeName;
import dev.pageturner.openapi.emit.type.ObjectType.Property;

/**
 * A property, where it is known in which directions its object goes.
 *
 * @param property the property
 * @param required whether it must be there: nothing that only the server says, where the client
 *     sends the object, too, and nothing that only the client says, where it is received
 */
record Member(Property property, boolean required) {
  static Member of(Property property, boolean sent, boolean received) {
    boolean otherSide = (sent && property.readOnly()) || (received && property.writeOnly());
    return new Member(property, property.required() && !otherSide);
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

  boolean isNullable() {
    return !required || property.nullable();
  }

  /** {@return the type of the component: a primitive where it can be one} */
  TypeName type() {
    if (isNullable()) {
      return Names.nullable(boxed());
    }
    return boxed().isBoxedPrimitive() ? boxed().unbox() : boxed();
  }

  /** {@return how many slots of a constructor it takes, of which there are 254} */
  int slots() {
    TypeName type = type();
    return type.equals(TypeName.LONG) || type.equals(TypeName.DOUBLE) ? 2 : 1;
  }
}
