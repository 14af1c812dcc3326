/**
 * A service that answers from another API, by a client generated from that API's document.
 *
 * <p>Imports: {@code shop.client}, nothing of the other samples. Imported by: nothing.
 */
@NullMarked
package dev.pageturner.samples.spring;

import org.jspecify.annotations.NullMarked;
