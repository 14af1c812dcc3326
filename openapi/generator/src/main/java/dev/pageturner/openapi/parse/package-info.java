/**
 * From files to the records of {@code model}: JSON, YAML 1.2, references between files, the
 * versions.
 *
 * <p>Everything comes from the folder of the document. Nothing is fetched, no class is named by a
 * document, and what is wrong is told with file, line and pointer.
 *
 * <p>Imports: {@code model}. Imported by: the generator, the mock server and the command line.
 */
@NullMarked
package dev.pageturner.openapi.parse;

import org.jspecify.annotations.NullMarked;
