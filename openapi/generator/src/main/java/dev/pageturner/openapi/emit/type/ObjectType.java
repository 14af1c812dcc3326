package dev.pageturner.openapi.emit.type;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An object with members: a record. */
public final class ObjectType extends Definition {
  private final List<Property> properties = new ArrayList<>();
  private final Set<ClassName> unions = new LinkedHashSet<>();
  private @Nullable TypeName memberValues;
  private String memberValuesName = "";

  ObjectType(ClassName name, Optional<String> description) {
    super(name, description);
  }

  /**
   * A member with a name.
   *
   * @param jsonName the name in JSON
   * @param javaName the name of the record's component
   * @param type the type of its value, boxed
   * @param required whether it must be there
   * @param nullable whether it may be null
   * @param readOnly whether only the server says it
   * @param writeOnly whether only the client says it
   * @param secret whether it is not to be shown
   * @param fixed its value, if it can have but one
   * @param description what the document says about it
   */
  public record Property(
      String jsonName,
      String javaName,
      TypeName type,
      boolean required,
      boolean nullable,
      boolean readOnly,
      boolean writeOnly,
      boolean secret,
      Optional<String> fixed,
      Optional<String> description) {}

  void add(Property property) {
    properties.add(property);
  }

  void addUnion(ClassName union) {
    unions.add(union);
  }

  void open(TypeName values, String javaName) {
    memberValues = values;
    memberValuesName = javaName;
  }

  /** {@return the members, in written order} */
  public List<Property> properties() {
    return properties;
  }

  /** {@return the unions of which it is an alternative} */
  public Set<ClassName> unions() {
    return unions;
  }

  /** {@return the type of the values of members without a property, if they are kept} */
  public Optional<TypeName> memberValues() {
    return Optional.ofNullable(memberValues);
  }

  /** {@return the name of the component that keeps the members without a property} */
  public String memberValuesName() {
    return memberValuesName;
  }

  @Override
  public Stream<TypeName> parts() {
    return Stream.concat(properties.stream().map(Property::type), memberValues().stream());
  }
}
