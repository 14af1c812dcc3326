/**
 * An answer that comes token by token, and the sequences that are wrapped around it.
 *
 * <p>Imports: nothing. Imported by: nothing.
 */
@NullMarked
package dev.pageturner.samples.chat;

import org.jspecify.annotations.NullMarked;
