/**
 * The decisions of a traversal from page to page: which position comes next, when to stop, when a
 * list runs in circles. Sync and async traversals ask the same object.
 *
 * <p>Imports: {@code position}, {@code error}, {@code internal.url}. Imported by: {@code page},
 * sdk-async.
 */
@NullMarked
package dev.pageturner.internal.walk;

import org.jspecify.annotations.NullMarked;
