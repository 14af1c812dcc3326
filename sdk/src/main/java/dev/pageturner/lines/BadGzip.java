package dev.pageturner.lines;

import java.io.IOException;
import java.io.Serial;

/** Compressed data that is cut or damaged. */
final class BadGzip extends IOException {
  @Serial
  private static final long serialVersionUID = 1L;

  BadGzip(String message) {
    super(message);
  }
}
