/**
 * Java names from any text, unique where they stand.
 *
 * <p>Imports: nothing of ours. Imported by: everything of {@code emit}.
 */
@NullMarked
package dev.pageturner.openapi.emit.name;

import org.jspecify.annotations.NullMarked;
