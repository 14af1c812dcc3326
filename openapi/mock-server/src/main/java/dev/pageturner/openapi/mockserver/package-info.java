/**
 * A paginated server for tests, made from an OpenAPI document.
 *
 * <p>Here is what a user touches. {@code MockApi} serves each list in its own style over rows that
 * a seed makes; what clients write changes them, and faults happen where a test scripts them.
 * {@code PageturnerServer} starts one for a JUnit test; {@code HarServer} answers what was recorded
 * instead.
 *
 * <p>The rooms below {@code internal} do the work: a request goes from {@code internal.server}
 * through {@code internal.request} to {@code internal.list} or {@code internal.item}. They know of
 * this package its values only: {@code MockOptions}, {@code MockRequest}, {@code LimitHeaders},
 * {@code Trait}.
 *
 * <p>Imports: {@code internal.fault}, {@code internal.har}, {@code internal.list},
 * {@code internal.rate}, {@code internal.request}, {@code internal.server}, {@code internal.trait},
 * the generator's {@code detect} and {@code model}, the sdk. Imported by: the command line and
 * samples.
 */
@NullMarked
package dev.pageturner.openapi.mockserver;

import org.jspecify.annotations.NullMarked;
