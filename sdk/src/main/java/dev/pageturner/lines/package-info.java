/**
 * Files and streams of lines: JSON Lines and plain text, read lazily and written as they come,
 * plain or compressed by gzip.
 *
 * <p>Memory holds one line. What is wrong with a line is said with its number and its place in
 * bytes, never with its content.
 *
 * <p>Imports: {@code sequence}, {@code json}, {@code error}, {@code internal.files},
 * {@code internal.json}. Imported by: nothing.
 */
@NullMarked
package dev.pageturner.lines;

import org.jspecify.annotations.NullMarked;
