package dev.pageturner.openapi.mockserver.internal.sample;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.model.Descent;
import dev.pageturner.openapi.model.Reach;
import dev.pageturner.openapi.model.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All that a document says about one value, alternatives included: to find where something is,
 * rather than to make it.
 *
 * <p>Not safe for use by several threads, as the schemas are not.
 *
 * @param schemas the schemas as written
 */
public record Described(List<Schema> schemas) {
  /** Copies the schemas. */
  public Described {
    schemas = List.copyOf(schemas);
  }

  /** {@return the same, with references followed and alternatives added} */
  private List<Schema> all() {
    return Schema.parts(schemas, Reach.POSSIBLE);
  }

  /** {@return what is said about a member} */
  public Described member(String name) {
    return new Described(Descent.member(schemas, name));
  }

  /** {@return what is said about a value further down} */
  public Described at(List<String> names) {
    return new Described(Descent.at(schemas, names));
  }

  /** {@return what is said about the elements of an array, or else the values of a map} */
  public Described elements() {
    return new Described(Descent.elements(schemas));
  }

  /** {@return whether nothing is said} */
  public boolean isEmpty() {
    return schemas.isEmpty();
  }

  /** {@return the names of the members} */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    all().forEach(part -> names.addAll(part.properties().keySet()));
    return names;
  }

  /** {@return whether some part says this type} */
  public boolean isOf(String type) {
    return all().stream().anyMatch(part -> part.types().contains(type));
  }

  /** {@return whether it is an array} */
  public boolean isArray() {
    return all().stream()
        .anyMatch(part -> part.types().contains("array") || part.items().isPresent());
  }

  /** {@return whether some part requires the member} */
  public boolean requires(String name) {
    return all().stream().anyMatch(part -> part.required().contains(name));
  }

  /** {@return whether members that are not named are refused} */
  public boolean isClosed() {
    return all().stream().anyMatch(Schema::closed);
  }

  /** {@return whether the value is for requests only} */
  public boolean isHidden() {
    return all().stream().anyMatch(part -> part.flag("writeOnly"));
  }

  /** {@return whether the value may be one of a few only} */
  public boolean isEnum() {
    return all().stream().anyMatch(part -> !part.enumValues().isEmpty());
  }

  /** {@return the first of the values that it may be one of} */
  public java.util.Optional<RawJson> firstOfEnum() {
    return all().stream()
        .flatMap(part -> part.enumValues().stream())
        .findFirst()
        .map(Nodes::json);
  }

  /** {@return whether each part allows the value} */
  public boolean accepts(RawJson value) {
    return schemas.stream().allMatch(part -> SchemaCheck.accepts(part, value));
  }

  /** {@return the format, empty without one} */
  public String format() {
    return all().stream().flatMap(part -> part.format().stream()).findFirst().orElse("");
  }
}
