package dev.pageturner.samples.async;

/**
 * A user, as far as it is of interest.
 *
 * @param id what the API knows it by
 * @param email the address
 */
public record User(String id, String email) {}
