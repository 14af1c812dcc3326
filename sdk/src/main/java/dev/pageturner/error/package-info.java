/**
 * What can go wrong, sorted by what the caller can do about it.
 *
 * <p>One sealed, unchecked root, since an iterator cannot throw checked exceptions. Misuse is an
 * {@link IllegalArgumentException} or {@link IllegalStateException} where the bad value enters.
 *
 * <p>Imports: {@code position}. Imported by: everything else.
 */
@NullMarked
package dev.pageturner.error;

import org.jspecify.annotations.NullMarked;
