/**
 * Event streams as an application sees them: the event, what ends a stream, and joined text.
 *
 * <p>The reader behind it follows "Server-sent events" of the HTML standard (section 9.2), and the
 * habits of services that stream the text of a language model.
 *
 * <p>Imports: nothing of ours. Imported by: {@code internal.events}, {@code internal.streams}, the
 * root package.
 */
@NullMarked
package dev.pageturner.events;

import org.jspecify.annotations.NullMarked;
