/**
 * The API that the samples ask: a mock server for the example document of this repository.
 *
 * <p>Imports: nothing. Imported by: the samples.
 */
@NullMarked
package dev.pageturner.samples.shop;

import org.jspecify.annotations.NullMarked;
