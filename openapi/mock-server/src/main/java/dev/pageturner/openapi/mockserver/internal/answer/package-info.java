/**
 * What an operation answers with: its success as the document describes it, a sample of it, an
 * error.
 *
 * <p>Imports: {@code internal.json}, {@code internal.sample}, {@code MockOptions}, the generator's
 * {@code model}. Imported by: {@code internal.item}, {@code internal.list},
 * {@code internal.server}.
 */
@NullMarked
package dev.pageturner.openapi.mockserver.internal.answer;

import org.jspecify.annotations.NullMarked;
