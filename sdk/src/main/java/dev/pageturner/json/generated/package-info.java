/**
 * What the adapters of generated clients call. It is public for them alone and follows the
 * generator: code written by hand has no use for it.
 *
 * <p>Imports: {@code internal.json}. Imported by: nothing.
 */
@NullMarked
package dev.pageturner.json.generated;

import org.jspecify.annotations.NullMarked;
