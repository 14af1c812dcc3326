/**
 * The quickstart: an API of 10,000 users, listed, stored in batches, interrupted on purpose and
 * resumed.
 *
 * <p>{@code Quickstart} is where to begin, {@code Ingest} is what to copy: a batch, its lines and
 * its checkpoint are committed together.
 */
@NullMarked
package dev.pageturner.samples.quickstart;

import org.jspecify.annotations.NullMarked;
