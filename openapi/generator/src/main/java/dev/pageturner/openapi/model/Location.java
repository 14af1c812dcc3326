package dev.pageturner.openapi.model;

/**
 * Where something stands in a document, for people to find it.
 *
 * @param file the file, relative to the folder of the document, or the URL of a remote one
 * @param line the line, from 1
 * @param pointer the JSON pointer (RFC 6901), empty for the whole file
 */
public record Location(String file, int line, String pointer) {
  /** {@return {@code file:line #pointer}, without the query of a URL, which may hold a secret} */
  @Override
  public String toString() {
    String shown = file.contains("://") ? file.split("\\?", 2)[0] : file;
    return shown + ":" + line + " #" + pointer;
  }
}
