package dev.pageturner.openapi.spelling;

/**
 * One part of a pagination.
 *
 * @param name what it says, in lower case with {@code -} between words, such as {@code end-rule}
 * @param value what is said, {@code true} for a mere flag
 */
public record Word(String name, String value) {}
