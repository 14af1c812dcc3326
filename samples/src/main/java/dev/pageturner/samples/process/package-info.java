/**
 * Programs in processes of their own, for samples that are killed or get little memory.
 *
 * <p>Imports: nothing. Imported by: {@code ingest}, {@code pipeline}, {@code quickstart}.
 */
@NullMarked
package dev.pageturner.samples.process;

import org.jspecify.annotations.NullMarked;
