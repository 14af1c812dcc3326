/**
 * How the operations of a document page, as a table for terminals and as a page of HTML.
 *
 * <p>Imports: {@code html}, the generator's {@code detect} and {@code model}. Imported by: the
 * commands.
 */
@NullMarked
package dev.pageturner.openapi.cli.report;

import org.jspecify.annotations.NullMarked;
