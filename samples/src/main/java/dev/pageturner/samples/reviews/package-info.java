/**
 * Lists within lists into a database: all reviews of all products, resumed wherever it was killed.
 *
 * <p>{@code AllReviews} and {@code ReviewStore} are what to copy. {@code KilledReviews} is the
 * proof.
 *
 * <p>Imports: {@code process}, {@code shop}, {@code shop.client}. Imported by: nothing.
 */
@NullMarked
package dev.pageturner.samples.reviews;

import org.jspecify.annotations.NullMarked;
