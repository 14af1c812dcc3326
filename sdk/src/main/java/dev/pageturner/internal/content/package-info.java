/**
 * Parameters and bodies, as they go out.
 *
 * <p>Imports: {@code json}, {@code content}, {@code auth}, {@code error}, {@code internal.http}.
 * Imported by: the root package.
 */
@NullMarked
package dev.pageturner.internal.content;

import org.jspecify.annotations.NullMarked;
