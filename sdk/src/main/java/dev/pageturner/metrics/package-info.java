/**
 * Traversals as Micrometer meters, for applications that have Micrometer: a dependency that is not
 * handed on.
 *
 * <p>Imports: {@code page}. Imported by: nothing.
 */
@NullMarked
package dev.pageturner.metrics;

import org.jspecify.annotations.NullMarked;
