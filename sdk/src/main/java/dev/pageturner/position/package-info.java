/**
 * Where a traversal stands: positions, checkpoints and the reasons to stop.
 *
 * <p>Imports: {@code internal.text}. Imported by: everything that pages.
 */
@NullMarked
package dev.pageturner.position;

import org.jspecify.annotations.NullMarked;
