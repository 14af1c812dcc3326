/**
 * Parameters and bodies, as they go out.
 *
 * <p>Imports: {@code json}, {@code content}, {@code error}, {@code internal.http},
 * {@code internal.text}, {@code internal.url}. Imported by: the root package.
 */
@NullMarked
package dev.pageturner.internal.content;

import org.jspecify.annotations.NullMarked;
