package dev.pageturner.internal.json;

import java.io.EOFException;

/** Checks UTF-8 that comes in pieces, which may cut a sequence. Not safe for threads. */
public final class Utf8Stream {
  private final byte[] carried = new byte[8];
  private int carriedLength;

  /** {@return whether the bytes continue valid UTF-8} */
  public boolean accept(byte[] bytes, int from, int to) {
    int at = from;
    while (carriedLength > 0 && at < to) {
      carried[carriedLength++] = bytes[at++];
      if (Utf8.sequence(carried, 0, carriedLength) > 0) {
        carriedLength = 0;
      } else if (!Utf8.isCut(carried, 0, carriedLength)) {
        return false;
      }
    }
    int wrong = Utf8.firstInvalid(bytes, at, to);
    if (wrong < 0) {
      return true;
    }
    boolean cut = Utf8.isCut(bytes, wrong, to);
    if (cut) {
      carriedLength = to - wrong;
      System.arraycopy(bytes, wrong, carried, 0, carriedLength);
    }
    return cut;
  }

  /**
   * Says that there are no more bytes.
   *
   * @throws EOFException if they end within a sequence
   */
  public void end() throws EOFException {
    if (carriedLength > 0) {
      throw new EOFException("the text ends within a character");
    }
  }
}
