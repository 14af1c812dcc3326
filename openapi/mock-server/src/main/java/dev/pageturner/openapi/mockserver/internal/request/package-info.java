/**
 * What a client asks for: which operation, with which values, and what is missing.
 *
 * <p>{@code Routes} finds the operation; {@code Asked} is the request with the values of its path
 * and its body. A request that is answered with an error leaves as a {@code Refusal}.
 *
 * <p>Imports: {@code internal.json}, {@code MockRequest}, the generator's {@code model} and
 * {@code detect}. Imported by: {@code internal.item}, {@code internal.list},
 * {@code internal.server}, the public package.
 */
@NullMarked
package dev.pageturner.openapi.mockserver.internal.request;

import org.jspecify.annotations.NullMarked;
