/**
 * One call: document in, files out.
 *
 * <p>Imports: {@code parse}, {@code detect}, {@code emit}, {@code emit.name}, {@code emit.client},
 * {@code model}. Imported by: the command line and the Maven plugin.
 */
@NullMarked
package dev.pageturner.openapi.generator;

import org.jspecify.annotations.NullMarked;
