package dev.pageturner.openapi.emit.type;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A value that is one of several things: a sealed interface. */
public final class UnionType extends Definition {
  private final List<Alternative> alternatives = new ArrayList<>();
  private @Nullable String discriminator;

  UnionType(ClassName name, Facts facts) {
    super(name, facts);
  }

  /**
   * One of the things it may be.
   *
   * @param type the type of the value
   * @param wrapper the name of the nested record that holds the value; empty for an object, which
   *     implements the interface itself
   * @param values the values of the discriminator that mean this alternative
   * @param shape what tells the object from others without a discriminator
   */
  public record Alternative(
      TypeName type, Optional<String> wrapper, List<String> values, Shape shape) {}

  /**
   * The members of an object.
   *
   * @param fixed members that always have the same value
   * @param required members that must be there
   * @param optional members that may be there
   */
  public record Shape(Map<String, String> fixed, Set<String> required, Set<String> optional) {
    /** {@return whether the object says that it has this member} */
    public boolean has(String name) {
      return fixed.containsKey(name) || required.contains(name) || optional.contains(name);
    }
  }

  void add(Alternative alternative) {
    alternatives.add(alternative);
  }

  void decideBy(@Nullable String member) {
    this.discriminator = member;
  }

  /** {@return what it may be, in written order} */
  public List<Alternative> alternatives() {
    return alternatives;
  }

  /** {@return the member whose value tells the objects apart} */
  public Optional<String> discriminator() {
    return Optional.ofNullable(discriminator);
  }

  @Override
  public Stream<TypeName> parts() {
    return alternatives.stream().map(Alternative::type);
  }
}
