/**
 * Recordings, read.
 *
 * <p>Imports: the sdk's {@code json}. Imported by: the public package.
 */
@NullMarked
package dev.pageturner.openapi.mockserver.internal.har;

import org.jspecify.annotations.NullMarked;
