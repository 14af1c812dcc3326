/**
 * How the operations of a document page, and whether lists page honestly: for terminals, as pages
 * of HTML, as lines for programs.
 *
 * <p>Imports: {@code html}, the generator's {@code detect} and {@code model}, the mock server's
 * {@code check}, the sdk. Imported by: the commands.
 */
@NullMarked
package dev.pageturner.openapi.cli.report;

import org.jspecify.annotations.NullMarked;
