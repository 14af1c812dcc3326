/**
 * Operations as Java source: a client for the document, a class for each group of operations, a
 * method for each operation.
 *
 * <p>First an operation becomes a {@code Plan} of values: which arguments, what body, what comes
 * back, how it pages. Then the plan becomes code, once for calls that wait and, if asked for, once
 * for those that don't.
 *
 * <p>Imports: {@code model}, {@code detect}, {@code emit}, {@code emit.name}, {@code emit.source}
 * for prose and literals, {@code sources}, the sdk's {@code Pagination}. Imported by:
 * {@code generator}.
 */
@NullMarked
package dev.pageturner.openapi.emit.client;

import org.jspecify.annotations.NullMarked;
