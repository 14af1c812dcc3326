/**
 * Definitions as Java source: records, values, unions, their builders and Moshi adapters.
 *
 * <p>Imports: {@code model}, {@code emit.type}, {@code emit.name}. Imported by: {@code emit}.
 */
@NullMarked
package dev.pageturner.openapi.emit.source;

import org.jspecify.annotations.NullMarked;
