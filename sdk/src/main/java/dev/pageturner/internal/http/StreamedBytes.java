package dev.pageturner.internal.http;

import dev.pageturner.internal.http.Failures.BodyTooLarge;
import dev.pageturner.internal.http.Failures.NotText;
import dev.pageturner.internal.json.Utf8Stream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32C;
import okhttp3.Call;
import okio.Buffer;
import okio.BufferedSource;
import okio.Source;
import okio.Timeout;

/**
 * The bytes of a body as they come in: counted, bounded, checked to be UTF-8, and cancelled with
 * the thread that reads them.
 */
final class StreamedBytes implements Source {
  /** OkHttp takes 8 KiB from a socket at a time; more would wait for nothing. */
  private static final int STEP = 8 << 10;

  private final BufferedSource source;
  private final Call call;
  private final Bounds bounds;
  private final Buffer.UnsafeCursor cursor = new Buffer.UnsafeCursor();
  private final Utf8Stream utf8 = new Utf8Stream();
  private final CRC32C checksum = new CRC32C();
  private Runnable beforeReading = () -> {};
  private byte[] prefix;
  private int prefixAt;
  private long total;
  private long sinceMark;

  StreamedBytes(byte[] prefix, int from, int to, BufferedSource source, Call call, Bounds bounds) {
    this.source = source;
    this.call = call;
    this.bounds = bounds;
    this.prefix = Arrays.copyOfRange(prefix, from, to);
  }

  void beforeReading(Runnable action) {
    beforeReading = action;
  }

  /** Says that an item was read: the bound on its size counts from here. */
  void mark() {
    sinceMark = 0;
  }

  @Override
  public long read(Buffer sink, long byteCount) throws IOException {
    beforeReading.run();
    long before = sink.size();
    int read = readStep(sink, (int) Math.min(byteCount, STEP));
    if (read < 0) {
      utf8.end();
      return -1;
    }
    count(read);
    if (!isUtf8(sink, before)) {
      throw new NotText("the body is not UTF-8 within the first " + total + " bytes");
    }
    return read;
  }

  /** Checks the bytes where they are: copying a large body costs more than checking it. */
  private boolean isUtf8(Buffer sink, long from) {
    try (Buffer.UnsafeCursor at = sink.readUnsafe(cursor)) {
      boolean valid = true;
      for (int left = at.seek(from); left > 0 && valid; left = at.next()) {
        valid = utf8.accept(at.data, at.start, at.end);
        checksum.update(at.data, at.start, left);
      }
      return valid;
    }
  }

  private int readStep(Buffer sink, int most) throws IOException {
    if (prefixAt < prefix.length) {
      int read = Math.min(most, prefix.length - prefixAt);
      sink.write(prefix, prefixAt, read);
      prefixAt += read;
      if (prefixAt == prefix.length) {
        prefix = new byte[0];
        prefixAt = 0;
      }
      return read;
    }
    CallWatch.Watched watched = CallWatch.watch(call, Long.MAX_VALUE / 2);
    try {
      return (int) source.read(sink, most);
    } finally {
      watched.close();
    }
  }

  private void count(int read) throws IOException {
    total += read;
    sinceMark += read;
    if (total > bounds.body()) {
      throw new BodyTooLarge("the body has more than " + bounds.body() + " bytes");
    } else if (sinceMark > bounds.item()) {
      throw new BodyTooLarge("an item has more than " + bounds.item() + " bytes");
    }
  }

  /** {@return a checksum of all bytes so far} */
  long checksum() {
    return checksum.getValue() << 32 | (total & 0xffffffffL);
  }

  /** Ends the stream at once: what is left may be long, and is not worth a connection. */
  void cancel() {
    call.cancel();
  }

  @Override
  public Timeout timeout() {
    return source.timeout();
  }

  @Override
  public void close() {
    // Whoever has the response closes it.
  }
}
