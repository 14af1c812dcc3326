package dev.pageturner.openapi.cli.record;

import dev.pageturner.openapi.curl.Curl;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okio.ByteString;

/**
 * Sees each request that goes out, repeated ones too, and tells of it when its response has been
 * read. Safe for threads, as far as those are who are told.
 */
public final class Recorder implements Interceptor {
  /** How the sdk calls this header on its way through OkHttp. */
  private static final String RETRY_AFTER = "Pageturner-Retry-After";

  private final Secrets secrets;
  private final LongSupplier keep;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final List<Consumer<Recorded>> told;
  private final AtomicInteger numbers = new AtomicInteger();

  /**
   * Tells these.
   *
   * @param secrets learns what the requests carry
   * @param keep the longest body to keep for now, in bytes; 0 for none
   * @param clock the wall clock
   * @param nanos nanoseconds since the beginning of the run
   * @param told who is told
   */
  public Recorder(
      Secrets secrets,
      LongSupplier keep,
      InstantSource clock,
      LongSupplier nanos,
      List<Consumer<Recorded>> told) {
    this.secrets = secrets;
    this.keep = keep;
    this.clock = clock;
    this.nanos = nanos;
    this.told = List.copyOf(told);
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    secrets.learn(request.url(), request.headers());
    Pending pending = new Pending(request);
    try {
      Response response = chain.proceed(request);
      pending.answered(response);
      TappedBody body = new TappedBody(response.body(), keep.getAsLong(), pending::ended);
      return response.newBuilder().body(body).build();
    } catch (IOException | RuntimeException e) {
      pending.failed(e);
      throw e;
    }
  }

  /** A request that is under way. */
  private final class Pending {
    private final int number = numbers.incrementAndGet();
    private final java.time.Instant started = clock.instant();
    private final long sentAt = nanos.getAsLong();
    private final Request request;
    private int status;
    private Headers answer = Headers.EMPTY;
    private long answeredAt = sentAt;

    Pending(Request request) {
      this.request = request;
    }

    void answered(Response response) {
      status = response.code();
      answeredAt = nanos.getAsLong();
      Headers.Builder named = new Headers.Builder();
      for (var header : response.headers()) {
        boolean hidden = header.getFirst().equals(RETRY_AFTER);
        named.addUnsafeNonAscii(hidden ? "Retry-After" : header.getFirst(), header.getSecond());
      }
      answer = named.build();
    }

    void ended(TappedBody.End end) {
      tell(end.content(), end.bytes(), end.failure());
    }

    void failed(Exception e) {
      answeredAt = nanos.getAsLong();
      tell(Optional.empty(), 0, Optional.of(e.getClass().getSimpleName()));
    }

    private void tell(Optional<ByteString> content, long bytes, Optional<String> failure) {
      Recorded recorded = new Recorded(
          number,
          started,
          request.method(),
          request.url(),
          request.headers(),
          Curl.bodyOf(request),
          status,
          answer,
          content,
          bytes,
          sentAt,
          answeredAt,
          nanos.getAsLong(),
          failure);
      told.forEach(each -> each.accept(recorded));
    }
  }
}
