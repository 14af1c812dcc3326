package dev.pageturner.content;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An answer that is read as it arrives: a file, a picture.
 *
 * <p>It holds its connection until it is closed; closed early, it ends it. Not safe for threads.
 */
public interface Download extends AutoCloseable {
  /** {@return the HTTP status, 2xx} */
  int status();

  /** {@return the headers, whose names are looked up in any case} */
  Map<String, List<String>> headers();

  /** {@return the media type, if the server says it} */
  Optional<String> mediaType();

  /** {@return the length in bytes, if the server says it and the content is not compressed} */
  OptionalLong length();

  /** {@return the content, which can be read once and is as long as the server makes it} */
  InputStream stream();

  /**
   * {@return the rest of the content}
   *
   * @throws dev.pageturner.error.PageturnerException if it breaks off, or is larger than the
   *     client's {@code maxBody} or an array
   */
  byte[] bytes();

  /**
   * Writes the rest of the content to a file, which takes the place of one that is there. The file
   * is whole or as it was: the content is written to a file beside it, forced to the disk and
   * renamed. A symbolic link stays, and the file that it leads to is replaced; owner, group and
   * mode of a file stay.
   *
   * @throws dev.pageturner.error.PageturnerException if it breaks off, or cannot be written
   */
  void saveTo(Path file);

  /** Gives the connection back, or ends it if content is left. */
  @Override
  void close();
}
