/**
 * Whether to send a request again, and after what wait.
 *
 * <p>Everything here is a pure decision: it is told what happened and answers with a value. Nobody
 * sleeps, nobody sends and nobody reads a clock. {@code internal.http} acts on the answers.
 *
 * <p>Imports: {@code retry}, {@code internal.time}. Imported by: {@code internal.http}.
 */
@NullMarked
package dev.pageturner.internal.retry;

import org.jspecify.annotations.NullMarked;
