/**
 * A whole Maven project around a client: what a team needs to build, test, describe and publish it.
 *
 * <p>{@code ProjectGenerator} is the one call. Each file of the project is made by a class of its
 * own; {@code ProjectFolder} writes them and knows which of them a person has changed.
 *
 * <p>Imports: {@code generator}, {@code emit}, {@code emit.client} (the outline of a client),
 * {@code model}. Imported by: the command line and the Maven plugin.
 */
@NullMarked
package dev.pageturner.openapi.project;

import org.jspecify.annotations.NullMarked;
