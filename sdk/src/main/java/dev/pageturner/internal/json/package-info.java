/**
 * Reading JSON below the level of objects: checking its bytes, finding a value, keeping its exact
 * text, and saying what is wrong without repeating it.
 *
 * <p>Imports: {@code error}, {@code internal.text}. Imported by: {@code pagination}, {@code lines},
 * {@code json}, {@code json.generated}, {@code internal.detect}, {@code internal.events},
 * {@code internal.http}, {@code internal.paging}, {@code internal.streams}, the root package,
 * sdk-async.
 */
@NullMarked
package dev.pageturner.internal.json;

import org.jspecify.annotations.NullMarked;
