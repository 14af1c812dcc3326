/**
 * What can be in a header, and how long values are shown: text below the level of HTTP and JSON.
 *
 * <p>Imports: nothing of ours. Imported by: {@code auth}, {@code position},
 * {@code internal.content}, {@code internal.http}, {@code internal.json}, {@code internal.paging},
 * {@code internal.url}, {@code internal.walk}, the root package.
 */
@NullMarked
package dev.pageturner.internal.text;

import org.jspecify.annotations.NullMarked;
