package dev.pageturner.internal.detect;

import dev.pageturner.internal.detect.Detector.Rule;
import dev.pageturner.internal.json.JsonPath;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.Headers;

/** Offsets and page numbers that the response repeats, beside a total or a flag. */
final class CounterRule {
  private static final List<String> OFFSETS =
      List.of("offset", "skip", "startindex", "startat", "start", "from", "page[offset]");
  private static final List<String> PAGES = List.of(
      "page",
      "pagenumber",
      "currentpage",
      "pageno",
      "pageindex",
      "number",
      "current",
      "p",
      "page[number]");
  private static final List<String> PAGE_PARAMETERS =
      List.of("page", "pagenumber", "pageno", "pageindex", "p", "_page", "page[number]");
  private static final List<String> PAGE_COUNTS = List.of(
      "totalpages", "pages", "pagecount", "lastpage", "numpages", "pagestotal", "totalpage");

  private CounterRule() {}

  static Optional<Rule> find(BodyValues body, Headers headers) {
    return byPage(body).or(() -> byOffset(body)).or(() -> byHeaders(body, headers));
  }

  private static Optional<Rule> byPage(BodyValues body) {
    Optional<Map.Entry<JsonPath, String>> page = number(body, PAGES);
    Optional<Map.Entry<JsonPath, String>> pages = number(body, PAGE_COUNTS);
    boolean ends = pages.isPresent() || body.flag().isPresent() || body.total().isPresent();
    if (page.isEmpty() || !ends) {
      return Optional.empty();
    }
    long first = Long.parseLong(BodyValues.text(page.get().getValue()));
    String name = Outline.nameOf(page.get().getKey());
    boolean ownName = PAGE_PARAMETERS.contains(BodyValues.plain(name));
    String parameter = body.requestParameter(PAGE_PARAMETERS).orElse(ownName ? name : "page");
    // A request in the middle of the list says nothing of how the first page is numbered.
    boolean asked = body.requestParameter(PAGE_PARAMETERS).isPresent();
    Pagination.Builder pagination = new Pagination.Builder()
        .next(new Next.PageNumber(asked || first > 1 ? 1 : first))
        .carrier(body.carrier(parameter));
    pages.ifPresent(count -> pagination.totalPages(Source.body(count.getKey().toString())));
    return Optional.of(new Rule(
        pagination.build(),
        "the body has the page's number at " + page.get().getKey() + ", which goes back as "
            + parameter));
  }

  private static Optional<Rule> byOffset(BodyValues body) {
    Optional<Map.Entry<JsonPath, String>> offset = number(body, OFFSETS);
    if (offset.isEmpty() || (body.total().isEmpty() && body.flag().isEmpty())) {
      return Optional.empty();
    }
    String name = Outline.nameOf(offset.get().getKey());
    String parameter = body.requestParameter(OFFSETS).orElse(name);
    long first = BodyValues.text(offset.get().getValue()).equals("1") ? 1 : 0;
    Pagination.Builder pagination =
        new Pagination.Builder().next(new Next.Offset(first)).carrier(body.carrier(parameter));
    body.total().ifPresent(path -> pagination.totalItems(Source.body(path)));
    return Optional.of(new Rule(
        pagination.build(),
        "the body has the page's offset at " + offset.get().getKey() + ", which goes back as "
            + parameter));
  }

  private static Optional<Rule> byHeaders(BodyValues body, Headers headers) {
    for (String name : headers.names()) {
      String plain = name.toLowerCase(Locale.ROOT);
      if (plain.matches("(.*-)?(total-?pages|page-?count)")) {
        String parameter = body.requestParameter(PAGE_PARAMETERS).orElse("page");
        Pagination pagination = Pagination.pageNumber(parameter, 1)
            .newBuilder()
            .totalPages(Source.header(name))
            .build();
        return Optional.of(
            new Rule(pagination, "the response has the number of pages in the header " + name));
      }
    }
    return Optional.empty();
  }

  /** The caller's own first page or offset, where the response says nothing. */
  static Optional<Rule> fromRequest(BodyValues body) {
    Optional<String> page = body.requestParameter(PAGE_PARAMETERS);
    if (page.isPresent()) {
      return Optional.of(new Rule(
          Pagination.pageNumber(page.get(), 1),
          "the request has the parameter " + page.get() + "; ends with an empty page"));
    }
    return body.requestParameter(OFFSETS)
        .map(name -> new Rule(
            new Pagination.Builder()
                .next(new Next.Offset(0))
                .carrier(body.carrier(name))
                .build(),
            "the request has the parameter " + name + "; ends with an empty page"));
  }

  private static Optional<Map.Entry<JsonPath, String>> number(BodyValues body, List<String> names) {
    return body.named(names).filter(value -> BodyValues.isNumber(value.getValue()));
  }
}
