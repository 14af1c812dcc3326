/**
 * What travels besides JSON: how parameters are written, bodies and answers of other kinds.
 *
 * <p>Everything here is a value, but for what is downloaded. {@code internal.content} and
 * {@code internal.streams} do the work.
 *
 * <p>Imports: nothing of ours. Imported by: {@code internal.content}, {@code internal.streams}, the
 * root package, sdk-async.
 */
@NullMarked
package dev.pageturner.content;

import org.jspecify.annotations.NullMarked;
