/**
 * The things behind lists: what tells them apart, how an operation shows one, adds, changes or
 * removes it.
 *
 * <p>{@code Catalogue} knows which operations are about the same {@code Collection}.
 *
 * <p>Imports: {@code internal.answer}, {@code internal.data}, {@code internal.json},
 * {@code internal.request}, {@code internal.sample}, {@code MockOptions}, the generator's
 * {@code model} and {@code detect}. Imported by: {@code internal.list}, {@code internal.server}.
 */
@NullMarked
package dev.pageturner.openapi.mockserver.internal.item;

import org.jspecify.annotations.NullMarked;
