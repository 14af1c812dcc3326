package dev.pageturner.openapi.emit.client;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.Optional;

/**
 * Something that a caller can say.
 *
 * @param wireName its name on the wire
 * @param in {@code path}, {@code query}, {@code header}, {@code cookie} or {@code part}
 * @param name its name in Java
 * @param type its type, boxed
 * @param required whether it must be said
 * @param style how it is written, in Java; empty for plain text
 * @param description prose, in CommonMark
 * @param deprecated whether callers should stop saying it
 * @param initial what is sent unless the caller says something else
 */
record Argument(
    String wireName,
    String in,
    String name,
    TypeName type,
    boolean required,
    Optional<CodeBlock> style,
    Optional<String> description,
    boolean deprecated,
    Optional<Initial> initial) {
  /**
   * A value that need not be said.
   *
   * @param code the value in Java
   * @param text the value as text
   */
  record Initial(CodeBlock code, String text) {}

  /** {@return the type of a value that is there: no object around a number} */
  TypeName bareType() {
    return type.isBoxedPrimitive() ? type.unbox() : type;
  }
}
