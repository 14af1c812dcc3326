/**
 * How each operation of a document pages, with the evidence in words.
 *
 * <p>Imports: {@code model}. Imported by: the generator, the mock server and the command line.
 */
@NullMarked
package dev.pageturner.openapi.detect;

import org.jspecify.annotations.NullMarked;
