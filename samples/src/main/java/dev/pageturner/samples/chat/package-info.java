/**
 * An answer that comes token by token, and the sequences that are wrapped around it.
 *
 * <p>Imports: {@code shop.client}. Imported by: nothing.
 */
@NullMarked
package dev.pageturner.samples.chat;

import org.jspecify.annotations.NullMarked;
