package dev.pageturner.samples.ingest;

/**
 * What each item is decoded to.
 *
 * @param id what the API knows it by
 * @param name the full name
 * @param email the address
 */
public record User(String id, String name, String email) {}
