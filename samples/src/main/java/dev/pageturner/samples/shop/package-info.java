/**
 * The API that the samples ask: a mock server for the example document of this repository. The
 * package {@code shop.client}, which the build generates, asks it.
 *
 * <p>Imports: nothing. Imported by: the samples.
 */
@NullMarked
package dev.pageturner.samples.shop;

import org.jspecify.annotations.NullMarked;
