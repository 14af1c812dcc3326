package dev.pageturner.openapi.cli.record;

import dev.pageturner.error.PageturnerException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import okio.Buffer;
import okio.ByteString;

/**
 * A recording as HTTP Archive 1.2, without its secrets. After each request the file is whole, be
 * the process killed then: the brackets at its end are written over by the next entry. Safe for
 * threads.
 */
public final class HarFile implements Consumer<Recorded>, AutoCloseable {
  private static final String BEGIN = "{\"log\":{\"version\":\"1.2\",\"creator\":"
      + "{\"name\":\"pageturner\",\"version\":\"0.1\"},\"entries\":[";
  private static final String END = "]}}\n";

  private final Path file;
  private final Secrets secrets;
  private final FileChannel channel;
  private long end;
  private boolean any;

  private HarFile(Path file, Secrets secrets, FileChannel channel) {
    this.file = file;
    this.secrets = secrets;
    this.channel = channel;
  }

  /** {@return a recording to a file, whose content is lost} */
  public static HarFile create(Path file, Secrets secrets) {
    try {
      FileChannel channel = FileChannel.open(
          file,
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE);
      HarFile har = new HarFile(file, secrets, channel);
      har.append(BEGIN, ByteString.EMPTY);
      return har;
    } catch (IOException e) {
      throw storage(file, e);
    }
  }

  @Override
  public synchronized void accept(Recorded recorded) {
    try {
      ByteString entry = HarEntry.of(recorded, secrets);
      append(any ? "," : "", entry);
      any = true;
    } catch (IOException e) {
      throw storage(file, e);
    }
  }

  /** In one piece, so that no kill comes between the entry and the brackets. */
  private void append(String before, ByteString entry) throws IOException {
    Buffer whole = new Buffer().writeUtf8(before).write(entry).writeUtf8(END);
    long at = end;
    end += whole.size() - END.length();
    ByteBuffer bytes = whole.readByteString().asByteBuffer();
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
  }

  @Override
  public synchronized void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw storage(file, e);
    }
  }

  private static PageturnerException.Storage storage(Path file, IOException e) {
    return new PageturnerException.Storage(file + " cannot be written", e);
  }
}
