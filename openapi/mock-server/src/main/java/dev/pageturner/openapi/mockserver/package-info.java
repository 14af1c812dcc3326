/**
 * A paginated server for tests, made from an OpenAPI document.
 *
 * <p>{@code MockApi} serves each list in its own style over rows that a seed makes; what clients
 * write changes them, and faults happen where a test scripts them. {@code PageturnerServer} starts
 * one for a JUnit test; {@code HarServer} answers what was recorded instead. A request goes from
 * {@code ApiDispatcher} through {@code Routes}, {@code RequestCheck} and a handler;
 * {@code ListPages} turns positions into pages, one {@code PageSignal} for each way in which a list
 * can be paged.
 *
 * <p>Imports: {@code internal.sample}, {@code internal.data}, the generator's {@code parse},
 * {@code detect} and {@code model}, the sdk. Imported by: the command line and samples.
 */
@NullMarked
package dev.pageturner.openapi.mockserver;

import org.jspecify.annotations.NullMarked;
