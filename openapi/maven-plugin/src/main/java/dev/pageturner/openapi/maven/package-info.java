/**
 * The generator in a Maven build: one goal, which does nothing while nothing has changed.
 *
 * <p>Imports: {@code generator}, {@code model}. Imported by: nothing.
 */
@NullMarked
package dev.pageturner.openapi.maven;

import org.jspecify.annotations.NullMarked;
