package dev.pageturner.lines;

import java.io.IOException;
import java.io.InputStream;

/** Opens the same stream of bytes at each call, so that it can be read more than once. */
@FunctionalInterface
public interface Opener {
  /**
   * {@return a stream at its beginning, which the reader closes}
   *
   * @throws IOException if it cannot be opened
   */
  InputStream open() throws IOException;
}
