/**
 * How many requests are answered in a window of time, by their number or by their cost.
 *
 * <p>Imports: {@code LimitHeaders}. Imported by: {@code internal.server}, the public package.
 */
@NullMarked
package dev.pageturner.openapi.mockserver.internal.rate;

import org.jspecify.annotations.NullMarked;
