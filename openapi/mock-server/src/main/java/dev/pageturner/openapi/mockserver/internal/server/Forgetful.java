package dev.pageturner.openapi.mockserver.internal.server;

import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * Keeps MockWebServer from holding each request that it ever got: what it queues is taken out
 * again.
 */
public final class Forgetful extends Dispatcher {
  private final Dispatcher dispatcher;
  private final MockWebServer server;

  public Forgetful(Dispatcher dispatcher, MockWebServer server) {
    this.dispatcher = dispatcher;
    this.server = server;
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
    var unused = server.takeRequest(0, TimeUnit.NANOSECONDS);
    return dispatcher.dispatch(request);
  }

  @Override
  public void close() {
    dispatcher.close();
  }
}
