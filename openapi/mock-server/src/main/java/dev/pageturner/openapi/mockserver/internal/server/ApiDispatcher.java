package dev.pageturner.openapi.mockserver.internal.server;

import dev.pageturner.openapi.mockserver.MockOptions;
import dev.pageturner.openapi.mockserver.MockRequest;
import dev.pageturner.openapi.mockserver.internal.answer.Answer;
import dev.pageturner.openapi.mockserver.internal.answer.Errors;
import dev.pageturner.openapi.mockserver.internal.answer.SampleAnswer;
import dev.pageturner.openapi.mockserver.internal.data.Data;
import dev.pageturner.openapi.mockserver.internal.fault.Script;
import dev.pageturner.openapi.mockserver.internal.fault.ScriptedFault;
import dev.pageturner.openapi.mockserver.internal.fault.Twist;
import dev.pageturner.openapi.mockserver.internal.item.ItemHandler;
import dev.pageturner.openapi.mockserver.internal.list.ListHandler;
import dev.pageturner.openapi.mockserver.internal.list.ListPlan;
import dev.pageturner.openapi.mockserver.internal.rate.RateWindow;
import dev.pageturner.openapi.mockserver.internal.request.Asked;
import dev.pageturner.openapi.mockserver.internal.request.CredentialCheck;
import dev.pageturner.openapi.mockserver.internal.request.Refusal;
import dev.pageturner.openapi.mockserver.internal.request.RequestCheck;
import dev.pageturner.openapi.mockserver.internal.request.RequestLog;
import dev.pageturner.openapi.mockserver.internal.request.Route;
import dev.pageturner.openapi.mockserver.internal.request.Routes;
import dev.pageturner.openapi.model.Operation;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Answers the requests to one document's API. */
public final class ApiDispatcher extends Dispatcher {
  private final Blueprint blueprint;
  private final MockOptions options;
  private final String basePath;
  private final ListHandler lists;
  private final ItemHandler items;
  private final SampleAnswer samples;
  private final CredentialCheck credentials;
  private final Errors errors;
  private final RequestLog log;
  private final Pause pause = new Pause();
  private final Responses responses = new Responses(pause);
  private final IdentityHashMap<Operation, Script> scripts = new IdentityHashMap<>();
  private volatile @Nullable RateWindow limit;

  public ApiDispatcher(Blueprint blueprint, MockOptions options) {
    this.blueprint = blueprint;
    this.options = options;
    this.basePath = blueprint.basePath();
    Data data = new Data(options.items());
    this.lists = new ListHandler(blueprint.samples(), options, data);
    this.items = new ItemHandler(blueprint.catalogue(), options, data);
    this.samples = new SampleAnswer(blueprint.samples(), options);
    this.credentials = new CredentialCheck(blueprint.document());
    this.errors = new Errors(blueprint.samples());
    this.log = new RequestLog(options.recordedRequests());
  }

  public RequestLog log() {
    return log;
  }

  ListHandler lists() {
    return lists;
  }

  public Script script(Operation operation) {
    synchronized (scripts) {
      return scripts.computeIfAbsent(operation, same -> new Script());
    }
  }

  public void limit(@Nullable RateWindow window) {
    limit = window;
  }

  @Override
  public MockResponse dispatch(RecordedRequest recorded) throws InterruptedException {
    MockRequest request = Received.of(recorded);
    pause.of(options.latency());
    @Nullable Operation operation = null;
    try {
      Routes.Match match = match(request, recorded.getUrl());
      operation = match.route().operation();
      log.add(operation, request);
      return respond(match, request);
    } catch (Refusal refusal) {
      if (operation == null) {
        log.add(null, request);
      }
      return refused(operation, refusal);
    }
  }

  private MockResponse refused(@Nullable Operation operation, Refusal refusal) {
    Answer answer = errors.answer(operation, refusal.status(), refusal.text());
    return responses.of(answer.withAll(refusal.headers()), List.of());
  }

  private Routes.Match match(MockRequest request, HttpUrl url) throws Refusal {
    String path = request.path();
    if (!path.startsWith(basePath + "/") && !path.equals(basePath)) {
      throw new Refusal(404, "the paths of this API begin with " + basePath);
    }
    String rest = path.substring(basePath.length());
    return blueprint.routes().match(request.method(), rest.isEmpty() ? "/" : rest, url);
  }

  private MockResponse respond(Routes.Match match, MockRequest request)
      throws Refusal, InterruptedException {
    Operation operation = match.route().operation();
    RateWindow window = limit;
    if (window != null) {
      RateWindow.Verdict verdict = window.ask();
      Answer answer = verdict.allowed()
          ? null
          : errors.answer(operation, 429, "too many requests").withAll(verdict.headers());
      return answer == null
          ? faulty(match, request, verdict.headers())
          : responses.of(answer, List.of());
    }
    return faulty(match, request, Map.of());
  }

  private MockResponse faulty(Routes.Match match, MockRequest request, Map<String, String> headers)
      throws Refusal, InterruptedException {
    Operation operation = match.route().operation();
    Script script = script(operation);
    script.count();
    if (options.requireCredentials()) {
      credentials.check(operation, request);
    }
    RequestCheck.check(operation, request);
    String host = request.header("Host").orElse("localhost");
    Asked asked = Asked.of(request, "http://" + host, match.path());
    Optional<ListPlan> list = blueprint.list(operation, options.seed());
    List<ScriptedFault> faults = script.due(list.isPresent() ? lists.page(list.get(), asked) : 0);
    for (ScriptedFault fault : faults) {
      before(fault, list, asked);
    }
    Answer answer = replaced(operation, faults).orElse(null);
    if (answer == null) {
      answer = list.isPresent()
          ? lists.answer(list.get(), asked, twist(faults))
          : other(match.route(), asked);
    }
    return responses.of(answer.withAll(headers), faults);
  }

  private void before(ScriptedFault fault, Optional<ListPlan> list, Asked asked)
      throws InterruptedException {
    switch (fault.kind()) {
      case DELAY -> pause.of(fault.duration());
      case INSERT -> list.ifPresent(plan -> Data.insert(lists.rows(plan, asked), fault.number()));
      case DELETE -> list.ifPresent(plan -> Data.delete(lists.rows(plan, asked), fault.number()));
      default -> {}
    }
  }

  private Optional<Answer> replaced(Operation operation, List<ScriptedFault> faults) {
    return faults.stream()
        .filter(fault -> fault.kind() == ScriptedFault.Kind.STATUS
            || fault.kind() == ScriptedFault.Kind.EXPIRED_CURSOR)
        .findFirst()
        .map(fault -> fault
            .body()
            .map(body -> Answer.text(fault.number(), "application/json", body))
            .orElseGet(() -> errors.answer(operation, fault.number(), "a scripted fault")));
  }

  private static Twist twist(List<ScriptedFault> faults) {
    return faults.stream()
        .map(ScriptedFault::twist)
        .filter(twist -> twist.kind() != Twist.Kind.NONE)
        .findFirst()
        .orElse(Twist.NONE);
  }

  private Answer other(Route route, Asked asked) throws Refusal {
    Optional<Answer> item = items.answer(route, asked);
    return item.isPresent() ? item.get() : samples.answer(route.operation());
  }

  @Override
  public void close() {
    pause.end();
  }
}
