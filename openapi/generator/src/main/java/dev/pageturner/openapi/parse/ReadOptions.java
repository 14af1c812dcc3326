package dev.pageturner.openapi.parse;

/**
 * What reading a document may do besides reading files in its folder.
 *
 * @param allowRemoteReferences whether references to {@code http} and {@code https} URLs are
 *     fetched. A document then decides which hosts this machine sends requests to, so this is for
 *     documents that are trusted. Each URL is fetched once, within 30 seconds, with redirects to
 *     the same origin only, without credentials; 1,000 documents and 128 MiB at most. One that
 *     can't be had is an error. References in a fetched document are relative to its URL, never to
 *     a file.
 */
public record ReadOptions(boolean allowRemoteReferences) {
  /** {@return options that allow nothing: no request is sent} */
  public static ReadOptions defaults() {
    return new ReadOptions(false);
  }
}
