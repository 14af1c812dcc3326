package dev.pageturner.openapi.emit.client;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an operation sends.
 *
 * @param kind how it is written
 * @param mediaType the media type
 * @param type the type of the argument, empty if the parts are arguments of their own
 * @param parts of a body of parts: its parts
 * @param styles of a form: the fields that are written in a style of their own
 * @param required whether it must be sent
 * @param description prose, in CommonMark
 */
record BodyPlan(
    Kind kind,
    String mediaType,
    Optional<TypeName> type,
    List<Argument> parts,
    Map<String, CodeBlock> styles,
    boolean required,
    Optional<String> description) {
  enum Kind {
    JSON,
    JSON_AS,
    FORM,
    PARTS,
    WHOLE,
    TEXT,
    BINARY
  }
}
