/**
 * A pagination in words: what it consists of, each part as a name and a value, such as {@code next}
 * and {@code $.meta.next}. The options of the command line and the members of
 * {@code pageturner.yaml} are these words.
 *
 * <p>Imports: the sdk's {@code pagination}. Imported by: {@code detect}, the command line.
 */
@NullMarked
package dev.pageturner.openapi.spelling;

import org.jspecify.annotations.NullMarked;
