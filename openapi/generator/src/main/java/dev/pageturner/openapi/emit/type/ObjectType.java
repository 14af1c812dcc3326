package dev.pageturner.openapi.emit.type;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An object with members: a record. */
public final class ObjectType extends Definition {
  private final List<Property> properties = new ArrayList<>();
  private final Set<ClassName> unions = new LinkedHashSet<>();
  private final Map<String, Set<String>> discriminators = new HashMap<>();
  private @Nullable TypeName memberValues;
  private String memberValuesName = "";

  ObjectType(ClassName name, Facts facts) {
    super(name, facts);
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
   * @param deprecated whether the document calls it deprecated
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
      boolean deprecated,
      Optional<String> fixed,
      Optional<String> description) {}

  void add(Property property) {
    properties.add(property);
  }

  /** Says which value of a discriminator means this object. */
  void discriminate(String member, String value) {
    discriminators.computeIfAbsent(member, name -> new LinkedHashSet<>()).add(value);
  }

  /** {@return the value by which unions know this object, unless they know it by several} */
  public Optional<String> discriminator(String member) {
    Set<String> values = discriminators.getOrDefault(member, Set.of());
    return values.size() == 1 ? Optional.of(values.iterator().next()) : Optional.empty();
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
