package dev.pageturner.internal.detect;

import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.url.LinkHeader;
import dev.pageturner.pagination.EndRule;
import dev.pageturner.pagination.Flag;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.PageSize;
import dev.pageturner.pagination.Pagination;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import okhttp3.Headers;

/**
 * Decides how an endpoint pages, from its first request and response.
 *
 * <p>What says where the next page is counts before what only counts: a {@code Link} header, a URL
 * in the body, a cursor in the body, a cursor in a header, a flag with the last item's id, then
 * offsets and page numbers. Names alone are not enough where their values can be looked at:
 * {@code next} is a URL, a cursor or a number by what is in it.
 */
public final class Detector {
  /** How requests name the page size; the request's own parameter tells what is a full page. */
  private static final Set<String> SIZE_PARAMETERS = Set.of(
      "limit",
      "perpage",
      "pagesize",
      "size",
      "count",
      "first",
      "top",
      "$top",
      "maxresults",
      "results",
      "take",
      "rows",
      "n",
      "max",
      "maxitems",
      "maxkeys",
      "pagelen",
      "itemsperpage",
      "$limit",
      "pagelimit",
      "page[size]",
      "page[limit]");

  private final Outline outline;
  private final Items items;
  private final ApiCall call;
  private final Headers headers;
  private final List<Statement> statements;
  private final BodyValues body;

  private Detector(Outline outline, Items items, ApiCall call, Headers headers) {
    this.outline = outline;
    this.items = items;
    this.call = call;
    this.headers = headers;
    this.statements = Statement.all(outline, items, headers);
    this.body = new BodyValues(outline, call, statements);
  }

  /**
   * {@return how the endpoint pages}
   *
   * @param outline what the first page looks like
   * @param items where its items are
   * @param call the request
   * @param headers the response's headers
   */
  public static Detection detect(Outline outline, Items items, ApiCall call, Headers headers) {
    return new Detector(outline, items, call, headers).detect();
  }

  private Detection detect() {
    return byLinkHeader()
        .or(() -> UrlRule.find(outline, body))
        .or(() -> ObjectRule.find(outline, call))
        .or(() -> CursorRule.find(body))
        .or(() -> HeaderRule.find(body, headers, call))
        .or(() -> CounterRule.find(body))
        .or(() -> PartRule.find(body, headers))
        .or(() -> UrlRule.byContext(outline))
        .or(() -> LastItemRule.find(body, outline, items))
        .or(() -> CounterRule.fromRequest(body))
        .or(() -> CountRule.find(body, call, itemCount()))
        .map(this::completed)
        .orElseGet(this::onePage);
  }

  private Optional<Rule> byLinkHeader() {
    List<String> values = headers.values("Link");
    boolean paging = LinkHeader.parse(values).stream()
        .flatMap(link -> link.relations().stream())
        .anyMatch(rel -> rel.toLowerCase(Locale.ROOT).matches("next|prev|previous|first|last"));
    return paging
        ? Optional.of(Rule.stated(
            Pagination.linkHeader(), "the response has a Link header with page relations"))
        : Optional.empty();
  }

  private Detection completed(Rule rule) {
    Pagination flagged = withFlag(rule.pagination());
    boolean added = rule.pagination().hasMore().isEmpty();
    String flag = flagged.hasMore().filter(f -> added).map(f -> "; " + f).orElse("");
    return new Detection(
        completed(flagged),
        rule.reason() + flag,
        rule.guess(),
        rule.alternatives().stream().map(this::withFlag).map(this::completed).toList());
  }

  private Pagination completed(Pagination recognised) {
    Pagination.Builder pagination = recognised.newBuilder().items(items);
    boolean numbered = recognised.next() instanceof Next.PageNumber;
    boolean offset = recognised.next() instanceof Next.Offset;
    if (recognised.totalItems().isEmpty() && !numbered && !(offset && mayCountThisPage())) {
      body.totalSource().ifPresent(pagination::totalItems);
    }
    sizeParameter().ifPresent(name -> pagination.pageSize(PageSize.query(name)));
    return pagination.build();
  }

  /** A vague word does not end a list while a next position is there. */
  private Pagination withFlag(Pagination recognised) {
    Next next = recognised.next();
    boolean counted = next instanceof Next.Offset || next instanceof Next.PageNumber;
    Optional<Flag> flag = counted ? body.anyFlag() : body.exactFlag();
    if (recognised.hasMore().isPresent()) {
      return recognised;
    } else if (counted || flag.isPresent()) {
      return flag.map(each -> recognised.newBuilder().hasMore(each).build()).orElse(recognised);
    }
    return body.agreeingFlag()
        .map(each ->
            recognised.newBuilder().hasMore(each).endRule(EndRule.CURSOR_WINS).build())
        .orElse(recognised);
  }

  /**
   * A total may count the items of this page, if a full page has as many: the next one shows it.
   */
  private boolean mayCountThisPage() {
    long count = itemCount();
    Optional<Long> size = sizeParameter()
        .flatMap(name -> number(call.url().queryParameter(name)))
        .or(() -> FullPage.repeated(statements).map(FullPage.Size::items));
    return size.isPresent() && count >= size.get() && body.totalValue().equals(Optional.of(count));
  }

  private Detection onePage() {
    Pagination.Builder pagination = Pagination.onePage().newBuilder().items(items);
    sizeParameter().ifPresent(name -> pagination.pageSize(PageSize.query(name)));
    return new Detection(
        pagination.build(), "nothing in the response looks like a next page", false, List.of());
  }

  private long itemCount() {
    String path = ItemsPath.of(items).text();
    return outline.arrays().stream()
        .filter(array -> array.path().toString().equals(path))
        .mapToLong(Outline.Array::count)
        .findFirst()
        .orElse(0);
  }

  /** {@return a pagination that knows the page size's parameter, if the request has one} */
  public static Pagination withPageSize(Pagination pagination, ApiCall call) {
    return pagination.pageSize().isPresent()
        ? pagination
        : sizeParameter(call).map(pagination::pageSize).orElse(pagination);
  }

  static boolean isSizeParameter(String name) {
    return SIZE_PARAMETERS.contains(BodyValues.plain(name));
  }

  private Optional<String> sizeParameter() {
    return sizeParameter(call);
  }

  private static Optional<String> sizeParameter(ApiCall call) {
    return call.url().queryParameterNames().stream()
        .filter(name -> isSizeParameter(name))
        .findFirst();
  }

  static Optional<Long> number(@org.jspecify.annotations.Nullable String text) {
    return text != null && text.matches("\\d{1,18}")
        ? Optional.of(Long.parseLong(text))
        : Optional.empty();
  }
}
