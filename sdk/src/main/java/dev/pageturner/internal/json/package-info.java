/**
 * JSON as bytes: checking it, and saying where something stands in it.
 *
 * <p>Imports: {@code position}, {@code error}. Imported by: {@code json}, {@code lines},
 * {@code pagination}, {@code internal.http}, the root package.
 */
@NullMarked
package dev.pageturner.internal.json;

import org.jspecify.annotations.NullMarked;
