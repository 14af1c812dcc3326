/**
 * What proves to the server who asks: asked anew for every request, and sent to the configured
 * origin only.
 *
 * <p>Imports: {@code error}, {@code internal.text}. Imported by: {@code internal.http},
 * {@code internal.paging}, the root package.
 */
@NullMarked
package dev.pageturner.auth;

import org.jspecify.annotations.NullMarked;
