/**
 * Several accounts of one customer, read at once as one sequence, under the quota that they share.
 *
 * <p>Imports: {@code shop}, {@code shop.client}. Imported by: nothing.
 */
@NullMarked
package dev.pageturner.samples.accounts;

import org.jspecify.annotations.NullMarked;
