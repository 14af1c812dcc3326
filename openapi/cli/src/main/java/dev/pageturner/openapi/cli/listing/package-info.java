/**
 * One run over a list: what goes to the output, what is kept to go on, what is said meanwhile.
 *
 * <p>Imports: {@code options}, {@code record}, commands of {@code curl}, what may be printed
 * ({@code Printable}), the sdk. Imported by: the commands.
 */
@NullMarked
package dev.pageturner.openapi.cli.listing;

import org.jspecify.annotations.NullMarked;
