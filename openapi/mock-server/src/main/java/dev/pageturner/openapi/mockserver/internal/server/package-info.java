/**
 * The running server: one request from its socket through the checks and faults to its response.
 *
 * <p>Imports: {@code internal.answer}, {@code internal.data}, {@code internal.fault},
 * {@code internal.item}, {@code internal.list}, {@code internal.rate}, {@code internal.request},
 * {@code internal.sample}, {@code internal.trait}, {@code MockOptions}, {@code MockRequest},
 * {@code Trait}, the generator's {@code model}, {@code detect} and {@code generator}. Imported by:
 * the public package.
 */
@NullMarked
package dev.pageturner.openapi.mockserver.internal.server;

import org.jspecify.annotations.NullMarked;
