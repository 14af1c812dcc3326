package dev.pageturner.openapi.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.pageturner.openapi.emit.name.JavaNames;
import dev.pageturner.openapi.emit.name.NameScope;
import dev.pageturner.openapi.emit.source.ErrorBodies;
import dev.pageturner.openapi.emit.source.Sources;
import dev.pageturner.openapi.emit.type.Definition;
import dev.pageturner.openapi.emit.type.TypeResolver;
import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.Descent;
import dev.pageturner.openapi.model.ScalarNode;
import dev.pageturner.openapi.model.Schema;
import dev.pageturner.openapi.sources.SourceFile;
import dev.pageturner.pagination.JsonPath;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the schemas of a document become in Java. Types are asked for one by one, each time with the
 * same answer; what was asked for, and what that reaches, is emitted, nothing else.
 *
 * <ul>
 *   <li>An object is a record. Members that the document doesn't know are skipped, and kept where
 *       it allows them in so many words.
 *   <li>What is received is read leniently: a member that must be there and isn't, and a value that
 *       is not of its type, are null, which the sdk tells by a warning, once for each kind; a list
 *       or map is empty then. So a required number is boxed, and a record with required members is
 *       {@code @NullUnmarked}. A strict client makes errors of both.
 *   <li>Listed values are a record of the value with a constant for each: a value that isn't listed
 *       is kept. Alternatives are a sealed interface: what is none of them is kept as JSON.
 *   <li>{@code allOf} is one record, in which the narrower definition of a member counts.
 *   <li>Integers are long unless they say int32, numbers exact unless they say float or double,
 *       {@code date-time} is {@code OffsetDateTime}, Base64 is {@code ByteString}, a UUID is one. A
 *       URI, and a number in a string, stay text.
 *   <li>A member that only the server says is not sent. On writing, a member that is null is left
 *       out unless it is required and may be null. In the JSON of a PATCH null is another thing
 *       than nothing: an optional member that may be null is an {@code Optional} there, which
 *       {@code builder.nick(null)} makes empty; empty is written as null. That is so unless the
 *       object is received, too, stands in a list or map, or has more members than a record can
 *       hold; those, and other methods, send null with {@code RawJson} only.
 * </ul>
 *
 * <p>Names are given in the order of asking, the named schemas of the document first; so the same
 * questions give the same files. Not safe for use by several threads.
 */
public final class ModelTypes {
  private final String packageName;
  private final TypeResolver resolver;
  private final ClassName jsonClass;
  private final Set<TypeName> received = new LinkedHashSet<>();
  private final Set<TypeName> sent = new LinkedHashSet<>();
  private final Set<TypeName> changes = new LinkedHashSet<>();
  private final Set<TypeName> errors = new LinkedHashSet<>();

  private ModelTypes(String packageName, TypeResolver resolver, ClassName jsonClass) {
    this.packageName = packageName;
    this.resolver = resolver;
    this.jsonClass = jsonClass;
  }

  /**
   * {@return the types of a document}
   *
   * @param document the document
   * @param packageName the package of the models
   * @param classes the class names in use in that package, to which those of the models are added
   * @param prefix begins the name of the class of adapters: {@code Petstore} for
   *     {@code PetstoreJson}
   */
  public static ModelTypes of(
      ApiDocument document, String packageName, NameScope classes, String prefix) {
    String json = classes.claim(JavaNames.className(prefix + "Json"));
    return new ModelTypes(
        packageName,
        new TypeResolver(document, packageName, classes),
        ClassName.get(packageName, json));
  }

  /**
   * {@return the type of a value that is received, boxed where it is a primitive}
   *
   * @param schema what the document says about the value
   * @param suggestedName the name of a class for it, if it needs one and the document names none
   */
  public TypeName typeOf(Schema schema, String suggestedName) {
    return received(List.of(schema), suggestedName);
  }

  private TypeName received(List<Schema> schemas, String suggestedName) {
    TypeName type = resolver.typeOf(schemas, suggestedName);
    received.add(type);
    return type;
  }

  /**
   * {@return the type of what the server answers an error with, which then can be had from the
   * sdk's exception}
   */
  public TypeName errorTypeOf(Schema schema, String suggestedName) {
    TypeName type = typeOf(schema, suggestedName);
    errors.add(type);
    return type;
  }

  /** {@return the type of a value that is sent: the same type, which then has a builder} */
  public TypeName sentTypeOf(Schema schema, String suggestedName) {
    TypeName type = resolver.typeOf(List.of(schema), suggestedName);
    sent.add(type);
    return type;
  }

  /** {@return the type of what is sent as the JSON of a PATCH, whose members can be cleared} */
  public TypeName changesTypeOf(Schema schema, String suggestedName) {
    TypeName type = sentTypeOf(schema, suggestedName);
    changes.add(type);
    return type;
  }

  /**
   * {@return the type of the items of a list; empty if the document says nothing about that place}
   *
   * @param response what the document says about a page
   * @param items where the items are in it
   * @param suggestedName the name of a class for an item, if the document names none
   */
  public Optional<TypeName> itemTypeAt(Schema response, JsonPath items, String suggestedName) {
    List<Schema> item = Descent.elements(Descent.at(List.of(response), items.names()));
    return item.isEmpty() ? Optional.empty() : Optional.of(received(item, suggestedName));
  }

  /** {@return whether no class of the package has that name, nor one that is nested in another} */
  public boolean isFree(String className) {
    return resolver.isFree(className);
  }

  /** {@return an expression for a value of a type; empty for what is more than one word} */
  public Optional<CodeBlock> valueOf(TypeName type, ScalarNode value) {
    return Sources.valueOf(type, value, resolver.definitions());
  }

  /** {@return whether null is a value of the schema, be it through a reference or a union} */
  public boolean isNullable(Schema schema) {
    return resolver.isNullable(schema);
  }

  /**
   * {@return a class that may use these types}: where one of them is deprecated, javac is told that
   * this is known
   */
  public TypeSpec using(TypeSpec type) {
    return resolver.definitions().values().stream().anyMatch(Definition::deprecated)
        ? type.toBuilder().addAnnotation(Sources.SUPPRESSED).build()
        : type;
  }

  /**
   * {@return the class whose static {@code adapters()} is the {@code JsonAdapter.Factory} of all
   * models}
   */
  public ClassName jsonClass() {
    return jsonClass;
  }

  /** {@return the files of all types that were asked for, sorted by path} */
  public List<SourceFile> sources() {
    return Sources.of(
            resolver.definitions(), sent, changes, received, new ErrorBodies(errors, jsonClass))
        .stream()
        .map(type -> Rendering.of(packageName, type))
        .toList();
  }
}
