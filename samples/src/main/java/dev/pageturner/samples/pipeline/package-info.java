/**
 * A pipeline over a file that does not fit in memory: read, filter, flatten, batch, hand on.
 *
 * <p>{@code Pipeline} is what to copy, {@code BigFile} makes a file and gives the pipeline 32 MiB.
 *
 * <p>Imports: {@code process}. Imported by: nothing.
 */
@NullMarked
package dev.pageturner.samples.pipeline;

import org.jspecify.annotations.NullMarked;
