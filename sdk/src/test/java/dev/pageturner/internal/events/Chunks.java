package dev.pageturner.internal.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import okio.Buffer;
import okio.ByteString;
import okio.Source;
import okio.Timeout;

/** Cuts bytes into the pieces in which a network may deliver them. */
final class Chunks {
  private static final int SHORT = 300;

  private Chunks() {}

  /** {@return whole, byte by byte, and every cut into two or 200 seeded cuts into many} */
  static List<List<ByteString>> of(ByteString bytes) {
    List<List<ByteString>> chunkings = new ArrayList<>();
    chunkings.add(List.of(bytes));
    chunkings.add(every(bytes, 1));
    if (bytes.size() <= SHORT) {
      for (int at = 1; at < bytes.size(); at++) {
        chunkings.add(List.of(bytes.substring(0, at), bytes.substring(at)));
      }
    } else {
      for (long seed = 0; seed < 200; seed++) {
        chunkings.add(random(bytes, new Random(seed)));
      }
    }
    return chunkings;
  }

  static List<ByteString> every(ByteString bytes, int size) {
    List<ByteString> chunks = new ArrayList<>();
    for (int at = 0; at < bytes.size(); at += size) {
      chunks.add(bytes.substring(at, Math.min(bytes.size(), at + size)));
    }
    return chunks;
  }

  private static List<ByteString> random(ByteString bytes, Random random) {
    List<ByteString> chunks = new ArrayList<>();
    int most = 1 << random.nextInt(3, 14);
    for (int at = 0; at < bytes.size(); ) {
      int end = Math.min(bytes.size(), at + 1 + random.nextInt(most));
      chunks.add(bytes.substring(at, end));
      at = end;
    }
    return chunks;
  }

  /** {@return what the decoder makes of the chunks, each drained before the next is fed} */
  static <T> List<T> decode(StreamDecoder<T> decoder, List<ByteString> chunks) {
    List<T> elements = new ArrayList<>();
    for (ByteString chunk : chunks) {
      decoder.feed(new Buffer().write(chunk));
      drain(decoder, elements);
    }
    decoder.endOfInput();
    drain(decoder, elements);
    return elements;
  }

  private static <T> void drain(StreamDecoder<T> decoder, List<T> elements) {
    for (T next = decoder.next(); next != null; next = decoder.next()) {
      elements.add(next);
    }
  }

  /** A source that delivers one chunk per read, and counts the reads. */
  static final class ChunkSource implements Source {
    private final List<ByteString> chunks;
    private int reads;

    ChunkSource(List<ByteString> chunks) {
      this.chunks = chunks;
    }

    int reads() {
      return reads;
    }

    @Override
    public long read(Buffer sink, long byteCount) {
      if (reads == chunks.size()) {
        return -1;
      }
      ByteString chunk = chunks.get(reads++);
      sink.write(chunk);
      return chunk.size();
    }

    @Override
    public Timeout timeout() {
      return Timeout.NONE;
    }

    @Override
    public void close() {}
  }
}
