package dev.pageturner.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import okio.Source;
import okio.Timeout;
import org.junit.jupiter.api.Test;

@org.junit.jupiter.api.Timeout(60)
class TrackedBodyTest {
  private final CountDownLatch reading = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private final List<String> closes = new ArrayList<>();
  private final AtomicInteger removed = new AtomicInteger();
  private final AtomicInteger over = new AtomicInteger();
  private final Call call =
      new OkHttpClient().newCall(new Request.Builder().url("http://localhost/").build());
  private final TrackedBody body = new TrackedBody(new SlowBody(), call, removed::incrementAndGet);

  /** A body that, like OkHttp's, must not be closed while it is read. */
  private final class SlowBody extends ResponseBody {
    private final BufferedSource source = Okio.buffer(new Slow());

    @Override
    public MediaType contentType() {
      return null;
    }

    @Override
    public long contentLength() {
      return -1;
    }

    @Override
    public BufferedSource source() {
      return source;
    }
  }

  private final class Slow implements Source {
    private volatile boolean isRead;

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      isRead = true;
      reading.countDown();
      try {
        mayEnd.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      sink.writeByte('x');
      isRead = false;
      return 1;
    }

    @Override
    public Timeout timeout() {
      return Timeout.NONE;
    }

    @Override
    public void close() {
      closes.add((isRead ? "while it is read" : "at rest") + " by "
          + Thread.currentThread().getName());
    }
  }

  private static <T> CompletableFuture<T> on(String name, Callable<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    Thread thread = new Thread(
        () -> {
          try {
            done.complete(work.call());
          } catch (Throwable e) {
            done.completeExceptionally(e);
          }
        },
        name);
    thread.setDaemon(true);
    thread.start();
    return done;
  }

  @Test
  void closeInTheMiddleOfAReadIsDoneByTheThreadThatReads() throws Exception {
    body.received(over::incrementAndGet);
    CompletableFuture<String> read = on("reader", () -> body.source().readUtf8());
    reading.await();

    body.close();
    body.close();

    assertThat(call.isCanceled()).isTrue();
    assertThat(closes).isEmpty();
    assertThat(over).hasValue(0);
    mayEnd.countDown();
    assertThatThrownBy(() -> read.get(20, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(IOException.class);
    assertThat(closes).containsExactly("at rest by reader");
    assertThat(removed).hasValue(1);
    assertThat(over).hasValue(1);
  }

  @Test
  void closeAtRestIsDoneAtOnceAndOnceAndCancelsNothing() throws Exception {
    mayEnd.countDown();
    assertThat(body.source().readByte()).isEqualTo((byte) 'x');

    body.close();
    body.source().close();
    body.close();
    body.received(over::incrementAndGet);

    assertThat(call.isCanceled()).isFalse();
    assertThat(closes).containsExactly("at rest by " + Thread.currentThread().getName());
    assertThat(removed).hasValue(1);
    assertThat(over).hasValue(1);
  }

  @Test
  void bodyThatIsClosedIsNotReadAsOneThatEnded() {
    body.close();

    assertThatThrownBy(() -> body.source().exhausted()).isInstanceOf(IOException.class);
  }
}
