package dev.pageturner;

import com.squareup.moshi.JsonAdapter;
import dev.pageturner.content.Body;
import dev.pageturner.content.Download;
import dev.pageturner.content.ParameterStyle;
import dev.pageturner.events.EventOptions;
import dev.pageturner.events.ServerEvent;
import dev.pageturner.internal.content.Parameters;
import dev.pageturner.internal.content.Payloads;
import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.http.CancelHandle;
import dev.pageturner.internal.http.Payload;
import dev.pageturner.internal.http.Receiver;
import dev.pageturner.internal.http.RequestParts;
import dev.pageturner.internal.http.Warnings;
import dev.pageturner.internal.json.Deviations;
import dev.pageturner.internal.paging.ChangeAdapter;
import dev.pageturner.internal.paging.HttpPages;
import dev.pageturner.internal.streams.EventData;
import dev.pageturner.internal.streams.EventStream;
import dev.pageturner.internal.streams.HttpDownload;
import dev.pageturner.internal.streams.JsonLine;
import dev.pageturner.internal.streams.JsonLineStream;
import dev.pageturner.internal.streams.StreamSource;
import dev.pageturner.internal.text.HeaderText;
import dev.pageturner.internal.url.PathTemplate;
import dev.pageturner.internal.url.PathTemplate.Encoded;
import dev.pageturner.internal.url.PercentEncoding;
import dev.pageturner.internal.walk.WalkedPages;
import dev.pageturner.json.RawJson;
import dev.pageturner.page.Change;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Removals;
import dev.pageturner.sequence.LazyIterable;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A request that is being put together. Immutable: each method gives back another request. Nothing
 * is sent before {@link #get}, {@link #post} and the like, or before a list is iterated.
 */
public final class ApiRequest {
  static {
    RequestParts.accessBy(request -> ((ApiRequest) request).parts());
  }

  private final ApiClient client;
  private final PathTemplate template;
  private final Map<String, Object> path;
  private final String query;
  private final Headers headers;
  private final @Nullable Payload payload;
  private final @Nullable String method;
  private final boolean repeatable;
  private final @Nullable Duration timeout;
  private final @Nullable String idempotencyHeader;
  private final Pagination pagination;

  ApiRequest(ApiClient client, String template) {
    this.client = client;
    this.template = PathTemplate.parse(template);
    this.path = Map.of();
    this.query = "";
    this.headers = client.headers();
    this.payload = null;
    this.method = null;
    this.repeatable = false;
    this.timeout = null;
    this.idempotencyHeader = null;
    this.pagination = Pagination.detect();
  }

  private ApiRequest(ApiRequest from, Draft change) {
    this.client = from.client;
    this.template = from.template;
    this.path = change.path;
    this.query = change.query;
    this.headers = change.headers;
    this.payload = change.payload;
    this.method = change.method;
    this.repeatable = change.repeatable;
    this.timeout = change.timeout;
    this.idempotencyHeader = change.idempotencyHeader;
    this.pagination = change.pagination;
  }

  /** The parts of a request on the way to the next one. */
  private static final class Draft {
    private Map<String, Object> path;
    private String query;
    private Headers headers;
    private @Nullable Payload payload;
    private @Nullable String method;
    private boolean repeatable;
    private @Nullable Duration timeout;
    private @Nullable String idempotencyHeader;
    private Pagination pagination;

    Draft(ApiRequest from) {
      this.path = from.path;
      this.query = from.query;
      this.headers = from.headers;
      this.payload = from.payload;
      this.method = from.method;
      this.repeatable = from.repeatable;
      this.timeout = from.timeout;
      this.idempotencyHeader = from.idempotencyHeader;
      this.pagination = from.pagination;
    }
  }

  /**
   * Sets a path parameter, which is encoded as one segment.
   *
   * @param name the name in braces
   * @param value its value
   * @throws IllegalArgumentException if the value is empty, {@code .} or {@code ..}, which would
   *     address something else
   */
  public ApiRequest path(String name, Object value) {
    Draft change = new Draft(this);
    change.path = new HashMap<>(path);
    change.path.put(name, Objects.requireNonNull(value, name));
    return new ApiRequest(this, change);
  }

  /**
   * Sets a path parameter, written in a style.
   *
   * @param name the name in braces
   * @param value text, a number, a list, or an object
   * @param style how it is written
   * @throws IllegalArgumentException if nothing is left of the value, or it makes a segment
   *     {@code .} or {@code ..}; the latter is found out when the request is sent
   */
  public ApiRequest path(String name, Object value, ParameterStyle style) {
    Objects.requireNonNull(value, name);
    return path(name, new Encoded(Parameters.path(name, json(value), style)));
  }

  /** Adds a query parameter, encoded once; the same name may be added again. */
  public ApiRequest query(String name, Object value) {
    Draft change = new Draft(this);
    Objects.requireNonNull(value, name);
    String pair = PercentEncoding.encode(name) + '=' + PercentEncoding.encode(value.toString());
    change.query = query.isEmpty() ? pair : query + '&' + pair;
    return new ApiRequest(this, change);
  }

  /**
   * Adds a query parameter, written in a style; null leaves it out.
   *
   * @param name the parameter's name
   * @param value text, a number, a list, or an object: a map, or what an adapter writes as one
   * @param style how it is written
   */
  public ApiRequest query(String name, @Nullable Object value, ParameterStyle style) {
    String pairs = value == null ? "" : Parameters.query(name, json(value), style);
    if (pairs.isEmpty()) {
      return this;
    }
    Draft change = new Draft(this);
    change.query = query.isEmpty() ? pairs : query + '&' + pairs;
    return new ApiRequest(this, change);
  }

  private RawJson json(Object value) {
    return client.values().json(value);
  }

  /** Sets a header of this request, for a list of each of its pages. */
  public ApiRequest header(String name, String value) {
    Draft change = new Draft(this);
    change.headers =
        headers.newBuilder().set(name, HeaderText.checked(name, value)).build();
    return new ApiRequest(this, change);
  }

  /**
   * Sets a header, written in a style; null leaves it out.
   *
   * @throws IllegalArgumentException if the value holds what no header can; it is not repeated
   */
  public ApiRequest header(String name, @Nullable Object value, ParameterStyle style) {
    return value == null ? this : header(name, Parameters.header(name, json(value), style));
  }

  /**
   * Adds a cookie, written in a style; null leaves it out.
   *
   * @throws IllegalArgumentException if the value holds what no cookie can; it is not repeated
   */
  public ApiRequest cookie(String name, @Nullable Object value, ParameterStyle style) {
    String pairs = value == null ? "" : Parameters.cookie(name, json(value), style);
    String before = headers.get("Cookie");
    if (pairs.isEmpty()) {
      return this;
    }
    return header("Cookie", before == null ? pairs : before + "; " + pairs);
  }

  /**
   * Sets the body: a value that Moshi can write, a map, a list or {@link RawJson}, or a
   * {@link Body} of another kind; null for none. A null member of a map is sent as {@code null}. A
   * list with a body is fetched by POST unless {@link #method} says otherwise.
   *
   * @throws IllegalArgumentException if a part of the value has no adapter or no form in JSON
   */
  public ApiRequest body(@Nullable Object body) {
    Draft change = new Draft(this);
    change.payload = body == null ? null : payload(body);
    return new ApiRequest(this, change);
  }

  private Payload payload(Object body) {
    return body instanceof Body other
        ? new Payloads(client.values()).of(other)
        : Payload.json(client.values().text(body));
  }

  /**
   * Sets the method by which a list is fetched. Default: {@code POST} with a body, else
   * {@code GET}.
   *
   * <p>{@code QUERY} reads by a body (RFC 10008): it is retried and redirected like a GET, 301,
   * 302, 307 and 308 keep its body, 303 is followed by GET.
   *
   * @param method the method, such as {@code QUERY}
   * @throws IllegalArgumentException when the list is made, if this is no method
   */
  public ApiRequest method(String method) {
    Draft change = new Draft(this);
    change.method = Objects.requireNonNull(method, "method");
    return new ApiRequest(this, change);
  }

  /**
   * Declares that the request may be sent twice, so that it is retried like a GET: a search by
   * POST, for one.
   */
  public ApiRequest repeatable() {
    Draft change = new Draft(this);
    change.repeatable = true;
    return new ApiRequest(this, change);
  }

  /**
   * Sends a key with the request, a new one for each call, or page of a list, and the same one
   * whenever that call is repeated, so that a server that knows such keys acts once. The request is
   * then retried like a GET. A bad idea with a server that does not know them.
   *
   * @param header the header, {@code Idempotency-Key} as a rule
   */
  public ApiRequest idempotencyKey(String header) {
    Draft change = new Draft(this);
    change.idempotencyHeader = header;
    HeaderText.checked(header, "");
    return new ApiRequest(this, change);
  }

  /**
   * Sends this key with the request, where {@link #idempotencyKey(String)} makes a new one: a key
   * that an earlier run of the application has sent already, say. For single calls: the pages of a
   * list would all have the same key.
   *
   * @param header the header, {@code Idempotency-Key} as a rule
   * @param key the key
   */
  public ApiRequest idempotencyKey(String header, String key) {
    return header(header, key).repeatable();
  }

  /**
   * Limits the time for the call with all its retries and waits; of a list, for each page.
   *
   * @param timeout more than zero
   */
  public ApiRequest timeout(Duration timeout) {
    if (timeout.isZero() || timeout.isNegative()) {
      throw new IllegalArgumentException("timeout is not positive: " + timeout);
    }
    Draft change = new Draft(this);
    change.timeout = timeout;
    return new ApiRequest(this, change);
  }

  /** Says how the list pages; without it, that is recognised from the first response. */
  public ApiRequest pagination(Pagination pagination) {
    Draft change = new Draft(this);
    change.pagination = Objects.requireNonNull(pagination, "pagination");
    return new ApiRequest(this, change);
  }

  /** {@return the items of the list, decoded to {@code type}; nothing is sent yet} */
  public <T> PagedIterable<T> list(Class<T> type) {
    return pages(client.moshi().adapter(type));
  }

  /**
   * {@return the items of the list, decoded to {@code type}, which the caller says is {@code T}}
   */
  public <T> PagedIterable<T> list(Type type) {
    return pages(client.moshi().adapter(type));
  }

  /** {@return the items of the list as they are, each number and name as it was sent} */
  public PagedIterable<RawJson> list() {
    return list(RawJson.class);
  }

  /**
   * {@return the items of the list as changes: each as it is now, or, where it says that it was
   * removed in one of the {@linkplain Removals#usual() usual} ways, its key}
   *
   * @param type what an item that is there is decoded to
   */
  public <T> PagedIterable<Change<T>> changes(Class<T> type) {
    return changes(type, Removals.usual());
  }

  /**
   * {@return the items of the list as changes}
   *
   * @param type what an item that is there is decoded to
   * @param removals where an item has its key, and where it says that it was removed
   */
  public <T> PagedIterable<Change<T>> changes(Type type, Removals removals) {
    return pages(new ChangeAdapter<T>(client.moshi().adapter(type), removals));
  }

  private <T> PagedIterable<T> pages(JsonAdapter<T> adapter) {
    HttpPages<T> source = new HttpPages<>(
        client.transport(), call(listMethod()), pagination, adapter, client.bounds());
    return WalkedPages.of(source).listener(client.listener());
  }

  /**
   * {@return the data of Server-Sent Events, each as soon as it has arrived: tokens of a language
   * model, say}
   *
   * <p>{@code [DONE]} ends the sequence, and an error event is thrown as an error of kind
   * {@code API_ERROR}. Fetched by POST if there is a body, else by GET. Each iterator is a
   * connection of its own, which ends with it.
   *
   * <p>A stream that breaks is connected again: before its first event if the request may be sent
   * twice, as that of a GET, or of a POST with {@link #repeatable()} or {@link #idempotencyKey};
   * and after it if the request only reads, is declared repeatable, or has another one to go on by
   * ({@link EventOptions.Builder#resumeAt}), and the events have ids, or numbers that
   * {@link EventOptions.Builder#resumeFrom} names. It may be silent for 5 minutes.
   *
   * @param type what the data of each event is decoded to; {@link ServerEvent} for the events as
   *     they are, {@code String} for their data
   * @param <T> the data
   */
  public <T> LazyIterable<T> events(Class<T> type) {
    return events(type, EventOptions.standard());
  }

  /**
   * {@return the data of Server-Sent Events, as {@link #events(Class)} has it}
   *
   * @param type what the data is decoded to
   * @param options what ends the stream, its bounds, when and from where it is connected again
   * @param <T> the data
   */
  public <T> LazyIterable<T> events(Class<T> type, EventOptions options) {
    ApiCall call = streamCall("text/event-stream");
    EventStream events =
        new EventStream(new StreamSource(client.transport(), call, client.listener()), options);
    return EventData.of(type, client.moshi(), client.listener())
        .from(events, call.url().encodedPath());
  }

  /**
   * {@return the items of newline-delimited JSON, each as soon as its line has arrived}
   *
   * <p>An answer of type {@code application/json-seq}, or {@code …+json-seq}, is read as a JSON
   * text sequence (RFC 7464). A request that is to ask for one, or for {@code application/jsonl},
   * says so in a header {@code Accept}; {@code application/x-ndjson} is asked for otherwise.
   * Fetched by POST if there is a body, else by GET. A line may have 16 MiB.
   *
   * @param type what each line is decoded to
   * @param <T> the items
   */
  public <T> LazyIterable<T> jsonLines(Class<T> type) {
    StreamSource source =
        new StreamSource(client.transport(), parts().lineCall(), client.listener());
    return new JsonLineStream<>(
        source,
        Deviations.telling(client.moshi().adapter(type), Warnings.to(client.listener())),
        JsonLine.LONGEST);
  }

  private ApiCall streamCall(String mediaType) {
    return parts().streamCall(mediaType);
  }

  private RequestParts parts() {
    return new RequestParts(
        client.transport(),
        client.moshi(),
        client.bounds(),
        client.listener(),
        this::call,
        listMethod());
  }

  private String listMethod() {
    return method != null ? method : payload == null ? "GET" : "POST";
  }

  /**
   * {@return the object}
   *
   * <p>An answer with status 202 is waited for: as the server says by {@code Retry-After} or
   * {@code Location} within the time of the call, else with the waits of the retry policy.
   */
  public <T> T get(Class<T> type) {
    return required("GET", client.moshi().adapter(type));
  }

  /** {@return the object, decoded to {@code type}, which the caller says is {@code T}} */
  @SuppressWarnings("TypeParameterUnusedInFormals") // A Type has no type to take it from.
  public <T> T get(Type type) {
    return required("GET", client.moshi().<T>adapter(type));
  }

  /** {@return what the server answers to a POST} */
  public <T> T post(Class<T> type) {
    return required("POST", client.moshi().adapter(type));
  }

  /** {@return what the server answers to a PUT} */
  public <T> T put(Class<T> type) {
    return required("PUT", client.moshi().adapter(type));
  }

  /** {@return what the server answers to a PATCH} */
  public <T> T patch(Class<T> type) {
    return required("PATCH", client.moshi().adapter(type));
  }

  /** Deletes; an answer with content is left unread. */
  public void delete() {
    send("DELETE");
  }

  /**
   * {@return the answer with its status and headers}
   *
   * @param method the HTTP method
   * @param type what the content is decoded to, if there is any; {@code Void.class} to leave it
   *     unread
   * @param <T> the content, as the caller says
   */
  public <T> ApiResponse<T> send(String method, Type type) {
    return type == Void.class
        ? unread(method)
        : new ObjectCall<>(client, seen(call(method)), client.moshi().<T>adapter(type)).response();
  }

  /**
   * {@return the object that answers}
   *
   * @param method the HTTP method
   * @param type what the content is decoded to
   * @param <T> the content, as the caller says
   */
  @SuppressWarnings("TypeParameterUnusedInFormals") // A Type has no type to take it from.
  public <T> T object(String method, Type type) {
    return required(method, client.moshi().<T>adapter(type));
  }

  /** Sends the request; an answer with content is left unread. */
  public void send(String method) {
    unread(method);
  }

  private <T> ApiResponse<T> unread(String method) {
    JsonAdapter<T> unused = client.moshi().adapter((Type) RawJson.class);
    return new ObjectCall<>(client, seen(call(method)), unused).unread();
  }

  /** Who sees the status can tell by himself that there is no answer yet. */
  private static ApiCall seen(ApiCall call) {
    return call.accepting(ApiCall.ACCEPTED_ONLY);
  }

  /** {@return the content of the answer as it arrives; to be closed} */
  public Download download(String method) {
    return received(method, HttpDownload.receiver(client.bounds().whole()));
  }

  /** {@return the content of the answer as text} */
  public String text(String method) {
    return received(method, HttpDownload.text(client.bounds().whole()));
  }

  private <R> R received(String method, Receiver<R> receiver) {
    return client.transport().send(call(method), client.listener(), receiver, new CancelHandle());
  }

  private <T> T required(String how, JsonAdapter<T> adapter) {
    return new ObjectCall<>(client, call(how), adapter).required();
  }

  private ApiCall call(String how) {
    HttpUrl url = template.expand(client.base(), path);
    String whole = url.encodedQuery() == null ? query : url.encodedQuery() + '&' + query;
    if (!query.isEmpty()) {
      url = url.newBuilder().encodedQuery(whole).build();
    }
    return new ApiCall(
        how, url, headers, payload, repeatable, timeout, idempotencyHeader, Set.of());
  }
}
