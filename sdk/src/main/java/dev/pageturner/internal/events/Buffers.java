package dev.pageturner.internal.events;

import java.io.EOFException;
import java.io.UncheckedIOException;
import okio.Buffer;

/** Reads from memory, where the end was checked before. */
final class Buffers {
  private Buffers() {}

  static byte[] take(Buffer bytes, long count) {
    try {
      return bytes.readByteArray(count);
    } catch (EOFException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte next(Buffer bytes) {
    try {
      return bytes.readByte();
    } catch (EOFException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void skip(Buffer bytes, long count) {
    try {
      bytes.skip(count);
    } catch (EOFException e) {
      throw new UncheckedIOException(e);
    }
  }
}
