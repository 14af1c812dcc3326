package dev.pageturner.openapi.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What reading a document may do besides reading files in its folder.
 *
 * @param allowRemoteReferences whether references to {@code http} and {@code https} URLs are
 *     fetched. A document then decides which hosts this machine sends requests to, so this is for
 *     documents that are trusted. Each URL is fetched once, within 30 seconds, with redirects to
 *     the same origin only, without credentials; 1,000 documents and 128 MiB at most. One that
 *     can't be had is an error. References in a fetched document are relative to its URL, never to
 *     a file.
 * @param folders folders beside that of the document whose files references may lead to, with all
 *     below them. A reference that leaves them is an error, also through a symbolic link.
 */
public record ReadOptions(boolean allowRemoteReferences, List<Path> folders) {
  /** Copies the folders. */
  public ReadOptions {
    folders = List.copyOf(folders);
  }

  /** {@return options that allow nothing: no request is sent, no other folder is read} */
  public static ReadOptions defaults() {
    return new ReadOptions(false, List.of());
  }

  /** {@return these options, by which URLs are fetched or are not} */
  public ReadOptions withRemoteReferences(boolean allow) {
    return new ReadOptions(allow, folders);
  }

  /** {@return these options with another folder whose files references may lead to} */
  public ReadOptions withFolder(Path folder) {
    List<Path> more = new ArrayList<>(folders);
    more.add(folder);
    return new ReadOptions(allowRemoteReferences, more);
  }
}
