package dev.pageturner.lines;

import java.io.InputStream;
import java.util.Arrays;

/** Input of any length that is made as it is read. */
public final class Generated {
  private Generated() {}

  /** {@return digits, with a line feed at the end of each {@code lineLength} bytes} */
  public static InputStream lines(long length, int lineLength) {
    return new InputStream() {
      private long position;

      @Override
      public int read() {
        throw new UnsupportedOperationException();
      }

      @Override
      public int read(byte[] bytes, int offset, int count) {
        if (position == length) {
          return -1;
        }
        int given = (int) Math.min(count, length - position);
        Arrays.fill(bytes, offset, offset + given, (byte) '7');
        long feed = lineLength - 1 - position % lineLength;
        for (; feed < given; feed += lineLength) {
          bytes[offset + (int) feed] = '\n';
        }
        position += given;
        return given;
      }
    };
  }
}
