/**
 * The ways in which a server is hard on its clients: their names, the forms of their values, which
 * of them are in force.
 *
 * <p>Imports: nothing. Imported by: {@code internal.list}, {@code internal.server}, the public
 * package.
 */
@NullMarked
package dev.pageturner.openapi.mockserver.internal.trait;

import org.jspecify.annotations.NullMarked;
