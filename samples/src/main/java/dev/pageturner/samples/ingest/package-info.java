/**
 * From a list into a database, in batches, so that a process may be killed at any point.
 *
 * <p>{@code Ingest} and {@code UserStore} are what to copy: a batch and its checkpoint are
 * committed in one transaction. {@code KilledTenTimes} is the proof.
 *
 * <p>Imports: {@code process}, {@code shop}, {@code shop.client}. Imported by: {@code quickstart}.
 */
@NullMarked
package dev.pageturner.samples.ingest;

import org.jspecify.annotations.NullMarked;
