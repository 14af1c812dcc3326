/**
 * What kind of Java type a schema becomes, and the definitions of those that need a class.
 *
 * <p>Imports: {@code model}, {@code emit.name}. Imported by: {@code emit}, {@code emit.source}.
 */
@NullMarked
package dev.pageturner.openapi.emit.type;

import org.jspecify.annotations.NullMarked;
