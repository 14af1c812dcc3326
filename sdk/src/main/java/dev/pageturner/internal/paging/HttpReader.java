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
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.Position;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Call;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Fetches the pages of one traversal, and decides at the first one what was left open. */
final class HttpReader<T> implements PageReader<T> {
  private final HttpPages<T> pages;
  private final PageOptions options;
  private final PageRequests requests;
  private final CancelHandle cancel = new CancelHandle();
  private final AtomicReference<byte @Nullable []> spare = new AtomicReference<>();
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
    boolean silent = !(position instanceof Position.Start || position instanceof Position.Url);
    if (pagination.isDetected() && silent) {
      // A cursor or a number does not say how it travels: the first page does.
      detectAtStart();
    }
    last = fetch(position);
    return last;
  }

  /** Of a page that is streamed, the signals may stand behind the items. */
  private void detectAtStart() {
    try (HttpPage<T> first = fetch(Position.start())) {
      while (pagination.isDetected() && first.hasNext()) {
        first.skip();
      }
      if (pagination.isDetected()) {
        first.end();
      }
    }
  }

  private HttpPage<T> fetch(Position position) {
    int size = HttpPages.askedSize(pagination, options);
    if (pagination.extraItem() && size == 0) {
      throw new IllegalStateException("one extra item: say the page size, which tells it apart");
    }
    ApiCall call = requests.at(position, pagination, size);
    if (!(position instanceof Position.Start)) {
      call = call.accepting(pagination.endStatuses());
    }
    Transport transport = pages.transport();
    Fetched fetched = transport.send(call, options.listener(), this::receive, cancel);
    @Nullable Outline beginning = isDecided() ? null : decide(fetched, call);
    PageContext<T> context = new PageContext<>(
        pagination,
        formatOf(fetched.body()),
        pages.adapter(),
        requests,
        fetched.exchange(),
        position,
        size,
        countBefore(position));
    LateDetection late = beginning == null || isDecided() ? null : late(beginning, call, fetched);
    return new HttpPage<>(context, fetched.body(), late, spare::set);
  }

  private boolean isDecided() {
    return format != null && !pagination.isDetected();
  }

  /** A response, and the call that it answers. */
  private record Fetched(PageBody body, Exchange exchange) {}

  private Fetched receive(Response response, Call call, Exchange exchange) throws IOException {
    PageBody body = response.isSuccessful()
        ? PageBody.read(response, call, pages.bounds(), spare.getAndSet(null), !isDecided())
        : PageBody.none(response);
    // A server that announces an empty body means it; one that just stops may have failed.
    boolean announced = response.body().contentLength() == 0;
    if (response.code() == 200 && body.isEmpty() && !announced) {
      throw new PageturnerException.Content(
          Kind.PARSE, "no content with status 200 from " + exchange.shown(), null, exchange.info());
    }
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
    Items items = pagination.items() instanceof Items.Found
        ? found(outline, fetched.exchange())
        : pagination.items();
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

  private Items found(Outline outline, Exchange exchange) {
    PageErrors.requireNoUsualError(outline::findSign, exchange);
    return ItemsFinder.find(outline, exchange.url())
        .orElseThrow(() -> new PageturnerException.Content(
            Kind.PARSE,
            "no array of items stands out in the body from "
                + exchange.shown()
                + "; say where the items are",
            null,
            exchange.info()));
  }

  @Override
  public void close() {
    cancel.cancel();
  }
}
