package dev.pageturner.openapi.mockserver.internal.server;

import dev.pageturner.json.RawJson;
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
import dev.pageturner.openapi.mockserver.internal.list.ListCall;
import dev.pageturner.openapi.mockserver.internal.list.ListHandler;
import dev.pageturner.openapi.mockserver.internal.rate.CostQuota;
import dev.pageturner.openapi.mockserver.internal.rate.RateWindow;
import dev.pageturner.openapi.mockserver.internal.rate.Verdict;
import dev.pageturner.openapi.mockserver.internal.request.Asked;
import dev.pageturner.openapi.mockserver.internal.request.CredentialCheck;
import dev.pageturner.openapi.mockserver.internal.request.QueryMethod;
import dev.pageturner.openapi.mockserver.internal.request.Refusal;
import dev.pageturner.openapi.mockserver.internal.request.RequestCheck;
import dev.pageturner.openapi.mockserver.internal.request.RequestLog;
import dev.pageturner.openapi.mockserver.internal.request.Route;
import dev.pageturner.openapi.mockserver.internal.request.Routes;
import dev.pageturner.openapi.mockserver.internal.trait.TraitName;
import dev.pageturner.openapi.mockserver.internal.trait.Traits;
import dev.pageturner.openapi.model.Operation;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final Traits ownTraits;
  private final Optional<CostQuota> quota;
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
    Map<String, String> written = new LinkedHashMap<>();
    options.traits().forEach(trait -> written.put(trait.name(), trait.value()));
    this.ownTraits = Traits.of(written);
    Traits general = blueprint.traits().all().and(ownTraits);
    this.quota = general
        .number(TraitName.QUOTA)
        .map(points ->
            new CostQuota(points, general.time(TraitName.QUOTA).orElseThrow(), options.clock()));
  }

  public RequestLog log() {
    return log;
  }

  /** {@return the traits of an operation, the options of the server before the document} */
  public Traits traits(Operation operation) {
    return blueprint.traits().of(operation).and(ownTraits);
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
      return responses.to(request.method(), respond(match, request));
    } catch (Refusal refusal) {
      if (operation == null) {
        log.add(null, request);
      }
      return responses.to(request.method(), refused(operation, refusal));
    }
  }

  private MockResponse refused(@Nullable Operation operation, Refusal refusal) {
    Answer answer =
        errors.answer(operation, refusal.status(), refusal.text()).withAll(refusal.headers());
    for (Map.Entry<List<String>, RawJson> member : refusal.members().entrySet()) {
      answer = answer.withMember(member.getKey(), member.getValue());
    }
    return responses.of(answer, List.of());
  }

  private Routes.Match match(MockRequest request, HttpUrl url) throws Refusal {
    String path = request.path();
    if (!path.startsWith(basePath + "/") && !path.equals(basePath)) {
      throw new Refusal(404, "the paths of this API begin with " + basePath);
    }
    String rest = path.substring(basePath.length());
    String method = request.method();
    Routes.Match match =
        blueprint.routes().match(methods(method), rest.isEmpty() ? "/" : rest, url);
    Operation operation = match.route().operation();
    boolean query = method.equals("QUERY") && !operation.method().equals("QUERY");
    return query && !isQueryable(operation)
        ? blueprint.routes().match(List.of(method), rest.isEmpty() ? "/" : rest, url)
        : match;
  }

  /** HEAD is a GET without a body (RFC 9110), and QUERY one with a body. */
  private static List<String> methods(String method) {
    return switch (method) {
      case "HEAD" -> List.of("HEAD", "GET");
      case "QUERY" -> List.of("QUERY", "GET", "POST");
      default -> List.of(method);
    };
  }

  private boolean isQueryable(Operation operation) {
    return traits(operation).has(TraitName.QUERY)
        && blueprint
            .list(operation, options.seed())
            .filter(plan -> plan.suits(TraitName.QUERY))
            .isPresent();
  }

  private MockResponse respond(Routes.Match match, MockRequest request)
      throws Refusal, InterruptedException {
    RateWindow window = limit;
    return window == null
        ? faulty(match, request, Map.of())
        : faulty(match, request, allowed(window.ask()));
  }

  /** {@return what an answer says about a limit; a request that is too much is refused} */
  private static Map<String, String> allowed(Verdict verdict) throws Refusal {
    if (!verdict.allowed()) {
      throw new Refusal(429, "too many requests", verdict.headers());
    }
    return verdict.headers();
  }

  private MockResponse faulty(Routes.Match match, MockRequest request, Map<String, String> headers)
      throws Refusal, InterruptedException {
    Operation operation = match.route().operation();
    Script script = script(operation);
    script.count();
    if (options.requireCredentials()) {
      credentials.check(operation, request);
    }
    Asked asked = asked(match, request);
    Optional<ListCall> list = blueprint
        .list(operation, options.seed())
        .map(plan -> lists.call(plan, asked, traits(operation)));
    Map<String, String> cost = quota.isPresent() ? allowed(quota.get().ask(cost(list))) : Map.of();
    List<ScriptedFault> faults = script.due(list.isPresent() ? list.get().page() : 0);
    for (ScriptedFault fault : faults) {
      before(fault, list);
    }
    Answer answer = replaced(operation, faults).orElse(null);
    if (answer == null) {
      answer = list.isPresent()
          ? list.get().answer(twist(faults)).withAll(accepted(operation))
          : other(match.route(), asked);
    }
    return responses.of(answer.withAll(headers).withAll(cost), faults);
  }

  private static long cost(Optional<ListCall> list) throws Refusal {
    return list.isPresent() ? list.get().size() : 1;
  }

  private Map<String, String> accepted(Operation operation) {
    return isQueryable(operation) ? Map.of("Accept-Query", QueryMethod.ACCEPTED) : Map.of();
  }

  private Asked asked(Routes.Match match, MockRequest request) throws Refusal {
    Operation operation = match.route().operation();
    boolean query = request.method().equals("QUERY") && operation.method().equals("GET");
    MockRequest meant = query ? QueryMethod.asGet(request) : request;
    RequestCheck.check(operation, meant);
    Set<String> understood = new HashSet<>(match.route().fixed());
    understood.addAll(credentials.parameters());
    String host = request.header("Host").orElse("localhost");
    return Asked.of(meant, "http://" + host, match.path(), understood);
  }

  private void before(ScriptedFault fault, Optional<ListCall> list) throws InterruptedException {
    switch (fault.kind()) {
      case DELAY -> pause.of(fault.duration());
      case INSERT -> list.ifPresent(call -> Data.insert(call.rows(), fault.number()));
      case DELETE -> list.ifPresent(call -> Data.delete(call.rows(), fault.number()));
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
