/**
 * What servers say about their rate limits, in header fields and in the bodies of refusals. Pure
 * functions, which never throw: what is malformed or absurd is not believed.
 *
 * <p>Imports: nothing of ours. Imported by: {@code internal.http}, {@code internal.rate}.
 */
@NullMarked
package dev.pageturner.internal.hints;

import org.jspecify.annotations.NullMarked;
