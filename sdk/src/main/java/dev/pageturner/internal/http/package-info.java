/**
 * HTTP: links and URLs, and the way of one request from authentication to its answer.
 *
 * <p>Imports: everything but the root package. Imported by: the root package.
 */
@NullMarked
package dev.pageturner.internal.http;

import org.jspecify.annotations.NullMarked;
