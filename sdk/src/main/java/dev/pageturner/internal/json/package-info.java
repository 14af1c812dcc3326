/**
 * Reading JSON below the level of objects: where a value is, and its exact text.
 *
 * <p>Imports: {@code page}, {@code position}, {@code error}. Imported by: {@code internal.http},
 * the root package.
 */
@NullMarked
package dev.pageturner.internal.json;

import org.jspecify.annotations.NullMarked;
