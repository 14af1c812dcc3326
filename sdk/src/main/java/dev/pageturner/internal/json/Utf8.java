package dev.pageturner.internal.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Strict UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF.
 *
 * <p>The decoders of the JDK and of Okio replace what is invalid in silence; this finds it.
 */
public final class Utf8 {
  static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;

  private Utf8() {}

  /**
   * {@return the index of the first byte that does not start a complete, valid sequence, or -1}
   *
   * @param bytes the text
   * @param from where it starts
   * @param to where it ends; a sequence cut there is invalid
   */
  public static int firstInvalid(byte[] bytes, int from, int to) {
    int i = nextWide(bytes, from, to);
    while (i < to) {
      int length = sequence(bytes, i, to);
      if (length == 0) {
        return i;
      }
      i = nextWide(bytes, i + length, to);
    }
    return -1;
  }

  /** {@return the index of the first byte that is not ASCII, or {@code to}} */
  private static int nextWide(byte[] bytes, int from, int to) {
    int i = from;
    // Four at a time: this looks at every byte of every page.
    while (i + 4 * Long.BYTES <= to && (fourAt(bytes, i) & HIGH_BITS) == 0) {
      i += 4 * Long.BYTES;
    }
    while (i + Long.BYTES <= to) {
      long wide = (long) EIGHT.get(bytes, i) & HIGH_BITS;
      if (wide != 0) {
        return i + Long.numberOfTrailingZeros(wide) / Byte.SIZE;
      }
      i += Long.BYTES;
    }
    while (i < to && bytes[i] >= 0) {
      i++;
    }
    return i;
  }

  private static long fourAt(byte[] bytes, int i) {
    return (long) EIGHT.get(bytes, i)
        | (long) EIGHT.get(bytes, i + Long.BYTES)
        | (long) EIGHT.get(bytes, i + 2 * Long.BYTES)
        | (long) EIGHT.get(bytes, i + 3 * Long.BYTES);
  }

  /** {@return the length of the sequence at {@code i}, 1 to 4, or 0 if it is invalid or cut} */
  public static int sequence(byte[] bytes, int i, int to) {
    int lead = bytes[i];
    if (lead >= 0) {
      return 1;
    }
    // The ranges of the second byte are those of the Unicode standard, table 3-7.
    return switch (lead & 0xF0) {
      case 0xC0, 0xD0 -> lead >= (byte) 0xC2 && follows(bytes, i + 1, to, 1) ? 2 : 0;
      case 0xE0 -> follows(bytes, i + 1, to, 2) && threeBytes(lead, bytes[i + 1]) ? 3 : 0;
      case 0xF0 -> follows(bytes, i + 1, to, 3) && fourBytes(lead, bytes[i + 1]) ? 4 : 0;
      default -> 0;
    };
  }

  /** {@return whether the text ends within a sequence at {@code i} that may have been valid} */
  public static boolean isCut(byte[] bytes, int i, int to) {
    int lead = bytes[i];
    int length = lead >= (byte) 0xF0 ? 4 : lead >= (byte) 0xE0 ? 3 : 2;
    boolean starts = lead >= (byte) 0xC2 && lead <= (byte) 0xF4;
    return starts
        && to - i < length
        && follows(bytes, i + 1, to, to - i - 1)
        && (to - i < 2 || isSecond(lead, bytes[i + 1]));
  }

  private static boolean follows(byte[] bytes, int from, int to, int count) {
    if (to - from < count) {
      return false;
    }
    for (int i = from; i < from + count; i++) {
      // 0x80 to 0xBF are the bytes below -64.
      if (bytes[i] >= -64) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSecond(int lead, int second) {
    return lead >= (byte) 0xF0 ? fourBytes(lead, second) : threeBytes(lead, second);
  }

  private static boolean threeBytes(int lead, int second) {
    return switch (lead) {
      case (byte) 0xE0 -> second >= (byte) 0xA0;
      case (byte) 0xED -> second < (byte) 0xA0;
      default -> true;
    };
  }

  private static boolean fourBytes(int lead, int second) {
    return switch (lead) {
      case (byte) 0xF0 -> second >= (byte) 0x90;
      case (byte) 0xF1, (byte) 0xF2, (byte) 0xF3 -> true;
      case (byte) 0xF4 -> second < (byte) 0x90;
      default -> false;
    };
  }

  /** {@return the index of the first surrogate without its partner, or -1} */
  public static int firstLoneSurrogate(String text) {
    int i = 0;
    while (i < text.length()) {
      // The code point of a pair is above the surrogates.
      int point = text.codePointAt(i);
      if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
        return i;
      }
      i += Character.charCount(point);
    }
    return -1;
  }
}
