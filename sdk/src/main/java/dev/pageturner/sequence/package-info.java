/**
 * Lazy sequences and their composition: nothing is fetched before it is asked for, nothing is kept
 * that is not needed.
 *
 * <p>Imports: {@code error}. Imported by: {@code page}, {@code batch}, {@code lines},
 * {@code internal.streams}, {@code internal.walk}, the root package.
 */
@NullMarked
package dev.pageturner.sequence;

import org.jspecify.annotations.NullMarked;
