/**
 * The rows behind a list: made by their number, and the changes to them.
 *
 * <p>A million rows cost nothing; only what was added, changed or removed is held.
 *
 * <p>Imports: the sdk's {@code json}. Imported by: {@code internal.item}, {@code internal.list},
 * {@code internal.server}.
 */
@NullMarked
package dev.pageturner.openapi.mockserver.internal.data;

import org.jspecify.annotations.NullMarked;
