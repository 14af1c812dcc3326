/**
 * Handing items on in batches: to a store that commits a batch and its checkpoint together, or to a
 * server that may take a batch or not.
 *
 * <p>How items become batches is said by {@code sequence}; here is what becomes of a batch, and
 * where a checkpoint is kept.
 *
 * <p>Imports: {@code sequence}, {@code error}, {@code position}, {@code internal.files}. Imported
 * by: {@code page}, {@code internal.walk}.
 */
@NullMarked
package dev.pageturner.batch;

import org.jspecify.annotations.NullMarked;
