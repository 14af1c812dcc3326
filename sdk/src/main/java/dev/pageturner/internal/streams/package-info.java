/**
 * Event streams and newline-delimited JSON over HTTP as lazy sequences, and downloads.
 *
 * <p>Imports: {@code content}, {@code events}, {@code internal.events}, {@code internal.files},
 * {@code internal.http}, {@code internal.json}, {@code sequence}, {@code page} (listeners),
 * {@code error}. Imported by: the root package, sdk-async.
 */
@NullMarked
package dev.pageturner.internal.streams;

import org.jspecify.annotations.NullMarked;
