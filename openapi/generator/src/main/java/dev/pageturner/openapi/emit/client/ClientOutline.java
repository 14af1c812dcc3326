package dev.pageturner.openapi.emit.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.pageturner.openapi.model.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a client offers, for those who write about it: its documentation, its tests.
 *
 * @param title what the document calls the API
 * @param version the version that the document has
 * @param client the class that stands for the document
 * @param json the class of the adapters
 * @param calling the names of the classes that are called, those of groups among them; all others
 *     are types
 * @param baseUrlIsKnown whether the document says where the API is
 * @param credentials the methods of the builder that say who asks, as they are called
 * @param methods the methods, in the order of the document
 */
public record ClientOutline(
    String title,
    String version,
    ClassName client,
    ClassName json,
    Set<String> calling,
    boolean baseUrlIsKnown,
    List<String> credentials,
    List<Method> methods) {
  /**
   * A method of the client.
   *
   * @param group what the document calls the operations it belongs to
   * @param accessor the method that leads to it
   * @param name its name
   * @param operation method and path, as in {@code GET /users}
   * @param returns what it gives back
   * @param required what a call must say
   * @param options what a call may leave out, by name and type
   * @param pages how it pages, in a sentence; empty if it is no list
   * @param unproved why the document alone does not say that; empty if it does
   */
  public record Method(
      String group,
      String accessor,
      String name,
      String operation,
      TypeName returns,
      List<Value> required,
      List<String> options,
      Optional<String> pages,
      Optional<String> unproved) {}

  /**
   * An argument of a call.
   *
   * @param name its name
   * @param type its type
   * @param token the type as a value, for Moshi
   * @param schema what the document says about it
   */
  public record Value(String name, TypeName type, CodeBlock token, Optional<Schema> schema) {}
}
