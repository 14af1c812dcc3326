package dev.pageturner.internal.paging;

import com.squareup.moshi.JsonAdapter;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.detect.Detection;
import dev.pageturner.internal.detect.Detector;
import dev.pageturner.internal.detect.EndFacts.Way;
import dev.pageturner.internal.detect.ItemsFinder;
import dev.pageturner.internal.detect.ItemsPath;
import dev.pageturner.internal.detect.Outline;
import dev.pageturner.internal.detect.PageMark;
import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.http.CallExchange;
import dev.pageturner.internal.http.CancelHandle;
import dev.pageturner.internal.http.PageBody;
import dev.pageturner.internal.http.Transport;
import dev.pageturner.internal.json.Deviations;
import dev.pageturner.internal.json.LineItems;
import dev.pageturner.internal.json.PathExpression;
import dev.pageturner.internal.walk.OpenPage;
import dev.pageturner.internal.walk.PageOptions;
import dev.pageturner.internal.walk.PageReader;
import dev.pageturner.page.TraversalEvent;
import dev.pageturner.page.TraversalListener;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.Place;
import dev.pageturner.position.Position;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Call;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the pages of one traversal, and decides at the first one what was left open.
 *
 * <p>It sends what a {@link PageFetch} says; who sends in another way asks for the same.
 */
public final class HttpReader<T> implements PageReader<T> {
  private final HttpPages<T> pages;
  private final PageOptions options;
  private final PageRequests requests;
  private final CancelHandle cancel = new CancelHandle();
  private final AtomicReference<byte @Nullable []> spare = new AtomicReference<>();
  private final PageHistory seen;
  private final JsonAdapter<T> adapter;
  private Runnable beforeReading = () -> {};
  private Pagination pagination;
  private @Nullable PageFormat format;
  private @Nullable Guess guess;
  private long passed = -1;

  HttpReader(HttpPages<T> pages, PageOptions options) {
    this.pages = pages;
    this.options = options;
    this.requests = pages.requests();
    this.pagination = pages.pagination();
    this.adapter = Deviations.telling(pages.adapter(), this::warn);
    this.seen = new PageHistory(pagination.isDetected() ? Way.RECOGNISED : Way.SAID);
    if (options.pageSize().isPresent() && pagination.pageSize().isEmpty()) {
      warn("the page size is not asked for: the pagination does not say how requests name it");
    }
    this.format = saidFormat(pagination);
  }

  /** {@return what to look for, where it is said where the items are} */
  private static @Nullable PageFormat saidFormat(Pagination pagination) {
    return pagination.items() instanceof Items.Found
        ? null
        : PageFormat.of(pagination, pagination.items());
  }

  @Override
  public OpenPage<T> open(Place place) {
    PageFetch<T> fetch = fetch(place);
    @Nullable OpenPage<T> page = null;
    while (page == null) {
      page = step(fetch);
    }
    return page;
  }

  private @Nullable OpenPage<T> step(PageFetch<T> fetch) {
    PageResponse response;
    try {
      response = pages.transport().send(fetch.call(), options.listener(), this::receive, cancel);
    } catch (PageturnerException e) {
      fetch.failed(e);
      return null;
    }
    return fetch.received(response);
  }

  /** {@return the calls that fetch a page} */
  public PageFetch<T> fetch(Place place) {
    return new PageFetch<>(this, place);
  }

  /** Says what to run before more bytes of a page that is streamed are read, and waited for. */
  public void beforeReading(Runnable action) {
    beforeReading = action;
  }

  /** {@return how the list pages, as far as it is known by now} */
  Pagination pagination() {
    return pagination;
  }

  /** {@return the way of paging that is still to be proved, if there is one} */
  @Nullable
  Guess guess() {
    return guess;
  }

  /** The guess was proved by a page. */
  void proved() {
    guess = null;
    seen.recognised(Way.RECOGNISED);
  }

  /** Takes another way of paging than the one that was guessed. */
  void guessAgain(Pagination another) {
    pagination = another;
    format = PageFormat.of(another, another.items());
    options
        .listener()
        .on(new TraversalEvent.Detected(another, "the parameter guessed before proved wrong"));
  }

  /** Takes the way of paging under which a checkpoint was made, where it is a likely one. */
  void takeGuess(String identity) {
    Guess now = guess;
    if (now != null && !PagingIdentity.matches(identity, pagination)) {
      now.matching(identity).ifPresent(this::guessAgain);
    }
  }

  /** Forgets what was recognised, since it was not on the first page. */
  void forget() {
    pagination = pages.pagination();
    format = saidFormat(pagination);
    guess = null;
  }

  /** Looks through the first page; if it is streamed, the signals may stand behind its items. */
  void detect(PageRequest request, PageResponse response) {
    try (HttpPage<T> first = page(request, response)) {
      while (pagination.isDetected() && first.hasNext()) {
        first.skip();
      }
      if (pagination.isDetected()) {
        first.end();
      }
    }
  }

  /** {@return the call for a page} */
  PageRequest ask(Place place) {
    int size = HttpPages.askedSize(place, pagination, options);
    seen.asked(place, size);
    if (pagination.extraItem() && size == 0) {
      throw new IllegalStateException("one extra item: say the page size, which tells it apart");
    }
    Position position = place.position();
    requireNotPassed(place);
    ApiCall call = requestsAt(place).at(position, pagination, size);
    if (!(position instanceof Position.Start)) {
      call = call.accepting(pagination.endStatuses());
    }
    Place asked = place.withSize(size);
    PageFormat known = format;
    if (position instanceof Position.Start || pagination.isDetected() || known == null) {
      return new PageRequest(call, asked);
    }
    return new PageRequest(call, asked.withPagination(known.identity()));
  }

  private PageRequests requestsAt(Place place) {
    return requests.since(place.since(), pagination);
  }

  /** Where the server moves on by itself, a page that was sent does not come again. */
  private void requireNotPassed(Place place) {
    boolean start = place.position() instanceof Position.Start;
    if (pagination.mayRepeatCursor() && !start && place.pages() <= passed) {
      throw new PageturnerException.Paging(
          PageturnerException.Kind.PROTOCOL,
          "the page cannot be asked for again: its cursor stays the same while the server moves on",
          null);
    }
  }

  /** {@return the page that a response is} */
  HttpPage<T> page(PageRequest request, PageResponse response) {
    @Nullable Outline beginning = isDecided() ? null : decide(response, request.call());
    PageContext<T> context = new PageContext<>(
        pagination,
        formatOf(response.body()),
        adapter,
        requestsAt(request.place()),
        request,
        response.exchange(),
        seen,
        options.handsOverBadItems(),
        options.sync());
    passed = Math.max(passed, request.place().pages());
    response.body().beforeReading(beforeReading);
    LateDetection late =
        beginning == null || isDecided() ? null : late(beginning, request.call(), response);
    return new HttpPage<>(context, response.body(), late, spare::set);
  }

  private boolean isDecided() {
    return format != null && !pagination.isDetected();
  }

  /** {@return the body of a response, read as far as it is held in memory} */
  public PageResponse receive(Response response, Call call, CallExchange exchange)
      throws IOException {
    PageMedia media = PageMedia.of(response.headers());
    if (response.isSuccessful() && media == PageMedia.EVENTS) {
      throw PageErrors.isEventStream(exchange);
    }
    boolean lookFirst = !isDecided() || guess != null;
    PageBody body = response.isSuccessful()
        ? PageBody.read(response, call, pages.bounds(), spare.getAndSet(null), lookFirst)
        : PageBody.none(response);
    body.requirePage(isLines(response));
    return new PageResponse(body, exchange);
  }

  /** {@return whether the items of a page are the lines of its body} */
  private boolean isLines(Response response) {
    Items items = pagination.items();
    boolean byType = PageMedia.of(response.headers()) == PageMedia.LINES;
    return items instanceof Items.Lines || (items instanceof Items.Found && byType);
  }

  /** A page without a body has no items, wherever they would be. */
  private PageFormat formatOf(PageBody body) {
    if (format == null && body.isEmpty()) {
      return PageFormat.of(Pagination.onePage(), Pagination.onePage().items("$").items());
    } else if (format == null) {
      throw new IllegalStateException("the format is not decided");
    }
    return format;
  }

  /** Looks for what was left open; gives the outline back where it shows the beginning only. */
  private @Nullable Outline decide(PageResponse response, ApiCall call) {
    PageBody body = response.body();
    if (body.isEmpty()) {
      return null;
    }
    Outline outline = outline(response);
    Items items =
        pagination.items() instanceof Items.Found ? found(outline, response) : pagination.items();
    if (pagination.isDetected() && body.isStreamed()) {
      format = PageFormat.of(pagination, items);
      return outline;
    }
    if (pagination.isDetected()) {
      detect(outline, items, call, response);
    }
    format = PageFormat.of(pagination, items);
    return null;
  }

  private void detect(Outline outline, Items items, ApiCall call, PageResponse response) {
    Detection detection = Detector.detect(
            outline, items, call, response.body().response().headers())
        .beside(pagination);
    pagination = detection.pagination();
    if (!(pagination.next() instanceof Next.None)) {
      guess = new Guess(mark(outline), detection.guess(), call.isSafe(), detection.alternatives());
      seen.recognised(detection.guess() ? Way.GUESSED : Way.RECOGNISED);
    }
    options.listener().on(new TraversalEvent.Detected(pagination, detection.reason()));
  }

  /** {@return what tells a page from others, by the beginning of its items} */
  private PageMark mark(Outline outline) {
    List<String> items =
        outline.elements(PathExpression.parse(ItemsPath.of(pagination.items()).text()));
    return PageMark.of(outline, items, items.size());
  }

  /** {@return the mark of the page that a response is} */
  PageMark mark(PageResponse response) {
    return mark(outline(response));
  }

  @Override
  public Optional<Position> fresh(PageturnerException error, Place place) {
    return error instanceof PageturnerException.Status status
        ? FreshPosition.in(status, place, pagination, requestsAt(place))
        : Optional.empty();
  }

  private void warn(String text) {
    options.listener().on(new TraversalEvent.Warning(text));
  }

  /** The rest of a page that is too large to be looked at first shows itself after its items. */
  private LateDetection late(Outline outline, ApiCall call, PageResponse response) {
    return new LateDetection(outline, passed -> {
      PageFormat known = formatOf(response.body());
      PathExpression path = PathExpression.parse(ItemsPath.of(known.items()).text());
      outline.passed(path, passed.lastItem(), passed.count());
      detect(outline, known.items(), call, response);
      format = PageFormat.of(pagination, known.items());
      return pagination;
    });
  }

  /** {@return what the body looks like, or its beginning if it is streamed} */
  private Outline outline(PageResponse response) {
    PageBody body = response.body();
    try {
      return isLines(body.response())
          ? Outline.ofLines(body.bytes(), body.from(), body.to(), body.isStreamed())
          : Outline.of(body.bytes(), body.from(), body.to(), body.isStreamed());
    } catch (LineItems.BadLine e) {
      body.close();
      throw PageErrors.of(new LineCursor.NoItem(e), 0, "$", body, response.exchange());
    } catch (IOException | RuntimeException e) {
      body.close();
      throw PageErrors.of(e, 0, "$", body, response.exchange());
    }
  }

  private Items found(Outline outline, PageResponse response) {
    CallExchange exchange = response.exchange();
    if (isLines(response.body().response())) {
      return new Items.Lines();
    }
    // The outline does not keep objects: of an error that is one, the page itself has the words.
    PageErrors.requireNoUsualError(
        path -> outline.hasMembers(path) ? response.body().beginning() : outline.find(path),
        exchange);
    return ItemsFinder.find(outline, exchange.url())
        .orElseThrow(() -> new PageturnerException.Content(
            PageturnerException.Kind.PARSE,
            "no array of items stands out in the body from "
                + exchange.shown()
                + "; say where the items are",
            null,
            exchange.info()));
  }

  /** {@return what sends} */
  public Transport transport() {
    return pages.transport();
  }

  /** {@return who is told of waits and retries} */
  public TraversalListener listener() {
    return options.listener();
  }

  /** {@return what ends the fetch under way} */
  public CancelHandle cancel() {
    return cancel;
  }

  @Override
  public void close() {
    cancel.cancel();
  }
}
