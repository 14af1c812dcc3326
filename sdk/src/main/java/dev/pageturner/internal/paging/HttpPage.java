package dev.pageturner.internal.paging;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.detect.EndFacts.LastPage;
import dev.pageturner.internal.detect.EndSignal;
import dev.pageturner.internal.detect.Envelope;
import dev.pageturner.internal.detect.Outline;
import dev.pageturner.internal.detect.SyncRule;
import dev.pageturner.internal.http.PageBody;
import dev.pageturner.internal.json.PathExpression;
import dev.pageturner.internal.walk.OpenPage;
import dev.pageturner.internal.walk.PageEnd;
import dev.pageturner.internal.walk.UnfitItem;
import dev.pageturner.page.Total;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.JsonPath;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.Place;
import dev.pageturner.position.Position;
import dev.pageturner.position.Verdict;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A response while its items are decoded, one by one, as the consumer asks. */
final class HttpPage<T> implements OpenPage<T> {
  private static final Cleaner CLEANER = Cleaner.create();

  private final PageContext<T> context;
  private final PageBody body;
  private final @Nullable LateDetection late;
  private final Consumer<byte[]> spare;
  private final PageItems<T> items;
  private final boolean empty;
  private final @Nullable Outline streamedOutline;
  private Pagination pagination;
  private boolean closed;

  /**
   * Opens a page.
   *
   * @param context what is known of it
   * @param body its bytes
   * @param late decides at the end how the list pages, where that is still open
   * @param spare takes the memory of the body back
   */
  HttpPage(
      PageContext<T> context, PageBody body, @Nullable LateDetection late, Consumer<byte[]> spare) {
    this.context = context;
    this.body = body;
    this.late = late;
    this.spare = spare;
    // No lines are a page; no bytes are no JSON.
    this.empty = body.isEmpty() && !(context.format().items() instanceof Items.Lines);
    this.pagination = context.pagination();
    this.streamedOutline = late != null ? late.outline() : body.isStreamed() ? new Outline() : null;
    // Which signals a detection will find is not known yet: the last item may be one.
    boolean keepsLast = late != null || context.format().needsLastItem();
    this.items = new PageItems<>(context, body, streamedOutline, keepsLast);
    if (body.isStreamed()) {
      CLEANER.register(this, body::close);
    }
  }

  @Override
  public Place place() {
    return context.place();
  }

  @Override
  public boolean hasNext() {
    try {
      return !empty && items.hasNext();
    } catch (IOException | RuntimeException e) {
      throw failed(e);
    }
  }

  @Override
  public boolean isNextRepeated() {
    try {
      return !empty && items.isNextRepeated();
    } catch (IOException | RuntimeException e) {
      throw failed(e);
    }
  }

  @Override
  public T next() {
    try {
      return items.next();
    } catch (IOException | RuntimeException e) {
      throw failed(e);
    }
  }

  @Override
  public void skip() {
    try {
      items.skip();
    } catch (IOException | RuntimeException e) {
      throw failed(e);
    }
  }

  @Override
  public PageEnd end() {
    if (late != null && pagination.isDetected()) {
      pagination = late.decision().apply(new LateDetection.Seen(items.lastPassed(), items.count()));
    }
    long given = items.given();
    context.seen().counted(given);
    boolean first = context.seen().isFirst();
    NextStep following = empty ? withoutBody() : withoutRepeated(following());
    Later later = context.sync() ? later().orElse(null) : null;
    if (following instanceof NextStep.To to) {
      Place next = place().after(to.position(), given, identity());
      if (first && later != null && later.isOffered()) {
        context.seen().offered();
      }
      return new PageEnd(later == null ? next : later.next(next), given, items.fingerprint(), null);
    }
    EndSignal said = ((NextStep.End) following).signal();
    EndSignal signal = later == null ? said : later.signal(said, context.seen().offersAnywhere());
    LastPage page = new LastPage(
        outline(),
        context.format().items(),
        body.response().headers(),
        body.response().code(),
        empty || hasItems());
    // Items that came again fill a page, too.
    long came = items.overlap() == null ? given : items.count();
    Pagination judged = later == null ? pagination : pagination.sync(later.sync());
    Verdict verdict = context.seen().judge(judged, context.request(), signal, page, came, given);
    return new PageEnd(
        null,
        given,
        items.fingerprint(),
        verdict,
        later == null ? null : later.after(place(), place().items() + given));
  }

  /** {@return what the list offers for later: as it was said, or by its usual names} */
  private Optional<Later> later() {
    return pagination
        .sync()
        .or(() -> empty
            ? Optional.empty()
            : SyncRule.find(
                outline(), context.format().items(), context.request().call()))
        .map(sync -> new Later(sync, facts(), this::outline, context.requests(), items.window()));
  }

  /** A page that only repeats what was delivered leads nowhere. */
  private NextStep withoutRepeated(NextStep following) {
    Overlap overlap = items.overlap();
    if (overlap == null || !(following instanceof NextStep.To to)) {
      return following;
    } else if (overlap.fresh() > 0) {
      return new NextStep.To(overlap.marked((Position.Cursor) to.position()));
    }
    return new NextStep.End(
        overlap.isStuck(context.askedSize()) ? EndSignal.ONE_KEY : EndSignal.NOTHING_NEW);
  }

  /** A late decision is not that of the format with which the page was read. */
  private String identity() {
    return late == null
        ? context.format().identity()
        : PagingIdentity.of(pagination, context.format().items());
  }

  private NextStep withoutBody() {
    boolean rule = pagination.endStatuses().contains(body.response().code());
    return new NextStep.End(rule ? EndSignal.END_STATUS : EndSignal.EMPTY_PAGE);
  }

  /** {@return whether there is something where the items should be, be it null} */
  private boolean hasItems() {
    return items.around().itemsSeen() || items.around().itemsNull();
  }

  private NextStep following() {
    pagination
        .error()
        .ifPresent(path -> PageErrors.requireNoError(path, signal(path), context.exchange()));
    if (!items.around().itemsSeen()) {
      PageErrors.requireNoUsualError(
          path -> signal(JsonPath.of(path.toString())), context.exchange());
    }
    if (!hasItems()) {
      requirePage();
    }
    NextStep following = NextPosition.after(facts(), context.requests());
    if (following instanceof NextStep.To && context.seen().isFirst()) {
      context.seen().ledOn(envelope());
    }
    return following;
  }

  /** A page without its items is an empty one only if it is like the pages before. */
  private void requirePage() {
    boolean signals = signalPaths().stream().anyMatch(path -> signal(path) != null);
    new MissingItems(context.format().items(), outline(), context.seen().before())
        .check(signals, context.exchange());
  }

  private Envelope envelope() {
    return Envelope.of(outline(), context.format().items(), body.response().headers());
  }

  /** What the body looks like; of a page that is streamed, as far as it was read. */
  private Outline outline() {
    try {
      if (streamedOutline != null) {
        return withSignals(streamedOutline);
      }
      if (context.format().items() instanceof Items.Lines) {
        return Outline.ofCount(items.count());
      }
      return empty
          ? new Outline()
          : Outline.around(context.format().items(), body.bytes(), body.from(), body.to());
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** What the scanner picked up by itself, the outline has not seen. */
  private Outline withSignals(Outline outline) throws IOException {
    for (Map.Entry<JsonPath, String> signal : items.around().signals().entrySet()) {
      PathExpression path = PathExpression.parse(signal.getKey().text());
      if (outline.find(path) == null
          && path.steps().stream().allMatch(PathExpression.Name.class::isInstance)) {
        outline.found(path, signal.getValue());
      }
    }
    return outline;
  }

  private @Nullable String signal(JsonPath path) {
    String found = items.around().signals().get(path);
    return found == null && late != null
        ? late.outline().find(PathExpression.parse(path.text()))
        : found;
  }

  private List<JsonPath> signalPaths() {
    // A late decision names signals that the page was not read for.
    return late == null
        ? context.format().signals()
        : Signals.bodyPaths(pagination, context.format().items());
  }

  private PageFacts facts() {
    Map<JsonPath, String> signals = new HashMap<>();
    for (JsonPath path : signalPaths()) {
      String value = signal(path);
      if (value != null) {
        signals.put(path, value);
      }
    }
    return new PageFacts(
        pagination,
        context.format().items(),
        place().position(),
        context.exchange().url(),
        body.response().headers(),
        signals,
        items.last(),
        items.count(),
        place().items(),
        context.askedSize());
  }

  /**
   * One page at a time can be looked through ahead: its bytes are in memory, its items stay raw.
   */
  @Override
  public Optional<PageEnd> lookAhead() {
    if (body.isStreamed()) {
      return Optional.empty();
    }
    HttpPage<T> ahead = new HttpPage<>(context, body, null, bytes -> {});
    try {
      while (ahead.hasNext()) {
        ahead.skip();
      }
      return Optional.of(ahead.end());
    } catch (PageturnerException e) {
      // The consumer meets it where it is, after the items before it.
      return Optional.empty();
    }
  }

  private RuntimeException failed(Exception e) {
    if (e instanceof PageturnerException
        || e instanceof UnfitItem
        || e instanceof NoSuchElementException) {
      return (RuntimeException) e;
    }
    return PageErrors.of(e, items.index(), items.path(), body, context.exchange());
  }

  @Override
  public boolean mayBlock() {
    return body.isStreamed();
  }

  @Override
  public long heldBytes() {
    return body.heldBytes();
  }

  @Override
  public int status() {
    return body.response().code();
  }

  @Override
  public Map<String, List<String>> headers() {
    return body.response().headers().toMultimap();
  }

  @Override
  public Optional<Total> total() {
    return facts().totalItems();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      body.close();
      spare.accept(body.bytes());
    }
  }
}
