/**
 * Places within JSON, and values as plain text.
 *
 * <p>Imports: the sdk's {@code json}. Imported by: {@code internal.request},
 * {@code internal.answer}, {@code internal.item}, {@code internal.list}.
 */
@NullMarked
package dev.pageturner.openapi.mockserver.internal.json;

import org.jspecify.annotations.NullMarked;
