/**
 * JSON values that stay exactly as they were received, and the Moshi adapters that read them.
 *
 * <p>Imports: {@code internal.json}. Imported by: {@code lines}, {@code internal.content}, the root
 * package.
 */
@NullMarked
package dev.pageturner.json;

import org.jspecify.annotations.NullMarked;
