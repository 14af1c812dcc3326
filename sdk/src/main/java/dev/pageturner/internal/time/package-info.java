/**
 * Reading the clock, waiting, and being called later: the three things that a test replaces.
 *
 * <p>Imports: nothing. Imported by: {@code rate}, {@code internal.http}, the root package.
 */
@NullMarked
package dev.pageturner.internal.time;

import org.jspecify.annotations.NullMarked;
