/**
 * The quickstart: an API of 10,000 users, listed, stored in batches, interrupted on purpose and
 * resumed.
 *
 * <p>Imports: {@code ingest}, {@code process}, {@code shop}, {@code shop.client}. Imported by:
 * nothing.
 */
@NullMarked
package dev.pageturner.samples.quickstart;

import org.jspecify.annotations.NullMarked;
