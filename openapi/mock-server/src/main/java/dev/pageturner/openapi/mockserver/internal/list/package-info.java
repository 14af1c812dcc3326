/**
 * Lists, each paged in its own style.
 *
 * <p>{@code ListPlan} is all that does not depend on the request; {@code ListCall} is one request;
 * {@code PageSignal} reads a position and writes the next one; {@code PageWriter} writes the page.
 *
 * <p>Imports: {@code internal.answer}, {@code internal.data}, {@code internal.fault},
 * {@code internal.item}, {@code internal.json}, {@code internal.request}, {@code internal.sample},
 * {@code internal.trait}, {@code MockOptions}, {@code MockRequest}, the generator's {@code model}
 * and {@code detect}. Imported by: {@code internal.server}, the public package.
 */
@NullMarked
package dev.pageturner.openapi.mockserver.internal.list;

import org.jspecify.annotations.NullMarked;
