/**
 * What goes wrong, and when: the faults of an operation as a test scripts them.
 *
 * <p>Imports: nothing. Imported by: {@code internal.list}, {@code internal.server}, the public
 * package.
 */
@NullMarked
package dev.pageturner.openapi.mockserver.internal.fault;

import org.jspecify.annotations.NullMarked;
