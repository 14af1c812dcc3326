/**
 * What generation hands out: Java source files as text.
 *
 * <p>Imports: nothing of ours. Imported by: {@code emit}, {@code emit.client}, {@code generator}.
 */
@NullMarked
package dev.pageturner.openapi.sources;

import org.jspecify.annotations.NullMarked;
