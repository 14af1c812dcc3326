package dev.pageturner.async.tck;

import dev.pageturner.ApiClient;
import dev.pageturner.async.AsyncApiClient;
import dev.pageturner.async.LazyPublisher;
import dev.pageturner.async.PublisherRules;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;

/** Events, read from a socket. */
public class EventsTest extends PublisherRules<String> {
  private final MockWebServer server = new MockWebServer();
  private ApiClient client;
  private AsyncApiClient api;

  public EventsTest() {
    super(1_000);
  }

  @BeforeClass
  public void startServer() throws IOException {
    server.setDispatcher(new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        int count = Integer.parseInt(request.getUrl().queryParameter("count"));
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < count; i++) {
          events.append("data: ").append(i).append("\n\n");
        }
        return new MockResponse.Builder()
            .addHeader("Content-Type", "text/event-stream")
            .body(events.toString())
            .build();
      }
    });
    server.start();
    client = ApiClient.create(server.url("/").toString());
    api = AsyncApiClient.of(client);
  }

  @AfterClass
  public void stopServer() {
    client.close();
    server.close();
  }

  @Override
  protected Executor executor() {
    return ForkJoinPool.commonPool();
  }

  @Override
  protected LazyPublisher<String> of(long elements) {
    return api.request("/events").query("count", elements).events(String.class);
  }
}
