package dev.pageturner.openapi.sources;

/**
 * One Java source file.
 *
 * @param path where it belongs below the source folder, with slashes:
 *     {@code com/example/petstore/Pet.java}
 * @param text what it holds, lines ending in {@code \n}
 */
public record SourceFile(String path, String text) {}
