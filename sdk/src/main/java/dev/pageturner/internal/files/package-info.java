/**
 * Writing files that are whole or not there, durably.
 *
 * <p>Imports: nothing of ours. Imported by: {@code batch}, {@code lines}, {@code internal.streams}.
 */
@NullMarked
package dev.pageturner.internal.files;

import org.jspecify.annotations.NullMarked;
