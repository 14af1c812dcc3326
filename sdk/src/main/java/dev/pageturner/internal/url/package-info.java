/**
 * URLs: where links lead and may lead, path templates, encoding, {@code Link} headers, and URLs
 * without their secrets. Nothing here sends.
 *
 * <p>Imports: {@code error}, {@code internal.text}. Imported by: {@code internal.content},
 * {@code internal.detect}, {@code internal.http}, {@code internal.paging},
 * {@code internal.streams}, {@code internal.walk}, the root package.
 */
@NullMarked
package dev.pageturner.internal.url;

import org.jspecify.annotations.NullMarked;
