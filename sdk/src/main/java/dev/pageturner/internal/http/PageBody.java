package dev.pageturner.internal.http;

import dev.pageturner.internal.http.Failures.BodyTooLarge;
import dev.pageturner.internal.json.CountedSource;
import dev.pageturner.internal.json.JsonPrefix;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import okhttp3.Call;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response: whole in memory, or, beyond a bound, the beginning in memory and the rest
 * on the wire.
 */
public final class PageBody implements AutoCloseable {
  private static final int FIRST_GUESS = 64 << 10;

  /** A byte order mark and a prefix are seen at the beginning of a stream too. */
  private static final int LONGEST_MARK = 3 + JsonPrefix.LONGEST;

  private static final int LONGEST_EXCERPT = 2_000;
  private static final int LONGEST_BEGINNING = 16 << 10;

  private final Response response;
  private final byte[] bytes;
  private final int from;
  private final int to;
  private final @Nullable StreamedBytes stream;

  private PageBody(
      Response response, byte[] bytes, int from, int to, @Nullable StreamedBytes stream) {
    this.response = response;
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.stream = stream;
  }

  /**
   * {@return the body of a response, whose connection is free again unless the body is streamed}
   *
   * @param response the response
   * @param call its call, to cancel a stream with
   * @param bounds how much is read at once, and how large it may be
   * @param spare memory that may be reused, or null
   * @param lookFirst whether the beginning is needed in memory even if the body is streamed
   */
  public static PageBody read(
      Response response, Call call, Bounds bounds, byte @Nullable [] spare, boolean lookFirst)
      throws IOException {
    long announced = response.body().contentLength();
    if (announced > bounds.body()) {
      throw new BodyTooLarge("the body has " + announced + " bytes, more than " + bounds.body());
    }
    boolean streamed = announced > bounds.bufferedBody() && !lookFirst;
    int most = streamed ? LONGEST_MARK : Math.max(LONGEST_MARK, bounds.bufferedBody());
    BufferedSource source = response.body().source();
    byte[] bytes = memory(spare, announced, most);
    int size = 0;
    while (size <= most) {
      if (size == bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.min(most + 1, Math.max(FIRST_GUESS, size * 2)));
      }
      int read = source.read(bytes, size, Math.min(bytes.length, most + 1) - size);
      if (read < 0) {
        response.close();
        return whole(response, bytes, size);
      }
      size += read;
    }
    int from = withoutPrefix(bytes, TextBytes.bomLength(bytes, size), size);
    StreamedBytes stream = new StreamedBytes(bytes, from, size, source, call, bounds);
    return new PageBody(response, bytes, from, size, stream);
  }

  /**
   * Throws if a page has no content although its status promises some. Status 204 is an empty page,
   * and so is one that the pagination takes for the end of the list.
   *
   * @param mayBeEmpty whether no bytes are a page, too
   * @throws IOException which is retried where the request may be sent twice
   */
  public void requirePage(boolean mayBeEmpty) throws IOException {
    int status = response.code();
    if (response.isSuccessful() && status != 204 && ((isEmpty() && !mayBeEmpty) || status == 202)) {
      throw new Failures.NoContent(status);
    }
  }

  /** {@return no body: the response says all there is to say} */
  public static PageBody none(Response response) {
    response.close();
    return new PageBody(response, new byte[0], 0, 0, null);
  }

  private static byte[] memory(byte @Nullable [] spare, long announced, int most) {
    boolean known = announced >= 0 && announced <= most;
    // One byte more than announced, so that the end is seen without growing.
    int needed = known ? (int) announced + 1 : Math.min(FIRST_GUESS, most + 1);
    if (spare != null && spare.length >= (known ? needed : 1)) {
      return spare;
    }
    // The next page may be a little larger.
    return new byte[(int) Math.min(most + 1L, needed + needed / 16L)];
  }

  private static PageBody whole(Response response, byte[] bytes, int size) throws IOException {
    TextBytes text = TextBytes.of(bytes, size, response.body().contentType());
    int from = withoutPrefix(text.bytes(), text.from(), text.to());
    if (!isFramed(response) && !JsonShape.isWhole(text.bytes(), from, text.to())) {
      throw new EOFException("the body ends early; the connection was closed within it");
    }
    return new PageBody(response, text.bytes(), from, text.to(), null);
  }

  private static int withoutPrefix(byte[] bytes, int from, int to) {
    return from + JsonPrefix.length(bytes, from, to);
  }

  /** Whether the end of the body is known by more than the end of the connection. */
  private static boolean isFramed(Response response) {
    Response network = response.networkResponse();
    Response sent = network == null ? response : network;
    return sent.header("Content-Length") != null
        || sent.header("Transfer-Encoding") != null
        || !sent.protocol().toString().startsWith("http/1");
  }

  /** {@return the response, its headers above all} */
  public Response response() {
    return response;
  }

  /** {@return whether the body was too large to be read at once} */
  public boolean isStreamed() {
    return stream != null;
  }

  /** {@return whether there is nothing in the body but white space} */
  public boolean isEmpty() {
    for (int i = from; i < to; i++) {
      if (bytes[i] > ' ' || bytes[i] < 0) {
        return false;
      }
    }
    return stream == null;
  }

  /** {@return whether the body is HTML or XML, as gateways answer with} */
  public boolean isMarkup() {
    int at = from;
    while (at < to && bytes[at] >= 0 && bytes[at] <= ' ') {
      at++;
    }
    return at < to && bytes[at] == '<';
  }

  /** {@return the first characters in one line, without control characters} */
  String excerpt() {
    int length = Math.min(LONGEST_EXCERPT, to - from);
    String text = new String(bytes, from, length, StandardCharsets.UTF_8);
    return text.replaceAll("[\\p{C}\\p{Z}\ufffd]+", " ").strip();
  }

  /** {@return the body as text, or its beginning if it is long} */
  public String beginning() {
    return new String(bytes, from, Math.min(LONGEST_BEGINNING, to - from), StandardCharsets.UTF_8);
  }

  /** {@return the array that holds the body, or its beginning} */
  public byte[] bytes() {
    return bytes;
  }

  /** {@return where the body begins in {@link #bytes()}} */
  public int from() {
    return from;
  }

  /** {@return where the body, or its beginning, ends in {@link #bytes()}} */
  public int to() {
    return to;
  }

  /** {@return the bytes to parse; of a streamed body they can be read once} */
  public CountedSource source() {
    return stream == null ? CountedSource.of(bytes, from, to) : CountedSource.of(stream);
  }

  /** Says what to run before more bytes of a stream are read, and waited for. */
  public void beforeReading(Runnable action) {
    if (stream != null) {
      stream.beforeReading(action);
    }
  }

  /** Says that an item was read, for the bound on its size. */
  public void itemRead() {
    if (stream != null) {
      stream.mark();
    }
  }

  /** {@return a checksum of the bytes of a stream so far, 0 for a body in memory} */
  public long checksum() {
    return stream == null ? 0 : stream.checksum();
  }

  /** {@return the bytes held in memory} */
  public long heldBytes() {
    return bytes.length;
  }

  /** Ends a stream; from any thread. A body in memory holds nothing open. */
  @Override
  public void close() {
    if (stream != null) {
      stream.cancel();
      response.close();
    }
  }
}
