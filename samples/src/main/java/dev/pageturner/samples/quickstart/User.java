package dev.pageturner.samples.quickstart;

/**
 * What each item is decoded to.
 *
 * @param id as long as an id can be, beyond what a double could hold
 * @param name the full name
 * @param email the address
 */
public record User(long id, String name, String email) {}
