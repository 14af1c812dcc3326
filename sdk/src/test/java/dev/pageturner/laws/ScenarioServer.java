package dev.pageturner.laws;

import dev.pageturner.laws.Scenario.Step;
import dev.pageturner.testing.PromptSockets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/** Answers the requests of a scenario over loopback, and takes down what was asked. */
public final class ScenarioServer extends Dispatcher implements AutoCloseable {
  /** Servers whose scenario is over: to stop one takes longer than a scenario. */
  private static final Queue<MockWebServer> IDLE = new ConcurrentLinkedQueue<>();

  /** Headers that carry a position in some scenario. */
  static final List<String> CARRIERS = List.of("x-ms-continuation", "x-cursor", "x-shard");

  private final MockWebServer server;
  private final Map<String, Deque<Step>> answers = new HashMap<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  /** Starts a server that knows the scenario's answers. */
  public ScenarioServer(Scenario scenario) throws Exception {
    for (Step step : scenario.steps()) {
      answers.computeIfAbsent(step.request(), request -> new ArrayDeque<>()).add(step);
    }
    MockWebServer idle = IDLE.poll();
    server = idle == null ? new MockWebServer() : idle;
    server.setDispatcher(this);
    if (idle == null) {
      server.setServerSocketFactory(new PromptSockets());
      server.start();
    }
  }

  /** {@return the base URL} */
  public String url() {
    return server.url("/").toString();
  }

  /** {@return the requests so far} */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    String text = text(request);
    asked.add(text);
    Deque<Step> steps = answers.get(text);
    if (steps == null) {
      return new MockResponse.Builder()
          .code(599)
          .body("not in the scenario: " + text)
          .build();
    }
    // The last answer to a request stays.
    return answer(steps.size() > 1 ? steps.remove() : steps.element());
  }

  private MockResponse answer(Step step) {
    MockResponse.Builder response = new MockResponse.Builder().code(step.status());
    for (String header : step.headers()) {
      response.addHeader(located(header));
    }
    Buffer body = new Buffer().writeUtf8(located(step.body()));
    return step.status() == 204 ? response.build() : response.body(body).build();
  }

  private String located(String text) {
    String origin = url().substring(0, url().length() - 1);
    return text.replace("{server}", origin);
  }

  private static String text(RecordedRequest request) {
    StringBuilder text = new StringBuilder(request.getMethod() + " " + request.getTarget());
    for (String name : CARRIERS) {
      String value = request.getHeaders().get(name);
      text.append(value == null ? "" : " " + name + ": " + value);
    }
    if (request.getBody() != null && request.getBody().size() > 0) {
      text.append(' ').append(request.getBody().utf8());
    }
    return text.toString();
  }

  /** Ends the scenario; no request of it may be under way. */
  @Override
  public void close() {
    IDLE.add(server);
  }
}
