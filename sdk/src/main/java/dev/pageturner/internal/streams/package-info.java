/**
 * Event streams and newline-delimited JSON over HTTP as lazy sequences, and downloads.
 *
 * <p>Imports: {@code page}, {@code sequence}, {@code content}, {@code events}, {@code error},
 * {@code internal.events}, {@code internal.files}, {@code internal.http}, {@code internal.json},
 * {@code internal.url}. Imported by: the root package, sdk-async.
 */
@NullMarked
package dev.pageturner.internal.streams;

import org.jspecify.annotations.NullMarked;
