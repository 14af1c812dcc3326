package dev.pageturner.pagination;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How an endpoint pages, as independent choices: where the {@linkplain #items() items} are, what
 * tells the {@linkplain #next() next} position and when the list {@linkplain #endRules() ends}, how
 * the next request {@linkplain #carrier() carries} it, and what the last page offers for
 * {@linkplain #sync() later}.
 *
 * <p>Start from a known combination ({@link #cursor}, {@link #linkHeader}, {@link #offset}, …) and
 * refine it with {@link #items(String)}, {@link #pageSize(String)} or {@link #newBuilder()}; or let
 * {@link #detect()} decide from the first response. A pagination is immutable and may be shared. It
 * sends nothing by itself.
 *
 * <p>By default a cursor or URL that is absent, null, false or an empty string ends the list, 0
 * does not, and a page without items is the end of a counted list only.
 */
public final class Pagination {
  private final Items items;
  private final Next next;
  private final Carrier carrier;
  private final @Nullable Flag hasMore;
  private final @Nullable Source totalItems;
  private final @Nullable Source totalPages;
  private final Set<EndRule> endRules;
  private final Set<Integer> endStatuses;
  private final @Nullable PageSize pageSize;
  private final @Nullable String firstCursor;
  private final @Nullable String followingMethod;
  private final @Nullable String followingPath;
  private final Kept kept;
  private final @Nullable LinkRewrite linkRewrite;
  private final @Nullable JsonPath overlap;
  private final boolean extraItem;
  private final @Nullable JsonPath error;
  private final @Nullable Sync sync;

  private Pagination(Builder builder) {
    this.items = builder.items;
    this.next = builder.next;
    // Where none follows, nothing carries a position.
    this.carrier = next instanceof Next.None ? new Carrier.TheUrl() : builder.carrier;
    this.hasMore = builder.hasMore;
    this.totalItems = builder.totalItems;
    this.totalPages = builder.totalPages;
    this.endRules = Set.copyOf(builder.endRules);
    this.endStatuses = Set.copyOf(builder.endStatuses);
    this.pageSize = builder.pageSize;
    this.firstCursor = builder.firstCursor;
    this.followingMethod = builder.followingMethod;
    this.followingPath = builder.followingPath;
    this.kept = builder.kept;
    this.linkRewrite = builder.linkRewrite;
    this.overlap = builder.overlap;
    this.extraItem = builder.extraItem;
    this.error = builder.error;
    this.sync = builder.sync;
  }

  /**
   * {@return the pagination that is decided from the request and the first response}
   *
   * <p>What was decided, and why, is told to the listener of the traversal. When nothing looks like
   * a next page the list ends after the first one, and the listener is warned if that page was
   * full.
   */
  public static Pagination detect() {
    return new Builder().build();
  }

  /** {@return the pagination of a list that has one page} */
  public static Pagination onePage() {
    return new Builder().next(new Next.None()).build();
  }

  /**
   * {@return a cursor in the body that goes back in a query parameter}
   *
   * @param path where the cursor is in the body, such as {@code $.meta.next_cursor}
   * @param parameter the query parameter, such as {@code cursor}
   */
  public static Pagination cursor(String path, String parameter) {
    return cursor(Source.body(path), Carrier.query(parameter));
  }

  /**
   * {@return a cursor, wherever it is, that goes back in any way}
   *
   * @param source where the cursor is in the response
   * @param carrier how the next request carries it
   */
  public static Pagination cursor(Source source, Carrier carrier) {
    return new Builder().next(new Next.Cursor(List.of(source))).carrier(carrier).build();
  }

  /**
   * {@return the URL of the next page in the body, absolute or relative}
   *
   * @param path where the URL is, such as {@code $.links.next}
   */
  public static Pagination nextUrl(String path) {
    return new Builder().next(new Next.Url(Source.body(path))).build();
  }

  /**
   * {@return a link object in the body, which may name the method and the body of the next request}
   *
   * @param path where the object is, such as {@code $.links[?rel=next]}
   */
  public static Pagination linkObject(String path) {
    return new Builder().next(new Next.LinkObject(Source.body(path))).build();
  }

  /** {@return the {@code Link} header with {@code rel="next"} (RFC 8288)} */
  public static Pagination linkHeader() {
    return new Builder().next(new Next.LinkHeader("next")).build();
  }

  /** {@return HAL: {@code _links.next.href}; name the items, as in {@code $._embedded.orders}} */
  public static Pagination hal() {
    return nextUrl("$._links.next.href");
  }

  /** {@return OData: the items in {@code value}, the next URL in {@code @odata.nextLink}} */
  public static Pagination odata() {
    return nextUrl("$['@odata.nextLink']").items("$.value");
  }

  /** {@return FHIR bundles: the entries, the next URL in {@code link[?relation=next].url}} */
  public static Pagination fhir() {
    return nextUrl("$.link[?relation=next].url").items("$.entry");
  }

  /**
   * {@return an offset that grows by the items received; ends on an empty page, or at a total}
   *
   * @param parameter the query parameter of the offset
   * @param sizeParameter the query parameter of the page size
   */
  public static Pagination offset(String parameter, String sizeParameter) {
    return new Builder()
        .next(new Next.Offset(0))
        .carrier(Carrier.query(parameter))
        .pageSize(PageSize.query(sizeParameter))
        .build();
  }

  /**
   * {@return an offset that grows by the items received; ends on an empty page, or at a total}
   *
   * @param parameter the query parameter of the offset
   * @param first the offset of the first item, 0 as a rule
   */
  public static Pagination offset(String parameter, long first) {
    return new Builder()
        .next(new Next.Offset(first))
        .carrier(Carrier.query(parameter))
        .build();
  }

  /**
   * {@return page numbers from {@code first}; ends on an empty page, or at a total}
   *
   * @param parameter the query parameter of the page number
   * @param first the number of the first page, 0 or 1
   */
  public static Pagination pageNumber(String parameter, long first) {
    return new Builder()
        .next(new Next.PageNumber(first))
        .carrier(Carrier.query(parameter))
        .build();
  }

  /**
   * {@return keyset paging: a field of the last item goes back; ends on an empty page, or when a
   * flag added with {@link #hasMore(String)} says so}
   *
   * @param field where the value is in an item, such as {@code $.id}
   * @param parameter the query parameter, such as {@code starting_after}
   */
  public static Pagination afterLastItem(String field, String parameter) {
    return new Builder()
        .next(new Next.Cursor(List.of(Source.lastItem(field))))
        .carrier(Carrier.query(parameter))
        .endRule(EndRule.EMPTY_PAGE)
        .build();
  }

  /** {@return this pagination with the items in the array at {@code path}} */
  public Pagination items(String path) {
    return newBuilder().items(new Items.ArrayAt(JsonPath.of(path))).build();
  }

  /** {@return this pagination with the values of the object at {@code path} for items} */
  public Pagination itemValues(String path) {
    return newBuilder().items(new Items.ValuesOf(JsonPath.of(path))).build();
  }

  /** {@return this pagination with a flag in the body that is true while there are more pages} */
  public Pagination hasMore(String path) {
    return newBuilder().hasMore(new Flag(Source.body(path), false)).build();
  }

  /** {@return this pagination with a flag in the body that is true on the last page} */
  public Pagination isLast(String path) {
    return newBuilder().hasMore(new Flag(Source.body(path), true)).build();
  }

  /** {@return this pagination with the number of all items in the body} */
  public Pagination totalItems(String path) {
    return newBuilder().totalItems(Source.body(path)).build();
  }

  /** {@return this pagination with the number of all pages in the body} */
  public Pagination totalPages(String path) {
    return newBuilder().totalPages(Source.body(path)).build();
  }

  /** {@return this pagination with the query parameter that asks for a page size} */
  public Pagination pageSize(String parameter) {
    return newBuilder().pageSize(PageSize.query(parameter)).build();
  }

  /**
   * {@return this pagination with the query parameter that asks for a page size}
   *
   * @param parameter the query parameter
   * @param max the most that the server gives; more is never asked for
   */
  public Pagination pageSize(String parameter, int max) {
    return newBuilder().pageSize(new PageSize(Carrier.query(parameter), max, 0)).build();
  }

  /** {@return this pagination with the cursor that the first request needs, such as {@code *}} */
  public Pagination firstCursor(String cursor) {
    return newBuilder().firstCursor(cursor).build();
  }

  /** {@return this pagination with one more rule that ends the list} */
  public Pagination endRule(EndRule rule) {
    return newBuilder().endRule(rule).build();
  }

  /**
   * {@return this pagination with following requests that carry the position alone: neither the
   * query nor the body of the first request is repeated}
   */
  public Pagination tokenAlone() {
    return newBuilder().kept(Kept.nothing()).build();
  }

  /**
   * {@return this pagination with following requests that carry the position, and of the first
   * request's query and body only the parameters of these names}
   */
  public Pagination keeping(String... names) {
    return newBuilder().kept(Kept.only(names)).build();
  }

  /**
   * {@return this pagination with following pages at another path}
   *
   * @param path an absolute path, or one that is relative to the URL of the first request
   */
  public Pagination followingPath(String path) {
    return newBuilder().followingPath(path).build();
  }

  /**
   * {@return this pagination with next links rewritten from one prefix to another}
   *
   * @param from the prefix that the server writes, such as {@code http://internal:8080}, or a path
   * @param to what to call instead, such as {@code https://api.example.com/v1}, or a path
   */
  public Pagination rewriteLinks(String from, String to) {
    return newBuilder().linkRewrite(new LinkRewrite(from, to)).build();
  }

  /**
   * {@return this pagination with the path and query of each next link followed on the origin of
   * the first request, whatever host the link names}
   */
  public Pagination linksOnOrigin() {
    return rewriteLinks("/", "/");
  }

  /**
   * {@return this keyset pagination for a server that compares with {@code >=}}: what was delivered
   * before is left out of the next page
   *
   * @param key where the key is in an item, such as {@code $.updated_at}
   */
  public Pagination overlap(String key) {
    return newBuilder().overlap(key).build();
  }

  /**
   * {@return this pagination with what the last page offers for later}
   *
   * <p>It is used by traversals that are asked to {@code sync()}, such as
   * {@code pagination.sync(Sync.token("$.nextSyncToken", "syncToken"))}.
   */
  public Pagination sync(Sync sync) {
    return newBuilder().sync(sync).build();
  }

  /** {@return where the items are} */
  public Items items() {
    return items;
  }

  /** {@return what tells where the next page starts} */
  public Next next() {
    return next;
  }

  /** {@return how the next request carries the position} */
  public Carrier carrier() {
    return carrier;
  }

  /** {@return the flag that says whether there are more pages} */
  public Optional<Flag> hasMore() {
    return Optional.ofNullable(hasMore);
  }

  /** {@return where the number of all items is} */
  public Optional<Source> totalItems() {
    return Optional.ofNullable(totalItems);
  }

  /** {@return where the number of all pages is} */
  public Optional<Source> totalPages() {
    return Optional.ofNullable(totalPages);
  }

  /** {@return the further rules that end the list} */
  public Set<EndRule> endRules() {
    return endRules;
  }

  /** {@return the statuses that, on a page after the first, mean that the list has ended} */
  public Set<Integer> endStatuses() {
    return endStatuses;
  }

  /** {@return how a request asks for a page size} */
  public Optional<PageSize> pageSize() {
    return Optional.ofNullable(pageSize);
  }

  /** {@return the cursor of the first request, if the API wants one} */
  public Optional<String> firstCursor() {
    return Optional.ofNullable(firstCursor);
  }

  /** {@return the method of the requests after the first, where it differs} */
  public Optional<String> followingMethod() {
    return Optional.ofNullable(followingMethod);
  }

  /**
   * {@return the path of the requests after the first, where it differs: absolute, or relative to
   * the URL of the first request}
   */
  public Optional<String> followingPath() {
    return Optional.ofNullable(followingPath);
  }

  /** {@return what the requests after the first repeat of its query and body} */
  public Kept kept() {
    return kept;
  }

  /** {@return how next links are rewritten} */
  public Optional<LinkRewrite> linkRewrite() {
    return Optional.ofNullable(linkRewrite);
  }

  /** {@return where the key is in an item, if pages begin with items that were delivered before} */
  public Optional<JsonPath> overlap() {
    return Optional.ofNullable(overlap);
  }

  /**
   * {@return whether the same position may come again and is no circle, because the server moves on
   * by itself; a list of such positions cannot be resumed}
   */
  public boolean mayRepeatCursor() {
    return endRules.contains(EndRule.CONSTANT_CURSOR);
  }

  /**
   * {@return whether a page may have one item more than asked for, which is not delivered but names
   * the start of the next page}
   */
  public boolean extraItem() {
    return extraItem;
  }

  /** {@return where a page with status 200 describes an error} */
  public Optional<JsonPath> error() {
    return Optional.ofNullable(error);
  }

  /** {@return what the last page offers for later, if that is known} */
  public Optional<Sync> sync() {
    return Optional.ofNullable(sync);
  }

  /** {@return whether some choice is left to be made from the first response} */
  public boolean isDetected() {
    return next instanceof Next.Detected;
  }

  /**
   * {@return the choices that give a position its meaning, as a short text}
   *
   * <p>Two paginations with the same text understand each other's positions, so that a checkpoint
   * made under the one may be resumed under the other. Flags, totals, the page size, what requests
   * repeat and what the last page offers for later are no part of it.
   */
  public String identity() {
    StringJoiner text = new StringJoiner("; ");
    text.add(items.toString()).add(next.toString()).add(carrier.toString());
    overlap().ifPresent(key -> text.add("overlap by " + key));
    return text.toString();
  }

  /** {@return a builder that starts from this pagination} */
  public Builder newBuilder() {
    return new Builder(this);
  }

  /** {@return the choices in words} */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner("; ", "Pagination[", "]");
    text.add("items: " + items).add("next: " + next);
    boolean open = next instanceof Next.Detected && carrier instanceof Carrier.TheUrl;
    if (!open && !(next instanceof Next.None)) {
      text.add("sent as: " + carrier);
    }
    hasMore().ifPresent(flag -> text.add("more: " + flag));
    totalItems().ifPresent(total -> text.add("total items: " + total));
    totalPages().ifPresent(total -> text.add("total pages: " + total));
    if (!endRules.isEmpty()) {
      text.add("also: " + new TreeSet<>(endRules));
    }
    if (!endStatuses.isEmpty()) {
      text.add("end at status: " + new TreeSet<>(endStatuses));
    }
    pageSize().ifPresent(size -> text.add("page size: " + size));
    firstCursor().ifPresent(first -> text.add("first cursor: '" + first + "'"));
    followingPath().ifPresent(path -> text.add("following pages at: " + path));
    followingMethod().ifPresent(method -> text.add("following pages by: " + method));
    if (!(kept instanceof Kept.Everything)) {
      text.add("following pages keep: " + kept);
    }
    linkRewrite().ifPresent(rule -> text.add("links from " + rule));
    overlap().ifPresent(key -> text.add("overlap by: " + key));
    if (extraItem) {
      text.add("one extra item");
    }
    error().ifPresent(path -> text.add("error at: " + path));
    sync().ifPresent(later -> text.add("later: " + later));
    return text.toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Pagination that && choices().equals(that.choices());
  }

  @Override
  public int hashCode() {
    return choices().hashCode();
  }

  private List<Object> choices() {
    return List.of(
        items,
        next,
        carrier,
        hasMore(),
        totalItems(),
        totalPages(),
        endRules,
        endStatuses,
        pageSize(),
        firstCursor(),
        followingMethod(),
        followingPath(),
        kept,
        linkRewrite(),
        overlap(),
        extraItem,
        error(),
        sync());
  }

  /**
   * Builds a {@link Pagination}: items found in the body, and the rest detected, unless said. A
   * cursor or counter needs a {@link #carrier}.
   */
  public static final class Builder {
    private static final Pattern METHOD =
        Pattern.compile("[A-Z0-9!#$%&'*+.^_`|~-]+", Pattern.CASE_INSENSITIVE);
    // Neither a scheme nor a host in front, no query behind, and no backslash that is read as "/".
    private static final Pattern PATH =
        Pattern.compile("(?!//|[A-Za-z][A-Za-z0-9+.-]*:)[^?#\\\\\\s\\p{Cntrl}]+");

    private Items items = new Items.Found();
    private Next next = new Next.Detected();
    private Carrier carrier = new Carrier.TheUrl();
    private @Nullable Flag hasMore;
    private @Nullable Source totalItems;
    private @Nullable Source totalPages;
    private final Set<EndRule> endRules = EnumSet.noneOf(EndRule.class);
    private final Set<Integer> endStatuses = new TreeSet<>();
    private @Nullable PageSize pageSize;
    private @Nullable String firstCursor;
    private @Nullable String followingMethod;
    private @Nullable String followingPath;
    private Kept kept = Kept.everything();
    private @Nullable LinkRewrite linkRewrite;
    private @Nullable JsonPath overlap;
    private boolean extraItem;
    private @Nullable JsonPath error;
    private @Nullable Sync sync;

    /** Starts from {@link Pagination#detect()}. */
    public Builder() {}

    private Builder(Pagination from) {
      this.items = from.items;
      this.next = from.next;
      this.carrier = from.carrier;
      this.hasMore = from.hasMore;
      this.totalItems = from.totalItems;
      this.totalPages = from.totalPages;
      this.endRules.addAll(from.endRules);
      this.endStatuses.addAll(from.endStatuses);
      this.pageSize = from.pageSize;
      this.firstCursor = from.firstCursor;
      this.followingMethod = from.followingMethod;
      this.followingPath = from.followingPath;
      this.kept = from.kept;
      this.linkRewrite = from.linkRewrite;
      this.overlap = from.overlap;
      this.extraItem = from.extraItem;
      this.error = from.error;
      this.sync = from.sync;
    }

    /** Says where the items are. */
    public Builder items(Items items) {
      this.items = Objects.requireNonNull(items, "items");
      return this;
    }

    /** Says what tells where the next page starts. */
    public Builder next(Next next) {
      this.next = Objects.requireNonNull(next, "next");
      return this;
    }

    /** Says how the next request carries the position. */
    public Builder carrier(Carrier carrier) {
      this.carrier = Objects.requireNonNull(carrier, "carrier");
      return this;
    }

    /** Names the flag that says whether there are more pages. */
    public Builder hasMore(Flag flag) {
      this.hasMore = Objects.requireNonNull(flag, "flag");
      return this;
    }

    /** Says where the number of all items is. */
    public Builder totalItems(Source source) {
      this.totalItems = Objects.requireNonNull(source, "source");
      return this;
    }

    /** Says where the number of all pages is. */
    public Builder totalPages(Source source) {
      this.totalPages = Objects.requireNonNull(source, "source");
      return this;
    }

    /** Adds a rule that ends the list. */
    public Builder endRule(EndRule rule) {
      this.endRules.add(Objects.requireNonNull(rule, "rule"));
      return this;
    }

    /**
     * Adds a status that, on a page after the first, means that the list has ended; for servers
     * that answer 404, or 400, when asked past the end.
     */
    public Builder endStatus(int status) {
      if (status < 300 || status > 599) {
        throw new IllegalArgumentException("not a status that can end a list: " + status);
      }
      this.endStatuses.add(status);
      return this;
    }

    /** Says how a request asks for a page size. */
    public Builder pageSize(PageSize pageSize) {
      this.pageSize = Objects.requireNonNull(pageSize, "pageSize");
      return this;
    }

    /** Sets the cursor of the first request, such as {@code *} or an empty string. */
    public Builder firstCursor(String cursor) {
      this.firstCursor = Objects.requireNonNull(cursor, "cursor");
      return this;
    }

    /**
     * Sets the method of the requests after the first, such as GET after a POST. With GET, whatever
     * body the first request has is not sent again.
     */
    public Builder followingMethod(String method) {
      if (!METHOD.matcher(method).matches()) {
        throw new IllegalArgumentException("not an HTTP method: '" + method + "'");
      }
      this.followingMethod = method.toUpperCase(Locale.ROOT);
      return this;
    }

    /**
     * Sets the path of the requests after the first, where it differs. Query and body are those of
     * the first request, unless {@link #kept} says otherwise. Where a next link is followed, its
     * own path counts.
     *
     * @param path an absolute path on the origin of the first request, such as
     *     {@code /files/continue}; or one relative to the URL of that request, such as
     *     {@code list/continue}
     */
    public Builder followingPath(String path) {
      if (!PATH.matcher(path).matches()) {
        throw new IllegalArgumentException(
            "not a path of the list's own origin, without a query: '" + path + "'");
      }
      this.followingPath = path;
      return this;
    }

    /** Says what the requests after the first repeat of its query and body: all, by default. */
    public Builder kept(Kept kept) {
      this.kept = Objects.requireNonNull(kept, "kept");
      return this;
    }

    /** Says how next links are rewritten before they are followed: not at all, by default. */
    public Builder linkRewrite(LinkRewrite rewrite) {
      this.linkRewrite = Objects.requireNonNull(rewrite, "rewrite");
      return this;
    }

    /**
     * Says that a page begins with items that were delivered before, because the server compares
     * the key of the last item with {@code >=}. Items of the next page that have the key of the
     * last item and were delivered are left out; others with that key are delivered. A page that
     * has nothing new is the end.
     *
     * @param key where the key is in an item, such as {@code $.updated_at}
     */
    public Builder overlap(String key) {
      this.overlap = JsonPath.of(key);
      return this;
    }

    /**
     * Says that the server sends one item more than the page size when there are more: it is not
     * delivered with that page, and its field is the cursor of the next one, which starts with it.
     * A page of just the size is the last one, unless a flag says otherwise.
     */
    public Builder extraItem(boolean extraItem) {
      this.extraItem = extraItem;
      return this;
    }

    /** Says where a page with status 200 describes an error. */
    public Builder error(String path) {
      this.error = JsonPath.of(path);
      return this;
    }

    /** Says what the last page offers for later. */
    public Builder sync(Sync sync) {
      this.sync = Objects.requireNonNull(sync, "sync");
      return this;
    }

    /**
     * {@return the pagination}
     *
     * @throws IllegalArgumentException if the choices do not fit each other
     */
    public Pagination build() {
      checkCarrier();
      checkBody();
      if (extraItem && pageSize == null) {
        throw new IllegalArgumentException("one extra item: the page size must be known");
      } else if (overlap != null && !(next instanceof Next.Cursor)) {
        throw new IllegalArgumentException(next + " has no key for items to overlap by");
      } else if (endRules.contains(EndRule.CONSTANT_CURSOR)
          && endRules.contains(EndRule.REPEATED_CURSOR)) {
        throw new IllegalArgumentException(
            "a cursor that comes again is either the end or the way on, not both");
      }
      return new Pagination(this);
    }

    private void checkCarrier() {
      boolean byUrl = next instanceof Next.Url
          || next instanceof Next.LinkHeader
          || next instanceof Next.LinkObject;
      boolean decided = !(next instanceof Next.Detected || next instanceof Next.None);
      if (decided && byUrl != carrier instanceof Carrier.TheUrl) {
        throw new IllegalArgumentException(next + " cannot travel as " + carrier);
      }
      if (decided && !byUrl && valuesOf(next) != namesOf(carrier)) {
        throw new IllegalArgumentException(
            next + " has " + valuesOf(next) + " values, not as many as " + carrier);
      }
    }

    /** A request by GET has no body that could carry anything. */
    private void checkBody() {
      boolean inBody = carrier instanceof Carrier.Body || carrier instanceof Carrier.Form;
      if (inBody && followingMethod != null && followingMethod.matches("GET|HEAD")) {
        throw new IllegalArgumentException(
            "following pages by " + followingMethod + " cannot carry a position in the " + carrier);
      }
    }

    private static int valuesOf(Next next) {
      return next instanceof Next.Cursor cursor ? cursor.sources().size() : 1;
    }

    static int namesOf(Carrier carrier) {
      if (carrier instanceof Carrier.Query query) {
        return query.names().size();
      } else if (carrier instanceof Carrier.Body body) {
        return body.paths().size();
      } else if (carrier instanceof Carrier.Header header) {
        return header.names().size();
      } else if (carrier instanceof Carrier.Form form) {
        return form.names().size();
      }
      return 1;
    }
  }
}
