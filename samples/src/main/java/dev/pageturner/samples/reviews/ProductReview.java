package dev.pageturner.samples.reviews;

/**
 * A review, and what it is about.
 *
 * @param product the product's id
 * @param review the review's id, which is unique for its product
 * @param stars from 1 to 5
 */
public record ProductReview(String product, long review, long stars) {}
