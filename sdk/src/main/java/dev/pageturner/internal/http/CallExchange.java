package dev.pageturner.internal.http;

import dev.pageturner.auth.Authorization;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.error.RequestInfo;
import dev.pageturner.internal.hints.ServerHint;
import dev.pageturner.internal.http.Failures.KeptConnectionLost;
import dev.pageturner.internal.retry.Attempt;
import dev.pageturner.internal.retry.Failure;
import dev.pageturner.internal.retry.RetryDecision;
import dev.pageturner.internal.retry.RetryRules;
import dev.pageturner.internal.time.Nanos;
import dev.pageturner.internal.url.NextLink;
import dev.pageturner.internal.url.Origin;
import dev.pageturner.internal.url.PercentEncoding;
import dev.pageturner.internal.url.SafeUrl;
import dev.pageturner.page.TraversalEvent;
import dev.pageturner.page.TraversalListener;
import dev.pageturner.rate.RateLimit.Wait;
import dev.pageturner.retry.Backoff;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import okhttp3.Call;
import okhttp3.Cookie;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * One call from its first request to its end: which request to send now, what a response or a
 * failure means. It decides and does nothing; {@link Transport} sends and waits, sdk-async
 * likewise.
 *
 * <p>Not safe for threads; it is handed on from one step to the next.
 */
public final class CallExchange {
  private static final int MOST_REDIRECTS = 20;
  private static final int LONGEST_EXCERPT = 200;

  /** What goes to another origin too; all other headers may be secrets. */
  private static final Set<String> PUBLIC_HEADERS =
      Set.of("accept", "accept-language", "content-type", "user-agent");

  private static final Set<String> NEED_A_BODY = Set.of("POST", "PUT", "PATCH", "QUERY");

  /** By these, status 202 says that there is no answer yet. */
  private static final Set<String> POLLED = Set.of("GET", "QUERY");

  /** How often to ask for an answer that is not ready, where the server says only where. */
  private static final Backoff POLLING =
      Backoff.exponential(Duration.ofSeconds(1), Duration.ofSeconds(30));

  private final TransportSettings settings;
  private final TraversalListener listener;
  private final long started = System.nanoTime();
  private final String idempotencyKey = UUID.randomUUID().toString();
  private ApiCall call;
  private HttpUrl url;
  private Authorization authorization = new Authorization();
  private boolean renewed;
  private int redirects;
  private int polls;
  private int sent;
  private int retries;
  private @Nullable PageturnerException earlier;
  private volatile @Nullable Call sentAs;
  private volatile boolean broken;

  /** Begins a call. */
  public CallExchange(TransportSettings settings, ApiCall call, TraversalListener listener) {
    this.settings = settings;
    this.call = call;
    // What a listener throws must not break a call: listeners that are joined are guarded.
    this.listener = listener.and(TraversalListener.none());
    this.url = call.url();
    settings.retryBudget().onCall();
  }

  /** What to do after a request. */
  public sealed interface Step {
    /** Take the response over: it is the answer. */
    record Deliver() implements Step {}

    /**
     * Send {@link #request()} again.
     *
     * @param delay how long to wait first
     */
    record Again(Duration delay) implements Step {}

    /**
     * End with an error.
     *
     * @param error the error
     */
    record Fail(PageturnerException error) implements Step {}
  }

  /** {@return the request to send now, with credentials if it goes to the configured origin} */
  Request request() throws IOException {
    Request.Builder request = new Request.Builder();
    HttpUrl target = url;
    if (isForeign() && call.payload() != null) {
      throw new PageturnerException.Paging(
          Kind.UNSAFE_LINK,
          "a link leads the body to another origin; not sent: " + shown(),
          info());
    } else if (isForeign()) {
      request.headers(publicHeaders());
      target = withoutOurSecrets();
    } else {
      authorization = new Authorization();
      authorize();
      Headers.Builder headers = call.headers().newBuilder();
      if (call.idempotencyHeader() != null) {
        headers.set(call.idempotencyHeader(), idempotencyKey);
      }
      authorization.headers().forEach(headers::set);
      addCookies(headers);
      request.headers(headers.build());
      HttpUrl.Builder withSecrets = target.newBuilder();
      authorization.query().forEach(withSecrets::setQueryParameter);
      target = authorization.query().isEmpty() ? target : withSecrets.build();
    }
    request.url(target);
    request.method(call.method(), body());
    request.tag(ApiCall.class, call);
    sent++;
    return request.build();
  }

  /** One header holds all cookies, those of the caller too (RFC 6265, section 5.4). */
  private void addCookies(Headers.Builder headers) {
    List<String> pairs = new ArrayList<>();
    String own = headers.get("Cookie");
    if (own != null) {
      pairs.add(own);
    }
    authorization.cookies().forEach((name, value) -> pairs.add(name + '=' + value));
    kept().forEach(cookie -> pairs.add(cookie.name() + '=' + cookie.value()));
    if (!pairs.isEmpty()) {
      headers.set("Cookie", String.join("; ", pairs));
    }
  }

  private List<Cookie> kept() {
    Cookies cookies = settings.cookies();
    return cookies == null || isForeign() ? List.of() : cookies.of(url);
  }

  private void keep(Response response) {
    if (settings.cookies() != null && !isForeign()) {
      settings.cookies().save(url, response);
    }
  }

  private void authorize() throws IOException {
    asked(() -> {
      settings.credentials().authorize(authorization);
      return true;
    });
  }

  private boolean renewCredentials() throws IOException {
    return asked(() -> settings.credentials().renew(authorization));
  }

  /** What the application's credentials throw is theirs; what they refuse is said as it is. */
  private static boolean asked(CancelHandle.Waiting<Boolean> question) throws IOException {
    try {
      return question.get();
    } catch (PageturnerException | IllegalArgumentException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new PageturnerException.Callback("the credentials failed", e);
    }
  }

  private @Nullable RequestBody body() {
    Payload payload = call.payload();
    if (payload != null) {
      return payload.body();
    }
    return NEED_A_BODY.contains(call.method()) ? RequestBody.EMPTY : null;
  }

  /** A server may repeat our own parameters in a link that leads elsewhere. */
  private HttpUrl withoutOurSecrets() {
    HttpUrl.Builder target = url.newBuilder();
    settings.secretNames().forEach(target::removeAllQueryParameters);
    return target.build();
  }

  /** Takes note of the request that is under way. */
  void sending(Call call) {
    this.sentAs = call;
  }

  /** Cancels the request under way: what is left of its body is of no use. */
  void abandon() {
    Call sent = sentAs;
    if (sent != null) {
      sent.cancel();
    }
  }

  /** {@return whether the request goes to another origin than the configured one} */
  boolean isForeign() {
    return !Origin.of(url).equals(settings.origin());
  }

  private Headers publicHeaders() {
    Headers.Builder headers = new Headers.Builder();
    for (Map.Entry<String, List<String>> header : call.headers().toMultimap().entrySet()) {
      if (PUBLIC_HEADERS.contains(header.getKey().toLowerCase(Locale.ROOT))) {
        header.getValue().forEach(value -> headers.add(header.getKey(), value));
      }
    }
    return headers.build();
  }

  /** {@return what to do with a response} */
  Step answered(Response response, ServerHint hint) throws IOException {
    int status = response.code();
    keep(response);
    boolean successful = status >= 200 && status < 300;
    if (status == 202 && POLLED.contains(call.method()) && !call.accepted().contains(status)) {
      return notReady(response, hint);
    } else if (successful || call.accepted().contains(status)) {
      return new Step.Deliver();
    } else if (isRedirect(response)) {
      return redirected(response);
    } else if (status == 401 && !renewed && !isForeign() && call.canBeSentAgain()) {
      renewed = true;
      if (renewCredentials()) {
        listener.on(new TraversalEvent.Retrying(sent, "new credentials after status 401"));
        return new Step.Again(Duration.ZERO);
      }
    }
    return refused(response, hint);
  }

  /**
   * A GET or QUERY that is answered by 202 has no answer yet. The server says when or where to ask
   * again, so that the time of the call is the only bound; or it says nothing, and a few retries
   * must do.
   */
  private Step notReady(Response response, ServerHint hint) {
    PageturnerException error = notReadyError(response, hint);
    Optional<Duration> said = hint.retryAfter();
    String location = response.header("Location");
    if (said.isEmpty() && location == null) {
      Attempt.Outcome outcome = new Attempt.Failed(Failure.NOT_READY);
      return decided(new Attempt(retries + 1, true, outcome, elapsed()), "status 202", error);
    }
    Duration patient = POLLING.beforeRetry(++polls);
    Duration delay = said.filter(wait -> !wait.isZero()).orElse(patient);
    if (delay.toNanos() >= nanosLeft()) {
      return new Step.Fail(error);
    } else if (location != null) {
      try {
        url = NextLink.resolve(url, location, settings.allowedOrigins(), info());
        call = call.withMethod("GET");
      } catch (PageturnerException e) {
        return new Step.Fail(e);
      }
    }
    waiting(new Wait(delay, Wait.Reason.RETRY));
    return new Step.Again(delay);
  }

  private PageturnerException notReadyError(Response response, ServerHint hint) {
    String message = "status 202 from " + shown() + ": the answer is not ready";
    StatusFacts facts = StatusFacts.of(response, hint);
    return new PageturnerException.Status(
        Kind.HTTP_STATUS,
        message,
        202,
        facts.body(),
        facts.outcome().retryAfter().orElse(null),
        info());
  }

  private static boolean isRedirect(Response response) {
    return switch (response.code()) {
      case 301, 302, 303, 307, 308 -> response.header("Location") != null;
      default -> false;
    };
  }

  /**
   * A method that only reads is kept with its body; 303 says that the answer to a QUERY is to be
   * read by GET (RFC 9110, section 15.4; RFC 10008).
   */
  private Step redirected(Response response) {
    if (response.code() <= 303 && !call.isSafe()) {
      return fail(
          Kind.HTTP_STATUS, response, " would turn " + call.method() + " into GET; not followed");
    }
    ApiCall following =
        response.code() == 303 && !call.method().equals("HEAD") ? call.withMethod("GET") : call;
    if (!following.canBeSentAgain()) {
      return fail(Kind.HTTP_STATUS, response, " after a body that can be sent but once");
    } else if (++redirects > MOST_REDIRECTS) {
      return fail(Kind.PROTOCOL, response, ": more than " + MOST_REDIRECTS + " redirects");
    }
    String location = String.valueOf(response.header("Location"));
    try {
      HttpUrl next = NextLink.resolve(url, location, settings.allowedOrigins(), info());
      boolean foreign = !Origin.of(next).equals(settings.origin());
      if (foreign && (!following.isSafe() || following.payload() != null)) {
        return fail(Kind.UNSAFE_LINK, response, " leads the body to another origin; not followed");
      }
      call = following;
      url = next;
      return new Step.Again(Duration.ZERO);
    } catch (PageturnerException e) {
      return new Step.Fail(e);
    }
  }

  private Step fail(Kind kind, Response response, String why) {
    String message = "redirect " + response.code() + " from " + shown() + why;
    return new Step.Fail(afterEarlier(
        kind == Kind.UNSAFE_LINK
            ? new PageturnerException.Paging(kind, message, info())
            : new PageturnerException.Status(kind, message, response.code(), "", null, info())));
  }

  private Step refused(Response response, ServerHint hint) {
    StatusFacts facts = StatusFacts.of(response, hint);
    Attempt attempt = new Attempt(retries + 1, call.isRepeatable(), facts.outcome(), elapsed());
    return decided(attempt, "status " + response.code(), facts.error(shown(), info()));
  }

  /**
   * {@return what to do after no usable response came}
   *
   * @param e what happened
   * @param inBody whether the response had begun
   */
  Step failed(IOException e, boolean inBody) {
    if (e instanceof KeptConnectionLost && call.isRepeatable() && call.canBeSentAgain()) {
      // It is no failure of the server that it closed what it had done with; it costs no retry.
      return new Step.Again(Duration.ZERO);
    }
    Failure failure = Failures.of(e, inBody);
    PageturnerException error =
        Failures.error(failure, e, call.method() + " " + shown() + " at " + url.host(), info());
    Attempt.Outcome outcome = new Attempt.Failed(failure);
    String what = String.valueOf(failure).toLowerCase(Locale.ROOT).replace('_', ' ');
    return decided(new Attempt(retries + 1, call.isRepeatable(), outcome, elapsed()), what, error);
  }

  /**
   * Says that the call is over: its answer was read whole, or its reader wants no more of it.
   * Unless a stream broke off, the retries have helped, and the budget gets them back. From any
   * thread.
   */
  void over() {
    if (!broken) {
      settings.retryBudget().onSuccess(retries);
    }
  }

  /** {@return what a body means that broke off while it was streamed, too late to send again} */
  public PageturnerException bodyError(IOException e) {
    broken = true;
    Call sent = sentAs;
    // A cancelled call fails in many ways: its socket is closed under the reader.
    boolean cancelled = sent != null && sent.isCanceled();
    Failure failure = cancelled ? Failure.CANCELLED : Failures.of(e, true);
    if (failure == Failure.READ_TIMEOUT && call.silence() != null) {
      String message = "nothing came for " + call.silence() + " on the open stream: "
          + call.method() + " " + shown() + "; maxSilence bounds it";
      return new PageturnerException.Transport(Kind.SILENCE, message, e, info());
    }
    return Failures.error(failure, e, call.method() + " " + shown(), info());
  }

  /** {@return the error for a body that is HTML or XML instead of JSON} */
  public PageturnerException notJson(PageBody body) {
    String type = String.valueOf(body.response().header("Content-Type"));
    // Half of a secret at the end would not be found: mask first, then cut.
    String text = masked(body.excerpt());
    String excerpt = text.substring(0, Math.min(LONGEST_EXCERPT, text.length()));
    String message = "not JSON but " + type + " from " + shown() + ": " + excerpt;
    return new PageturnerException.Content(Kind.PARSE, message, null, info());
  }

  /** {@return a text out of a response for a message, without what this call sent as a proof} */
  public String masked(String text) {
    String masked = text;
    for (String secret : secrets()) {
      masked = secret.isEmpty() ? masked : masked.replace(secret, "***");
    }
    return masked;
  }

  private static String password(String header) {
    ByteString pair =
        header.startsWith("Basic ") ? ByteString.decodeBase64(header.substring(6)) : null;
    return pair == null ? "" : pair.utf8().substring(pair.utf8().indexOf(':') + 1);
  }

  private List<String> secrets() {
    List<String> secrets = new ArrayList<>(authorization.query().values());
    secrets.addAll(authorization.cookies().values());
    kept().forEach(cookie -> secrets.add(cookie.value()));
    for (String value : authorization.headers().values()) {
      secrets.add(value.substring(value.indexOf(' ') + 1));
      secrets.add(password(value));
    }
    for (String name : call.headers().names()) {
      if (!PUBLIC_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
        secrets.addAll(call.headers().values(name));
      }
    }
    secrets.addAll(SafeUrl.secrets(call.url(), settings.secretNames()));
    secrets.addAll(secrets.stream().map(PercentEncoding::encode).toList());
    return secrets;
  }

  private Step decided(Attempt attempt, String what, PageturnerException error) {
    afterEarlier(error);
    if (!call.canBeSentAgain()) {
      return new Step.Fail(error);
    }
    RetryDecision decision =
        new RetryRules(settings.retryPolicy()).decide(attempt, settings.retryBudget());
    if (decision instanceof RetryDecision.Retry retry) {
      earlier = error;
      retries++;
      listener.on(new TraversalEvent.Retrying(retries, what));
      if (!retry.delay().isZero()) {
        waiting(new Wait(retry.delay(), Wait.Reason.RETRY));
      }
      return new Step.Again(retry.delay());
    }
    return new Step.Fail(error);
  }

  /** What became of the attempt before, and so of each of them, goes with the last error. */
  private PageturnerException afterEarlier(PageturnerException error) {
    if (earlier != null && earlier != error) {
      error.addSuppressed(earlier);
    }
    return error;
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  /** Tells the listener of a wait for a permit. */
  public void waiting(Wait wait) {
    listener.on(new TraversalEvent.Waiting(wait.duration(), wait.reason()));
  }

  /** {@return the error of a call that got no permit} */
  public PageturnerException refused(PageturnerException.RateLimited refusal) {
    String message = refusal.getMessage() + ": " + shown();
    return afterEarlier(new PageturnerException.RateLimited(message, refusal.retryAt(), info()));
  }

  /** {@return how long the call may still take, all its requests and waits included} */
  long nanosLeft() {
    Duration own = call.timeout();
    Duration limit = own == null ? settings.retryPolicy().callTimeout() : own;
    return Nanos.of(limit.minus(elapsed()));
  }

  /** {@return the URL that answered, after redirects, without what credentials added} */
  public HttpUrl url() {
    return url;
  }

  /** {@return the address for messages} */
  public String shown() {
    return SafeUrl.shown(url, settings.secretNames());
  }

  /** {@return the request for errors} */
  public RequestInfo info() {
    return new RequestInfo(call.method(), shown(), sent);
  }
}
