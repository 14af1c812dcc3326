package dev.pageturner.openapi.mockserver.internal.data;

import java.util.Optional;

/**
 * One row of a list.
 *
 * @param place where it stands: rows are in the order of their places, which never change
 * @param serial the number that its values and its id are made of
 * @param change what was written to it
 */
public record Row(long place, long serial, Optional<Change> change) {}
