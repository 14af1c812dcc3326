package dev.pageturner.internal.paging;

import com.squareup.moshi.JsonReader;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.detect.EndFacts.LastPage;
import dev.pageturner.internal.detect.EndSignal;
import dev.pageturner.internal.detect.Envelope;
import dev.pageturner.internal.detect.Outline;
import dev.pageturner.internal.http.PageBody;
import dev.pageturner.internal.json.Decoding;
import dev.pageturner.internal.json.JsonPath;
import dev.pageturner.internal.walk.OpenPage;
import dev.pageturner.internal.walk.PageEnd;
import dev.pageturner.page.Total;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Path;
import dev.pageturner.position.Place;
import dev.pageturner.position.Verdict;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** A response while its items are decoded, one by one, as the consumer asks. */
final class HttpPage<T> implements OpenPage<T> {
  private static final Cleaner CLEANER = Cleaner.create();

  private final PageContext<T> context;
  private final PageBody body;
  private final @Nullable LateDetection late;
  private final Consumer<byte[]> spare;
  private final PageScanner scanner;
  private final boolean keepsLastItem;
  private final boolean empty;
  private final @Nullable Outline streamedOutline;
  private Pagination pagination;
  private long count;
  private long firstItemFrom = -1;
  private long lastItemFrom;
  private long lastItemTo;
  private @Nullable String lastStreamed;
  private boolean atItem;
  private boolean hasObjects;
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
    this.empty = body.isEmpty();
    this.pagination = context.pagination();
    this.streamedOutline = late != null ? late.outline() : body.isStreamed() ? new Outline() : null;
    this.scanner = new PageScanner(context.format(), body.source(), streamedOutline);
    // Which signals a detection will find is not known yet: the last item may be one.
    this.keepsLastItem = late != null || context.format().needsLastItem();
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
    if (atItem) {
      return true;
    }
    try {
      while (!empty && scanner.toItem()) {
        if (!isExtra()) {
          atItem = true;
          return true;
        }
        take(true);
      }
      return false;
    } catch (IOException | RuntimeException e) {
      throw failed(e);
    }
  }

  /** The item beyond the page size that only names the start of the next page. */
  private boolean isExtra() {
    return pagination.extraItem() && context.askedSize() > 0 && count >= context.askedSize();
  }

  @Override
  public T next() {
    requireItem();
    try {
      T item = take(false);
      if (item == null) {
        throw PageErrors.isNull(count - 1, context.exchange());
      }
      return item;
    } catch (IOException | RuntimeException e) {
      throw failed(e);
    }
  }

  @Override
  public void skip() {
    requireItem();
    try {
      take(true);
    } catch (IOException | RuntimeException e) {
      throw failed(e);
    }
  }

  private void requireItem() {
    if (!hasNext()) {
      throw new NoSuchElementException("the page has ended");
    }
  }

  private @Nullable T take(boolean skip) throws IOException {
    atItem = false;
    JsonReader json = scanner.takeItem();
    lastItemFrom = scanner.itemFrom();
    if (firstItemFrom < 0) {
      firstItemFrom = lastItemFrom;
    }
    hasObjects = body.isStreamed() && json.peek() == JsonReader.Token.BEGIN_OBJECT;
    @Nullable T item = null;
    if (keepsLastItem && body.isStreamed()) {
      lastStreamed = json.nextSource().readUtf8();
      item = skip ? null : decoded(lastStreamed);
    } else if (skip) {
      json.skipValue();
    } else {
      item = Decoding.read(context.adapter(), json);
    }
    lastItemTo = scanner.offset();
    count++;
    body.itemRead();
    return item;
  }

  private @Nullable T decoded(String item) throws IOException {
    return Decoding.read(context.adapter(), JsonReader.of(new Buffer().writeUtf8(item)));
  }

  @Override
  public PageEnd end() {
    if (late != null && pagination.isDetected()) {
      pagination = late.decision().apply(new LateDetection.Seen(lastStreamed, count));
    }
    long given = pagination.extraItem() ? Math.min(count, context.askedSize()) : count;
    context.seen().counted(given);
    Following following = empty ? withoutBody() : following();
    if (following instanceof Following.To to) {
      Place next = place().after(to.position(), given, identity());
      return new PageEnd(next, given, fingerprint(), null);
    }
    EndSignal signal = ((Following.End) following).signal();
    LastPage page = new LastPage(
        outline(),
        context.format().items(),
        body.response().headers(),
        body.response().code());
    Verdict verdict = context.seen().judge(pagination, context.request(), signal, page, given);
    return new PageEnd(null, given, fingerprint(), verdict);
  }

  /** A late decision is not that of the format with which the page was read. */
  private String identity() {
    return late == null
        ? context.format().identity()
        : PagingIdentity.of(pagination, context.format().items());
  }

  private Following withoutBody() {
    boolean rule = pagination.endStatuses().contains(body.response().code());
    return new Following.End(rule ? EndSignal.END_STATUS : EndSignal.EMPTY_PAGE);
  }

  private Following following() {
    pagination
        .error()
        .ifPresent(path -> PageErrors.requireNoError(path, signal(path), context.exchange()));
    if (!scanner.itemsSeen()) {
      PageErrors.requireNoUsualError(path -> signal(Path.of(path.toString())), context.exchange());
    }
    if (!scanner.itemsSeen() && !scanner.itemsNull()) {
      requirePage();
    }
    Following following = NextPosition.after(facts(), context.requests());
    if (following instanceof Following.To && context.seen().isFirst()) {
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
      return empty
          ? new Outline()
          : Outline.around(context.format().items(), body.bytes(), body.from(), body.to());
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** What the scanner picked up by itself, the outline has not seen. */
  private Outline withSignals(Outline outline) throws IOException {
    for (Map.Entry<Path, String> signal : scanner.signals().entrySet()) {
      JsonPath path = JsonPath.parse(signal.getKey().text());
      if (outline.find(path) == null
          && path.steps().stream().allMatch(JsonPath.Name.class::isInstance)) {
        outline.found(path, signal.getValue());
      }
    }
    return outline;
  }

  private @Nullable String signal(Path path) {
    String found = scanner.signals().get(path);
    return found == null && late != null ? late.outline().find(JsonPath.parse(path.text())) : found;
  }

  private List<Path> signalPaths() {
    // A late decision names signals that the page was not read for.
    return late == null
        ? context.format().signals()
        : Signals.bodyPaths(pagination, context.format().items());
  }

  private PageFacts facts() {
    Map<Path, String> signals = new HashMap<>();
    for (Path path : signalPaths()) {
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
        lastItem(),
        count,
        place().items(),
        context.askedSize());
  }

  private @Nullable String lastItem() {
    if (count == 0 || !keepsLastItem || lastStreamed != null) {
      return lastStreamed;
    }
    return lastItemText();
  }

  private String lastItemText() {
    int from = itemStart(body.from() + (int) lastItemFrom);
    int to = body.from() + (int) lastItemTo;
    return new String(body.bytes(), from, to - from, StandardCharsets.UTF_8);
  }

  /** An item stands at or after this place. */
  private int itemStart(int from) {
    int at = from;
    while (isBetweenItems(body.bytes()[at])) {
      at++;
    }
    return at;
  }

  private static boolean isBetweenItems(byte b) {
    return b == ',' || b == ':' || b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  /** Pages of one and the same number are no sign of a fault; other repetitions are. */
  private long fingerprint() {
    if (count == 0) {
      return 0;
    } else if (body.isStreamed()) {
      return hasObjects ? body.checksum() : 0;
    }
    int from = body.from() + (int) firstItemFrom;
    int to = body.from() + (int) lastItemTo;
    byte end = body.bytes()[to - 1];
    if (end != '}' && end != '"' && isUniform()) {
      return 0;
    }
    CRC32C crc = new CRC32C();
    crc.update(body.bytes(), from, to - from);
    return (crc.getValue() << 32 | (to - from)) + 1;
  }

  /** {@return whether the first item begins with what the last one is} */
  private boolean isUniform() {
    String last = lastItemText();
    byte[] text = last.getBytes(StandardCharsets.UTF_8);
    int first = itemStart(body.from() + (int) firstItemFrom);
    return Arrays.equals(body.bytes(), first, first + text.length, text, 0, text.length);
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
    if (e instanceof PageturnerException || e instanceof NoSuchElementException) {
      return (RuntimeException) e;
    }
    return PageErrors.of(e, count, scanner.path(), body, context.exchange());
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
