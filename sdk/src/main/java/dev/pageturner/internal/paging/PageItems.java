package dev.pageturner.internal.paging;

import com.squareup.moshi.JsonReader;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.detect.Outline;
import dev.pageturner.internal.http.PageBody;
import dev.pageturner.internal.json.Decoding;
import dev.pageturner.internal.json.JsonScanner;
import dev.pageturner.internal.json.LineItems;
import dev.pageturner.internal.json.NotJson;
import dev.pageturner.internal.json.ValueDecoder;
import dev.pageturner.internal.walk.UnfitItem;
import dev.pageturner.page.BadItem;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.Mark;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.zip.CRC32C;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The items of a page in their order: which of them are delivered, and what must be known of them
 * when the page has ended.
 *
 * <p>Not delivered are the extra item that only names the start of the next page, and items that an
 * {@link Overlap} tells from new ones. As a rule an item is decoded right from the body; where its
 * JSON is needed besides, it is read as a text first.
 */
final class PageItems<T> {
  /** The bytes of a stream are bounded where they come in. */
  private static final int LONGEST_LINE = 1 << 30;

  private final PageContext<T> context;
  private final PageBody body;
  private final ItemCursor<T> cursor;
  private final boolean keepsLast;
  private final @Nullable Overlap overlap;
  private final @Nullable MarkWindow window;
  private final boolean withExtra;
  private long count;
  private long given;
  private long firstFrom = -1;
  private long lastFrom;
  private long lastTo;
  private @Nullable String text;
  private @Nullable String last;
  private String path = "$";
  private boolean inText;
  private boolean atItem;
  private boolean hasObjects;

  /**
   * Opens the items.
   *
   * @param context what is known of the page
   * @param body its bytes
   * @param outline takes down what is beside the items, null to skip it
   * @param keepsLast whether the last item's JSON will be asked for
   */
  PageItems(PageContext<T> context, PageBody body, @Nullable Outline outline, boolean keepsLast) {
    Pagination pagination = context.pagination();
    this.context = context;
    this.body = body;
    this.cursor = cursor(context, body, outline);
    this.keepsLast = keepsLast;
    this.overlap = pagination
        .overlap()
        .map(key -> Overlap.at(key, context.place().position()))
        .orElse(null);
    this.window = context.sync() && pagination.sync().orElse(null) instanceof Mark mark
        ? MarkWindow.of(mark, context.place().memory(), begun(context, body))
        : null;
    this.withExtra = pagination.extraItem() && context.askedSize() > 0;
  }

  private static @Nullable Instant begun(PageContext<?> context, PageBody body) {
    boolean first = context.place().position() instanceof Position.Start;
    return first ? body.response().headers().getInstant("Date") : null;
  }

  private static <T> ItemCursor<T> cursor(
      PageContext<T> context, PageBody body, @Nullable Outline outline) {
    if (!(context.format().items() instanceof Items.Lines)) {
      return new PageScanner<>(context.format(), body.source(), context.adapter(), outline);
    }
    LineItems lines = body.isStreamed()
        ? new LineItems(body.source().source().inputStream(), LONGEST_LINE)
        : LineItems.of(body.bytes(), body.from(), body.to(), LONGEST_LINE);
    return new LineCursor<>(lines, new ValueDecoder<>(context.adapter()));
  }

  /** {@return whether there is another item to deliver} */
  boolean hasNext() throws IOException {
    while (!atItem && toItem()) {
      if (withExtra && count >= context.askedSize()) {
        take(true);
      } else if (overlap == null || !overlap.isRepeated(read())) {
        atItem = true;
      } else {
        keep(text);
        text = null;
      }
    }
    return atItem;
  }

  /** {@return whether the next item was delivered as it is before the mark was set} */
  boolean isNextRepeated() throws IOException {
    if (window == null || !hasNext()) {
      return false;
    }
    return window.isRepeated(text == null ? read() : text);
  }

  /** {@return the mark, and what is remembered beside it; null where there is none} */
  @Nullable
  MarkWindow window() {
    return window;
  }

  private boolean toItem() throws IOException {
    inText = false;
    return cursor.toItem();
  }

  /**
   * {@return the next item}
   *
   * @throws UnfitItem if it does not fit, where such an item is handed over
   */
  T next() throws IOException {
    requireItem();
    given++;
    T item = take(false);
    if (item == null) {
      PageturnerException error = PageErrors.isNull(count - 1, context.exchange());
      throw context.handsOverBadItems() ? unfit("null", path, error) : error;
    }
    return item;
  }

  /** Passes over the next item, without decoding it. */
  void skip() throws IOException {
    requireItem();
    given++;
    take(true);
  }

  private void requireItem() throws IOException {
    if (!hasNext()) {
      throw new NoSuchElementException("the page has ended");
    }
    atItem = false;
  }

  private @Nullable T take(boolean skip) throws IOException {
    boolean asText = (keepsLast && body.isStreamed())
        || (context.handsOverBadItems() && !skip)
        || window != null;
    String json = text == null && asText ? read() : text;
    if (json != null && window != null) {
      window.passed(json);
    }
    if (json != null) {
      keep(json);
      text = null;
      return skip ? null : decoded(json);
    }
    begin();
    inText = false;
    @Nullable T item = null;
    if (skip) {
      cursor.skip();
    } else {
      item = cursor.decode();
    }
    end();
    return item;
  }

  /** {@return the JSON of the item where the cursor stands} */
  private String read() throws IOException {
    begin();
    path = cursor.path();
    inText = true;
    String json = cursor.raw();
    text = json;
    end();
    return json;
  }

  private void begin() throws IOException {
    lastFrom = cursor.from();
    if (firstFrom < 0) {
      firstFrom = lastFrom;
    }
    hasObjects = body.isStreamed() && cursor.isObject();
  }

  private void end() {
    lastTo = cursor.to();
    count++;
    body.itemRead();
  }

  private void keep(@Nullable String json) {
    if (keepsLast) {
      last = json;
    }
  }

  private @Nullable T decoded(String json) throws IOException {
    JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json));
    try {
      return Decoding.read(context.adapter(), reader);
    } catch (IOException | RuntimeException e) {
      String where = path + reader.getPath().substring(1);
      if (context.handsOverBadItems() && isJson(json)) {
        long index = count - 1;
        throw unfit(json, where, PageErrors.of(e, index, where, body, context.exchange()));
      }
      path = where;
      throw e;
    }
  }

  private UnfitItem unfit(String json, String where, PageturnerException error) {
    return new UnfitItem(new BadItem(context.place(), count - 1, where, json, error));
  }

  /** What is no JSON is no item, but a page that is broken. */
  private static boolean isJson(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    try {
      JsonScanner.check(bytes, 0, bytes.length);
      return true;
    } catch (NotJson e) {
      return false;
    }
  }

  /** {@return the items of the page, those too that are not delivered} */
  long count() {
    return count;
  }

  /** {@return the items that were delivered, or skipped} */
  long given() {
    return given;
  }

  /** {@return the number of the item at which reading stopped, from 0} */
  long index() {
    return inText ? count - 1 : count;
  }

  /** {@return what overlaps with the page before; null where nothing does} */
  @Nullable
  Overlap overlap() {
    return overlap;
  }

  /** {@return the signals around the items} */
  ItemCursor<T> around() {
    return cursor;
  }

  /** {@return where reading stopped, for messages} */
  String path() {
    return inText ? path : cursor.path();
  }

  /** {@return the JSON of the last item, if it was to be kept} */
  @Nullable
  String last() {
    if (count == 0 || !keepsLast || last != null) {
      return last;
    }
    return lastText();
  }

  /** {@return the last item, if it was kept as a text while it went by} */
  @Nullable
  String lastPassed() {
    return last;
  }

  private String lastText() {
    int from = itemStart(body.from() + (int) lastFrom);
    int to = body.from() + (int) lastTo;
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
  long fingerprint() {
    if (count == 0) {
      return 0;
    } else if (body.isStreamed()) {
      return hasObjects ? body.checksum() : 0;
    }
    int from = body.from() + (int) firstFrom;
    int to = body.from() + (int) lastTo;
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
    byte[] text = lastText().getBytes(StandardCharsets.UTF_8);
    int first = itemStart(body.from() + (int) firstFrom);
    return Arrays.equals(body.bytes(), first, first + text.length, text, 0, text.length);
  }
}
