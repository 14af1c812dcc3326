/**
 * How publishers work: a {@code Pull} is asked for its elements one by one and may answer later, an
 * {@code Emission} asks it as demand wants and signals. Operators are pulls on top of pulls, so
 * that the rules of Reactive Streams are kept in one place.
 *
 * <p>Imports: the SDK, its {@code internal} packages included. Imported by: {@code async}.
 */
@NullMarked
package dev.pageturner.async.internal;

import org.jspecify.annotations.NullMarked;
