/**
 * When to send a request again, and how long to wait first.
 *
 * <p>Everything here is a pure decision: it is told what happened and answers with a value. Nobody
 * sleeps, nobody sends and nobody reads a clock. {@code internal.http} acts on the answers.
 *
 * <p>Imports: nothing of ours. Imported by: {@code internal.http}, the root package.
 */
@NullMarked
package dev.pageturner.retry;

import org.jspecify.annotations.NullMarked;
