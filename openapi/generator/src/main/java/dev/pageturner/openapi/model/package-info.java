/**
 * An OpenAPI document as records: what detection and generation read.
 *
 * <p>The same records hold OpenAPI 3.0, 3.1, 3.2 and Swagger 2.0; what a version says differently
 * is already translated. Schemas follow their {@code $ref} only when asked, so that a recursive
 * document is a finite model.
 *
 * <p>What reading a document may do, and the exception that says why one cannot be used, are here,
 * too, so that nobody needs {@code parse} for them.
 *
 * <p>Imports: nothing of ours. Imported by: {@code parse}, {@code detect} and everything after
 * them.
 */
@NullMarked
package dev.pageturner.openapi.model;

import org.jspecify.annotations.NullMarked;
