package dev.pageturner.openapi.spelling;

import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.Flag;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.Kept;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.PageSize;
import dev.pageturner.pagination.Pagination;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Any pagination as the words that say it. {@link PaginationReader} reads them. */
public final class PaginationWords {
  static final String ITEMS = "items";
  static final String NEXT = "next";
  static final String SEND = "send";
  static final String HAS_MORE = "has-more";
  static final String IS_LAST = "is-last";
  static final String TOTAL_ITEMS = "total-items";
  static final String TOTAL_PAGES = "total-pages";
  static final String END_RULE = "end-rule";
  static final String END_STATUS = "end-status";
  static final String SIZE_PARAM = "size-param";
  static final String SIZE_MAX = "size-max";
  static final String SIZE_USUAL = "size-usual";
  static final String FIRST_CURSOR = "first-cursor";
  static final String FOLLOWING_METHOD = "following-method";
  static final String FOLLOWING_PATH = "following-path";
  static final String TOKEN_ALONE = "token-alone";
  static final String KEEP = "keep";
  static final String REWRITE_LINKS = "rewrite-links";
  static final String OVERLAP = "overlap";
  static final String EXTRA_ITEM = "extra-item";
  static final String ERROR_AT = "error-at";
  static final String SYNC_AT = "sync-at";
  static final String SYNC_SEND = "sync-send";
  static final String SYNC_BACK = "sync-back";
  static final String SYNC_WINDOW = "sync-window";

  /** The names of all words, in the order in which they are written. */
  public static final List<String> NAMES = List.of(
      ITEMS,
      NEXT,
      SEND,
      HAS_MORE,
      IS_LAST,
      TOTAL_ITEMS,
      TOTAL_PAGES,
      END_RULE,
      END_STATUS,
      SIZE_PARAM,
      SIZE_MAX,
      SIZE_USUAL,
      FIRST_CURSOR,
      FOLLOWING_METHOD,
      FOLLOWING_PATH,
      TOKEN_ALONE,
      KEEP,
      REWRITE_LINKS,
      OVERLAP,
      EXTRA_ITEM,
      ERROR_AT,
      SYNC_AT,
      SYNC_SEND,
      SYNC_BACK,
      SYNC_WINDOW);

  /** The names of the words that may be said more than once. */
  public static final Set<String> REPEATABLE =
      Set.of(NEXT, SEND, END_RULE, END_STATUS, KEEP, SYNC_BACK);

  /** The names of the words that say no more than that something holds. */
  public static final Set<String> FLAGS = Set.of(TOKEN_ALONE, EXTRA_ITEM);

  private final List<Word> words = new ArrayList<>();

  private PaginationWords() {}

  /** {@return the words, those of one name beside each other} */
  public static List<Word> of(Pagination pagination) {
    PaginationWords all = new PaginationWords();
    all.addChoices(pagination);
    all.addEnds(pagination);
    pagination.pageSize().ifPresent(all::addSize);
    all.addFollowing(pagination);
    pagination.sync().map(SyncText::of).ifPresent(all::addSync);
    return List.copyOf(all.words);
  }

  private void addChoices(Pagination pagination) {
    if (!(pagination.items() instanceof Items.Found)) {
      add(ITEMS, PartTexts.of(pagination.items()));
    }
    boolean carried = !(pagination.carrier() instanceof Carrier.TheUrl);
    if (carried || !(pagination.next() instanceof Next.Detected)) {
      PartTexts.of(pagination.next()).forEach(text -> add(NEXT, text));
    }
    if (carried) {
      PartTexts.of(pagination.carrier()).forEach(text -> add(SEND, text));
    }
  }

  private void addEnds(Pagination pagination) {
    pagination.hasMore().ifPresent(this::addFlag);
    pagination.totalItems().ifPresent(total -> add(TOTAL_ITEMS, PartTexts.of(total)));
    pagination.totalPages().ifPresent(total -> add(TOTAL_PAGES, PartTexts.of(total)));
    new TreeSet<>(pagination.endRules()).forEach(rule -> add(END_RULE, PartTexts.of(rule)));
    new TreeSet<>(pagination.endStatuses())
        .forEach(status -> add(END_STATUS, Integer.toString(status)));
  }

  private void addFlag(Flag flag) {
    add(flag.negated() ? IS_LAST : HAS_MORE, PartTexts.of(flag.source()));
  }

  private void addSize(PageSize size) {
    add(SIZE_PARAM, PartTexts.of(size.carrier()).get(0));
    if (size.max() > 0) {
      add(SIZE_MAX, Integer.toString(size.max()));
    }
    if (size.usual() > 0) {
      add(SIZE_USUAL, Integer.toString(size.usual()));
    }
  }

  private void addFollowing(Pagination pagination) {
    pagination.firstCursor().ifPresent(cursor -> add(FIRST_CURSOR, cursor));
    pagination.followingMethod().ifPresent(method -> add(FOLLOWING_METHOD, method));
    pagination.followingPath().ifPresent(path -> add(FOLLOWING_PATH, path));
    if (pagination.kept() instanceof Kept.Only only) {
      addFlag(TOKEN_ALONE, only.names().isEmpty());
      only.names().forEach(name -> add(KEEP, name));
    }
    pagination.linkRewrite().ifPresent(rule -> add(REWRITE_LINKS, PartTexts.of(rule)));
    pagination.overlap().ifPresent(key -> add(OVERLAP, key.text()));
    addFlag(EXTRA_ITEM, pagination.extraItem());
    pagination.error().ifPresent(path -> add(ERROR_AT, path.text()));
  }

  private void addSync(SyncText sync) {
    add(SYNC_AT, sync.at());
    sync.send().forEach(text -> add(SYNC_SEND, text));
    sync.back().forEach(text -> add(SYNC_BACK, text));
    sync.window().ifPresent(items -> add(SYNC_WINDOW, Integer.toString(items)));
  }

  private void addFlag(String name, boolean holds) {
    if (holds) {
      add(name, "true");
    }
  }

  private void add(String name, String value) {
    words.add(new Word(name, value));
  }
}
