package dev.pageturner.internal.paging;

import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.url.LinkHeader;
import dev.pageturner.pagination.Flag;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.PageSize;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
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
final class Detector {
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

  /** Page sizes that servers choose by themselves. */
  private static final Set<Long> USUAL_SIZES =
      Set.of(10L, 15L, 20L, 25L, 30L, 50L, 60L, 100L, 200L, 250L, 500L, 1000L, 5000L);

  private final Outline outline;
  private final Items items;
  private final ApiCall call;
  private final Headers headers;
  private final BodyValues body;

  private Detector(Outline outline, Items items, ApiCall call, Headers headers) {
    this.outline = outline;
    this.items = items;
    this.call = call;
    this.headers = headers;
    this.body = new BodyValues(outline, call);
  }

  /**
   * {@return how the endpoint pages}
   *
   * @param outline what the first page looks like
   * @param items where its items are
   * @param call the request
   * @param headers the response's headers
   */
  static Detection detect(Outline outline, Items items, ApiCall call, Headers headers) {
    return new Detector(outline, items, call, headers).detect();
  }

  private Detection detect() {
    return byLinkHeader()
        .or(() -> UrlRule.find(outline))
        .or(() -> ObjectRule.find(outline, call))
        .or(() -> CursorRule.find(body))
        .or(() -> HeaderRule.find(headers, call))
        .or(() -> CounterRule.find(body, headers))
        .or(() -> LastItemRule.find(body, outline, items))
        .or(() -> CounterRule.fromRequest(body))
        .map(this::completed)
        .orElseGet(this::onePage);
  }

  private Optional<Rule> byLinkHeader() {
    List<String> values = headers.values("Link");
    boolean paging = LinkHeader.parse(values).stream()
        .flatMap(link -> link.relations().stream())
        .anyMatch(rel -> rel.toLowerCase(Locale.ROOT).matches("next|prev|previous|first|last"));
    return paging
        ? Optional.of(
            new Rule(Pagination.linkHeader(), "the response has a Link header with page relations"))
        : Optional.empty();
  }

  /**
   * A way of paging that was recognised.
   *
   * @param pagination how the endpoint pages, but for the items
   * @param reason why, in words
   */
  record Rule(Pagination pagination, String reason) {}

  private Detection completed(Rule rule) {
    Pagination.Builder pagination = rule.pagination().newBuilder().items(items);
    if (rule.pagination().hasMore().isEmpty()) {
      body.flag().ifPresent(pagination::hasMore);
    }
    if (rule.pagination().totalItems().isEmpty()
        && !(rule.pagination().next() instanceof Next.PageNumber)) {
      body.total().map(Source::body).or(this::totalHeader).ifPresent(pagination::totalItems);
    }
    sizeParameter().ifPresent(name -> pagination.pageSize(PageSize.query(name)));
    String reason =
        rule.reason() + body.flag().map(Flag::toString).map(f -> "; " + f).orElse("");
    return new Detection(pagination.build(), reason, Optional.empty());
  }

  private Optional<Source> totalHeader() {
    return headers.names().stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).matches("(x-)?(total|total-count)"))
        .map(Source::header)
        .findFirst();
  }

  private Detection onePage() {
    Pagination.Builder pagination = Pagination.onePage().newBuilder().items(items);
    sizeParameter().ifPresent(name -> pagination.pageSize(PageSize.query(name)));
    Optional<String> warning = doubt()
        .map(why -> why + ", and nothing in it looks like a next page: the list ends here unless"
            + " you say how it pages");
    return new Detection(
        pagination.build(), "nothing in the response looks like a next page", warning);
  }

  private Optional<String> doubt() {
    if (body.saysMore()) {
      return Optional.of("the first page says that there are more");
    }
    if (body.totalValue().orElse(0L) > itemCount()) {
      return Optional.of("the first page has fewer items than it says there are");
    }
    return isFull() ? Optional.of("the first page is full") : Optional.empty();
  }

  private boolean isFull() {
    long count = itemCount();
    Optional<Long> asked = sizeParameter().flatMap(name -> number(call.url().queryParameter(name)));
    return count > 0 && asked.map(size -> count >= size).orElse(USUAL_SIZES.contains(count));
  }

  private long itemCount() {
    String path = PageFormat.pathOf(items).text();
    return outline.arrays().stream()
        .filter(array -> array.path().toString().equals(path))
        .mapToLong(Outline.Array::count)
        .findFirst()
        .orElse(0);
  }

  /** {@return a pagination that knows the page size's parameter, if the request has one} */
  static Pagination withPageSize(Pagination pagination, ApiCall call) {
    return pagination.pageSize().isPresent()
        ? pagination
        : sizeParameter(call).map(pagination::pageSize).orElse(pagination);
  }

  private Optional<String> sizeParameter() {
    return sizeParameter(call);
  }

  private static Optional<String> sizeParameter(ApiCall call) {
    return call.url().queryParameterNames().stream()
        .filter(name -> SIZE_PARAMETERS.contains(BodyValues.plain(name)))
        .findFirst();
  }

  static Optional<Long> number(@org.jspecify.annotations.Nullable String text) {
    return text != null && text.matches("\\d{1,18}")
        ? Optional.of(Long.parseLong(text))
        : Optional.empty();
  }
}
