package dev.pageturner.internal.http;

/**
 * What takes the place of a path parameter, encoded already.
 *
 * @param text the text
 */
public record EncodedPath(String text) {}
