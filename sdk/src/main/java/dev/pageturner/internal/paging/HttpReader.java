package dev.pageturner.internal.paging;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.http.CancelHandle;
import dev.pageturner.internal.http.Exchange;
import dev.pageturner.internal.http.PageBody;
import dev.pageturner.internal.http.Transport;
import dev.pageturner.internal.json.JsonPath;
import dev.pageturner.page.OpenPage;
import dev.pageturner.page.PageOptions;
import dev.pageturner.page.PageReader;
import dev.pageturner.page.TraversalEvent;
import dev.pageturner.page.TraversalListener;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.Position;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Call;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the pages of one traversal, and decides at the first one what was left open.
 *
 * <p>Who sends in another way takes the three steps one by one: {@link #ask}, {@link #receive},
 * {@link #page}.
 */
public final class HttpReader<T> implements PageReader<T> {
  private final HttpPages<T> pages;
  private final PageOptions options;
  private final PageRequests requests;
  private final CancelHandle cancel = new CancelHandle();
  private final AtomicReference<byte @Nullable []> spare = new AtomicReference<>();
  private Runnable beforeReading = () -> {};
  private Pagination pagination;
  private @Nullable PageFormat format;
  private @Nullable HttpPage<T> last;

  HttpReader(HttpPages<T> pages, PageOptions options) {
    this.pages = pages;
    this.options = options;
    this.requests = pages.requests();
    this.pagination = pages.pagination();
    if (options.pageSize().isPresent() && pagination.pageSize().isEmpty()) {
      warn("the page size is not asked for: the pagination does not say how requests name it");
    }
    if (!(pagination.items() instanceof Items.Found)) {
      this.format = PageFormat.of(pagination, pagination.items());
    }
  }

  @Override
  public OpenPage<T> open(Position position) {
    if (needsFirstPage(position)) {
      Asked first = ask(Position.start());
      detect(first, send(first));
    }
    Asked asked = ask(position);
    return page(asked, send(asked));
  }

  /** Says what to run before more bytes of a page that is streamed are read, and waited for. */
  public void beforeReading(Runnable action) {
    beforeReading = action;
  }

  /**
   * {@return whether {@link #detect} comes before {@link #page}: a cursor or a number does not say
   * how it travels, the first page does}
   */
  public boolean needsFirstPage(Position position) {
    boolean silent = !(position instanceof Position.Start || position instanceof Position.Url);
    return pagination.isDetected() && silent;
  }

  /** Looks through the first page; if it is streamed, the signals may stand behind its items. */
  public void detect(Asked asked, Fetched fetched) {
    try (HttpPage<T> first = open(asked, fetched)) {
      while (pagination.isDetected() && first.hasNext()) {
        first.skip();
      }
      if (pagination.isDetected()) {
        first.end();
      }
    }
  }

  private Fetched send(Asked asked) {
    return pages.transport().send(asked.call(), options.listener(), this::receive, cancel);
  }

  /** {@return the page that a response is} */
  public OpenPage<T> page(Asked asked, Fetched fetched) {
    last = open(asked, fetched);
    return last;
  }

  /** A call for a page. */
  public record Asked(ApiCall call, Position position, int size) {}

  /** {@return the call for a page} */
  public Asked ask(Position position) {
    int size = HttpPages.askedSize(pagination, options);
    if (pagination.extraItem() && size == 0) {
      throw new IllegalStateException("one extra item: say the page size, which tells it apart");
    }
    ApiCall call = requests.at(position, pagination, size);
    if (!(position instanceof Position.Start)) {
      call = call.accepting(pagination.endStatuses());
    }
    return new Asked(call, position, size);
  }

  private HttpPage<T> open(Asked asked, Fetched fetched) {
    ApiCall call = asked.call();
    Position position = asked.position();
    @Nullable Outline beginning = isDecided() ? null : decide(fetched, call);
    PageContext<T> context = new PageContext<>(
        pagination,
        formatOf(fetched.body()),
        pages.adapter(),
        requests,
        fetched.exchange(),
        position,
        asked.size(),
        countBefore(position));
    fetched.body().beforeReading(beforeReading);
    LateDetection late = beginning == null || isDecided() ? null : late(beginning, call, fetched);
    return new HttpPage<>(context, fetched.body(), late, spare::set);
  }

  private boolean isDecided() {
    return format != null && !pagination.isDetected();
  }

  /** A response, and the call that it answers. */
  public record Fetched(PageBody body, Exchange exchange) implements AutoCloseable {
    @Override
    public void close() {
      body.close();
    }
  }

  /** {@return the body of a response, read as far as it is held in memory} */
  public Fetched receive(Response response, Call call, Exchange exchange) throws IOException {
    PageBody body = response.isSuccessful()
        ? PageBody.read(response, call, pages.bounds(), spare.getAndSet(null), !isDecided())
        : PageBody.none(response);
    body.requirePage();
    return new Fetched(body, exchange);
  }

  private long countBefore(Position position) {
    if (last == null) {
      return 0;
    }
    boolean again = last.position().equals(position);
    return again ? last.countBefore() : last.countBefore() + last.finalCount();
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
  private @Nullable Outline decide(Fetched fetched, ApiCall call) {
    PageBody body = fetched.body();
    if (body.isEmpty()) {
      return null;
    }
    Outline outline = outline(body, fetched.exchange());
    Items items =
        pagination.items() instanceof Items.Found ? found(outline, fetched) : pagination.items();
    if (pagination.isDetected() && body.isStreamed()) {
      format = PageFormat.of(pagination, items);
      return outline;
    }
    if (pagination.isDetected()) {
      detect(outline, items, call, fetched);
    }
    format = PageFormat.of(pagination, items);
    return null;
  }

  private void detect(Outline outline, Items items, ApiCall call, Fetched fetched) {
    Detection detection = Detector.detect(
            outline, items, call, fetched.body().response().headers())
        .beside(pagination);
    pagination = detection.pagination();
    options.listener().on(new TraversalEvent.Detected(pagination, detection.reason()));
    detection.warning().ifPresent(this::warn);
  }

  private void warn(String text) {
    options.listener().on(new TraversalEvent.Warning(text));
  }

  /** The rest of a page that is too large to be looked at first shows itself after its items. */
  private LateDetection late(Outline outline, ApiCall call, Fetched fetched) {
    return new LateDetection(outline, seen -> {
      PageFormat known = formatOf(fetched.body());
      JsonPath path = JsonPath.parse(PageFormat.pathOf(known.items()).text());
      outline.passed(path, seen.lastItem(), seen.count());
      detect(outline, known.items(), call, fetched);
      format = PageFormat.of(pagination, known.items());
      return pagination;
    });
  }

  private Outline outline(PageBody body, Exchange exchange) {
    try {
      return Outline.of(body.bytes(), body.from(), body.to(), body.isStreamed());
    } catch (IOException | RuntimeException e) {
      body.close();
      throw PageErrors.of(e, 0, "$", body, exchange);
    }
  }

  private Items found(Outline outline, Fetched fetched) {
    Exchange exchange = fetched.exchange();
    // The outline does not keep objects: of an error that is one, the page itself has the words.
    PageErrors.requireNoUsualError(
        path -> outline.hasMembers(path) ? fetched.body().beginning() : outline.find(path),
        exchange);
    return ItemsFinder.find(outline, exchange.url())
        .orElseThrow(() -> new PageturnerException.Content(
            Kind.PARSE,
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
