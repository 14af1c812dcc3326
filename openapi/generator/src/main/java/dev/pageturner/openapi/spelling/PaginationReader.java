package dev.pageturner.openapi.spelling;

import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.Flag;
import dev.pageturner.pagination.Kept;
import dev.pageturner.pagination.PageSize;
import dev.pageturner.pagination.Pagination;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Reads the words that say a pagination, or what is different from another one. */
public final class PaginationReader {
  private final Map<String, List<String>> said = new LinkedHashMap<>();
  private final Pagination start;
  private final UnaryOperator<String> shown;
  private final Pagination.Builder builder;

  private PaginationReader(Pagination start, UnaryOperator<String> shown) {
    this.start = start;
    this.shown = shown;
    this.builder = start.newBuilder();
  }

  /**
   * {@return the pagination that words say}
   *
   * @param words the words; of those that are not {@linkplain PaginationWords#REPEATABLE
   *     repeatable} the last one counts
   * @param start what holds where nothing is said
   * @param shown how messages write the name of a word
   * @throws WordException if the words are none, or do not fit each other
   */
  public static Pagination read(List<Word> words, Pagination start, UnaryOperator<String> shown) {
    PaginationReader reader = new PaginationReader(start, shown);
    words.forEach(reader::add);
    return reader.read();
  }

  private void add(Word word) {
    if (!PaginationWords.NAMES.contains(word.name())) {
      throw new WordException(
          word.name(), "nothing is called " + shown.apply(word.name()) + "; there are " + names());
    }
    said.computeIfAbsent(word.name(), name -> new ArrayList<>()).add(word.value());
  }

  private String names() {
    return String.join(", ", PaginationWords.NAMES.stream().map(shown).toList());
  }

  private Pagination read() {
    each(PaginationWords.ITEMS, text -> builder.items(PartTexts.items(text)));
    readNext();
    readEnds();
    readSize();
    readFollowing();
    readSync();
    try {
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new WordException(null, String.valueOf(e.getMessage()));
    }
  }

  private void readNext() {
    List<String> next = all(PaginationWords.NEXT);
    List<String> send = all(PaginationWords.SEND);
    Carrier carrier =
        send.isEmpty() ? start.carrier() : part(PaginationWords.SEND, PartTexts::carrier, send);
    if (next.isEmpty()) {
      if (!send.isEmpty() && start.isDetected()) {
        throw wrong(
            PaginationWords.SEND, shown.apply(PaginationWords.SEND) + " needs " + nextShown());
      }
      builder.carrier(carrier);
      return;
    }
    boolean urlSaid = !send.isEmpty() || !start.isDetected();
    boolean byUrl = urlSaid && carrier instanceof Carrier.TheUrl;
    builder.next(part(PaginationWords.NEXT, texts -> PartTexts.next(texts, byUrl), next));
    if (!urlSaid && needsCarrier(next)) {
      throw wrong(
          PaginationWords.NEXT,
          nextShown() + " " + next.get(0) + " needs " + shown.apply(PaginationWords.SEND)
              + ", such as query:cursor, or url for a URL");
    }
    boolean itself = next.size() == 1 && !needsCarrier(next);
    builder.carrier(itself && send.isEmpty() ? new Carrier.TheUrl() : carrier);
  }

  private String nextShown() {
    return shown.apply(PaginationWords.NEXT);
  }

  /** Whether these are values, rather than URLs or nothing, so that something has to carry them. */
  private static boolean needsCarrier(List<String> texts) {
    return texts.size() > 1
        || !texts.get(0).matches("(?s)none|detect|link(:.*)?|link-object:.*|url:.*");
  }

  private void readEnds() {
    if (said.containsKey(PaginationWords.HAS_MORE) && said.containsKey(PaginationWords.IS_LAST)) {
      throw wrong(
          PaginationWords.IS_LAST,
          shown.apply(PaginationWords.HAS_MORE) + " and " + shown.apply(PaginationWords.IS_LAST)
              + " exclude each other");
    }
    each(
        PaginationWords.HAS_MORE, text -> builder.hasMore(new Flag(PartTexts.source(text), false)));
    each(PaginationWords.IS_LAST, text -> builder.hasMore(new Flag(PartTexts.source(text), true)));
    each(PaginationWords.TOTAL_ITEMS, text -> builder.totalItems(PartTexts.source(text)));
    each(PaginationWords.TOTAL_PAGES, text -> builder.totalPages(PartTexts.source(text)));
    each(PaginationWords.END_RULE, text -> builder.endRule(PartTexts.endRule(text)));
    each(PaginationWords.END_STATUS, text -> builder.endStatus(PartTexts.number(text)));
  }

  private void readSize() {
    Optional<String> name = last(PaginationWords.SIZE_PARAM);
    Optional<String> most = last(PaginationWords.SIZE_MAX);
    Optional<String> usual = last(PaginationWords.SIZE_USUAL);
    if (name.isEmpty() && most.isEmpty() && usual.isEmpty()) {
      return;
    }
    Optional<Carrier> carrier = name.isEmpty()
        ? start.pageSize().map(PageSize::carrier)
        : name.map(text -> part(PaginationWords.SIZE_PARAM, PartTexts::sizeCarrier, text));
    if (carrier.isEmpty()) {
      throw wrong(
          most.isPresent() ? PaginationWords.SIZE_MAX : PaginationWords.SIZE_USUAL,
          shown.apply(PaginationWords.SIZE_MAX) + " and " + shown.apply(PaginationWords.SIZE_USUAL)
              + " need " + shown.apply(PaginationWords.SIZE_PARAM) + ", such as limit");
    }
    int max = number(PaginationWords.SIZE_MAX, most);
    int unsaid = number(PaginationWords.SIZE_USUAL, usual);
    builder.pageSize(
        part(PaginationWords.SIZE_PARAM, by -> new PageSize(by, max, unsaid), carrier.get()));
  }

  private int number(String name, Optional<String> text) {
    return text.map(number -> part(name, PartTexts::number, number)).orElse(0);
  }

  private void readFollowing() {
    each(PaginationWords.FIRST_CURSOR, builder::firstCursor);
    each(PaginationWords.FOLLOWING_METHOD, builder::followingMethod);
    each(PaginationWords.FOLLOWING_PATH, builder::followingPath);
    List<String> kept = all(PaginationWords.KEEP);
    boolean alone = isTrue(PaginationWords.TOKEN_ALONE);
    if (alone && !kept.isEmpty()) {
      throw wrong(
          PaginationWords.KEEP,
          shown.apply(PaginationWords.TOKEN_ALONE) + " and " + shown.apply(PaginationWords.KEEP)
              + " exclude each other");
    } else if (alone || !kept.isEmpty()) {
      builder.kept(part(PaginationWords.KEEP, names -> Kept.only(names), kept));
    }
    each(PaginationWords.REWRITE_LINKS, text -> builder.linkRewrite(PartTexts.rewrite(text)));
    each(PaginationWords.OVERLAP, builder::overlap);
    if (said.containsKey(PaginationWords.EXTRA_ITEM)) {
      builder.extraItem(isTrue(PaginationWords.EXTRA_ITEM));
    }
    each(PaginationWords.ERROR_AT, builder::error);
  }

  private void readSync() {
    Optional<String> at = last(PaginationWords.SYNC_AT);
    Optional<String> send = last(PaginationWords.SYNC_SEND);
    List<String> back = all(PaginationWords.SYNC_BACK);
    Optional<String> window = last(PaginationWords.SYNC_WINDOW);
    if (at.isPresent()) {
      SyncText text = new SyncText(
          at.get(),
          send.stream().toList(),
          back,
          window.isPresent()
              ? OptionalInt.of(number(PaginationWords.SYNC_WINDOW, window))
              : OptionalInt.empty());
      builder.sync(part(PaginationWords.SYNC_AT, SyncText::sync, text));
    } else if (send.isPresent() || !back.isEmpty() || window.isPresent()) {
      throw wrong(
          send.isPresent()
              ? PaginationWords.SYNC_SEND
              : back.isEmpty() ? PaginationWords.SYNC_WINDOW : PaginationWords.SYNC_BACK,
          "nothing is synced without " + shown.apply(PaginationWords.SYNC_AT)
              + ", such as $.nextSyncToken");
    }
  }

  private boolean isTrue(String name) {
    Optional<String> text = last(name);
    if (text.isPresent() && !text.get().matches("true|false")) {
      throw wrong(name, shown.apply(name) + " is true or false, not '" + text.get() + "'");
    }
    return text.filter("true"::equals).isPresent();
  }

  private List<String> all(String name) {
    return said.getOrDefault(name, List.of());
  }

  private Optional<String> last(String name) {
    List<String> texts = all(name);
    return texts.isEmpty() ? Optional.empty() : Optional.of(texts.get(texts.size() - 1));
  }

  private void each(String name, Consumer<String> setter) {
    for (String text : all(name)) {
      part(
          name,
          value -> {
            setter.accept(value);
            return value;
          },
          text);
    }
  }

  private static <A, B> B part(String name, Function<A, B> reading, A text) {
    try {
      return reading.apply(text);
    } catch (IllegalArgumentException e) {
      throw new WordException(name, String.valueOf(e.getMessage()));
    }
  }

  private static WordException wrong(String name, String message) {
    return new WordException(name, message);
  }
}
