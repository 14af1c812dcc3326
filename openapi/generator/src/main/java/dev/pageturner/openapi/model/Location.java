package dev.pageturner.openapi.model;

/**
 * Where something stands in a document, for people to find it.
 *
 * @param file the file, relative to the folder of the document
 * @param line the line, from 1
 * @param pointer the JSON pointer (RFC 6901), empty for the whole file
 */
public record Location(String file, int line, String pointer) {
  /** {@return {@code file:line #pointer}} */
  @Override
  public String toString() {
    return file + ":" + line + " #" + pointer;
  }
}
