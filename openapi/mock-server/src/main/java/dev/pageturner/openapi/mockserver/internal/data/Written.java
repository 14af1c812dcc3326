package dev.pageturner.openapi.mockserver.internal.data;

/**
 * What became of a row.
 *
 * @param version the version of all rows in which that was
 * @param row the row
 * @param removed whether it is gone
 */
public record Written(long version, Row row, boolean removed) {}
