package dev.pageturner.internal.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Strict UTF-8 (RFC 3629): a decoder that puts U+FFFD for what is wrong would change data unseen. */
public final class Utf8 {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long HIGH_BITS = 0x8080808080808080L;

  private Utf8() {}

  /**
   * {@return the offset of the first sequence that is not UTF-8, or -1}
   *
   * @param bytes the bytes
   * @param from the first one
   * @param to the end; a sequence that is cut there is wrong
   */
  public static int firstInvalid(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      if (at + 8 <= to && ((long) LONGS.get(bytes, at) & HIGH_BITS) == 0) {
        at += 8;
      } else if (bytes[at] >= 0) {
        at++;
      } else {
        int length = sequenceLength(bytes, at, to);
        if (length <= 0) {
          return at;
        }
        at += length;
      }
    }
    return -1;
  }

  /**
   * {@return the length of the sequence that begins at an offset; 0 if it is wrong, -1 if it is right
   * as far as it goes but cut at the end}
   */
  static int sequenceLength(byte[] bytes, int at, int to) {
    int first = bytes[at] & 0xff;
    int length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (length == 0 || first > 0xf4) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if (at + i >= to) {
        return -1;
      }
      int next = bytes[at + i] & 0xff;
      if (next < lowest(first, i) || next > highest(first, i)) {
        return 0;
      }
    }
    return length;
  }

  /** No overlong forms: E0 is followed by A0 at least, F0 by 90. */
  private static int lowest(int first, int index) {
    return index > 1 ? 0x80 : first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
  }

  /** No surrogates and nothing above U+10FFFF: ED is followed by 9F at most, F4 by 8F. */
  private static int highest(int first, int index) {
    return index > 1 ? 0xbf : first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
  }
}
