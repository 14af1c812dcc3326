package dev.pageturner.lines;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.json.JsonScanner;
import dev.pageturner.internal.json.NotJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The last line of a file that is to be continued: a crash may have cut it. */
final class LastLine {
  private static final int STEP = 1 << 13;

  private LastLine() {}

  /** Sees to it that the file ends with a line end, or says that its last line is cut. */
  static void complete(FileChannel file, Path path) throws IOException {
    long start = start(file);
    if (start == file.size()) {
      return;
    }
    byte[] line = read(file, start, Math.toIntExact(file.size() - start));
    try {
      JsonScanner.check(line, 0, line.length);
    } catch (NotJson e) {
      throw new PageturnerException.Content(
          PageturnerException.Kind.PARSE,
          path + ": the last line is cut; to drop it go on after byte " + start,
          null,
          null);
    }
    file.write(ByteBuffer.wrap(new byte[] {'\n'}), file.size());
  }

  /** {@return where the last line begins: behind the last line feed} */
  private static long start(FileChannel file) throws IOException {
    long end = file.size();
    long least = Math.max(0, end - JsonLines.DEFAULT_MAX_LINE_LENGTH);
    while (end > least) {
      int length = (int) Math.min(STEP, end - least);
      byte[] block = read(file, end - length, length);
      for (int i = length - 1; i >= 0; i--) {
        if (block[i] == '\n') {
          return end - length + i + 1;
        }
      }
      end -= length;
    }
    return end;
  }

  private static byte[] read(FileChannel file, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {
      // Reads on until the block is full.
    }
    return bytes.array();
  }
}
