/**
 * Values that schemas allow, made from a seed: the same seed and place give the same value.
 *
 * <p>{@code Samples} turns a schema into a {@code Sample} once; what a sample draws depends on the
 * {@code Draw} alone, so that any item can be made at any time by any thread, and none is held. An
 * {@code Identifier} writes numbers in the form of a schema and reads them back.
 *
 * <p>Imports: the generator's {@code model}, the sdk's {@code json}. Imported by:
 * {@code internal.answer}, {@code internal.item}, {@code internal.list}, {@code internal.server}.
 */
@NullMarked
package dev.pageturner.openapi.mockserver.internal.sample;

import org.jspecify.annotations.NullMarked;
