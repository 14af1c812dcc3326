/**
 * From a document to Java source, through JavaPoet.
 *
 * <p>{@link dev.pageturner.openapi.emit.ModelTypes} is what the types of a document become, asked
 * for one by one; what nobody asked for is not emitted.
 *
 * <p>Imports: {@code model}, {@code emit.name}, {@code emit.type}, {@code emit.source},
 * {@code sources}. Imported by: {@code generator}.
 */
@NullMarked
package dev.pageturner.openapi.emit;

import org.jspecify.annotations.NullMarked;
