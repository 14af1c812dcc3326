package dev.pageturner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.json.RawJson;
import dev.pageturner.rate.RateLimit;
import dev.pageturner.sequence.CloseableIterator;
import dev.pageturner.sequence.LazyIterable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls of one client, several at a time for the items of a list. */
@Timeout(60)
class ConcurrentCallsTest extends ServerCase {
  private static final LazyIterable<Integer> IDS =
      LazyIterable.from(IntStream.range(0, 10).boxed().toList());

  private static String text(ApiClient api, int id) {
    return api.get("/things/" + id, RawJson.class).text();
  }

  private static Kind kind(PageturnerException e) {
    return e.kind();
  }

  private void answering(int waitingFor) {
    CountDownLatch asked = new CountDownLatch(waitingFor);
    server.setDispatcher(new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        asked.countDown();
        asked.await();
        return json("'" + request.getTarget() + "'");
      }
    });
  }

  @Test
  void callsAreUnderWayTogetherAndTheirAnswersComeInOrder() {
    answering(5);
    ApiClient api = closing(builder().build());

    assertThat(IDS.mapConcurrent(5, id -> text(api, id)))
        .containsExactlyElementsOf(IDS.map(id -> "\"/things/" + id + "\"").toList());
  }

  @Test
  void allCallsShareOneRateLimit() {
    answering(0);
    RateLimit limit = RateLimit.of(3, Duration.ofHours(1)).maxWait(Duration.ZERO);
    ApiClient api = closing(builder().rateLimit(limit).build());

    List<Object> outcomes = IDS.mapConcurrent(4, id -> {
          try {
            return (Object) text(api, id);
          } catch (PageturnerException e) {
            return kind(e);
          }
        })
        .toList();

    assertThat(outcomes).hasSize(10);
    assertThat(outcomes).filteredOn(Kind.RATE_LIMITED::equals).hasSize(7);
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void closingEndsTheRequestsAndLeavesNoConnectionInUse() throws Exception {
    CountDownLatch asked = new CountDownLatch(4);
    CountDownLatch never = new CountDownLatch(1);
    server.setDispatcher(new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        asked.countDown();
        never.await();
        return json("{}");
      }
    });
    ConnectionPool pool = new ConnectionPool();
    ApiClient api = closing(builder()
        .okHttpClient(new OkHttpClient.Builder().connectionPool(pool).build())
        .build());
    CountDownLatch over = new CountDownLatch(4);
    CloseableIterator<String> results = IDS.mapConcurrent(4, id -> {
          try {
            return text(api, id);
          } finally {
            over.countDown();
          }
        })
        .iterator();
    Thread consumer = new Thread(results::hasNext, "consumer");
    consumer.start();
    assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();

    results.close();

    assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
    consumer.join();
    assertThat(pool.connectionCount()).isEqualTo(pool.idleConnectionCount());
    never.countDown();
  }
}
