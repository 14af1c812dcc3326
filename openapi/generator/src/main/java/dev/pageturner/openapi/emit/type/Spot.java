package dev.pageturner.openapi.emit.type;

import com.palantir.javapoet.ClassName;
import dev.pageturner.openapi.emit.name.JavaNames;
import dev.pageturner.openapi.emit.name.Plural;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a type is needed, which gives it a name if the document doesn't. */
final class Spot {
  private final ClassNames names;
  private final String suggested;
  private final ClassNames.@Nullable Nest nest;
  private final @Nullable ClassName given;

  private Spot(
      ClassNames names,
      String suggested,
      ClassNames.@Nullable Nest nest,
      @Nullable ClassName given) {
    this.names = names;
    this.suggested = suggested;
    this.nest = nest;
    this.given = given;
  }

  /** {@return a spot whose class is one of the package} */
  static Spot ofPackage(ClassNames names, String suggested) {
    return new Spot(names, suggested, null, null);
  }

  /** {@return a spot whose class is nested} */
  static Spot nested(ClassNames names, String suggested, ClassNames.Nest nest) {
    return new Spot(names, suggested, nest, null);
  }

  /** {@return a spot whose class has a name already} */
  static Spot given(ClassNames names, ClassName name) {
    return new Spot(names, name.simpleName(), null, name);
  }

  Optional<ClassName> given() {
    return Optional.ofNullable(given);
  }

  ClassName claim() {
    if (given != null) {
      return given;
    }
    return nest == null ? names.topLevel(suggested) : nest.claim(suggested);
  }

  /** {@return a name in the package, even for a spot within a class} */
  ClassName claimOfPackage() {
    if (given != null) {
      return given;
    }
    return names.topLevel(fullName());
  }

  private String fullName() {
    String own = JavaNames.className(suggested);
    return nest == null ? own : nest.owner().simpleName() + own;
  }

  /** {@return where classes nest that are written within the class of this spot} */
  ClassNames.Nest nestFor(ClassName name) {
    return nest != null && name.enclosingClassName() != null ? nest : names.in(name, false);
  }

  /** {@return the spot of a list's elements or a map's values} */
  Spot element() {
    String name = given == null
        ? Plural.singular(suggested).orElse(suggested + "Item")
        : given.simpleName() + "Item";
    return new Spot(names, name, nest, null);
  }

  /** {@return the spot of something that this one is a part of by another word} */
  Spot named(String name) {
    return new Spot(names, name, nest, null);
  }
}
