package dev.pageturner.internal.detect;

import dev.pageturner.internal.json.PathExpression;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Offsets and page numbers that the response repeats, beside a total or a flag. */
final class CounterRule {
  static final List<String> OFFSETS =
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
  static final List<String> PAGE_PARAMETERS =
      List.of("page", "pagenumber", "pageno", "pageindex", "p", "_page", "page[number]");
  /** What the page's number is usually called, the most usual first. */
  private static final List<String> PAGE_GUESSES =
      List.of("page", "page_number", "pageNumber", "p");

  private CounterRule() {}

  static Optional<Rule> find(BodyValues body) {
    return byPage(body).or(() -> byOffset(body)).or(() -> byPageCount(body));
  }

  private static Optional<Rule> byPage(BodyValues body) {
    Optional<Statement> page = number(body, PAGES);
    Optional<Source> pages = pageCount(body);
    boolean ends =
        pages.isPresent() || body.anyFlag().isPresent() || body.total().isPresent();
    if (page.isEmpty() || !ends) {
      return Optional.empty();
    }
    long first = page.get().number().orElse(1L);
    Optional<String> own = body.requestParameter(PAGE_PARAMETERS);
    boolean ownName = PAGE_PARAMETERS.contains(page.get().plainName());
    String parameter = own.orElse(ownName ? nameOf(page.get()) : "page");
    // A request in the middle of the list says nothing of how the first page is numbered.
    Next next = new Next.PageNumber(own.isPresent() || first > 1 ? 1 : first);
    String reason = "the body has the page's number at " + page.get().where()
        + ", which goes back as " + parameter;
    return Optional.of(rule(own.isPresent(), reason, parameter, PAGE_GUESSES, name -> {
      Pagination.Builder pagination =
          new Pagination.Builder().next(next).carrier(body.carrier(name));
      pages.ifPresent(pagination::totalPages);
      return pagination.build();
    }));
  }

  private static Optional<Rule> byOffset(BodyValues body) {
    Optional<Statement> offset = number(body, OFFSETS);
    if (offset.isEmpty() || (body.total().isEmpty() && body.anyFlag().isEmpty())) {
      return Optional.empty();
    }
    Optional<String> own = body.requestParameter(OFFSETS);
    String parameter = own.orElse(nameOf(offset.get()));
    Next next = new Next.Offset(offset.get().text().equals("1") ? 1 : 0);
    String reason = "the body has the page's offset at " + offset.get().where()
        + ", which goes back as " + parameter;
    return Optional.of(rule(own.isPresent(), reason, parameter, List.of("offset"), name -> {
      Pagination.Builder pagination =
          new Pagination.Builder().next(next).carrier(body.carrier(name));
      body.total().ifPresent(path -> pagination.totalItems(Source.body(path)));
      return pagination.build();
    }));
  }

  /** A number of pages, in the body or a header, and no number of this one. */
  private static Optional<Rule> byPageCount(BodyValues body) {
    Optional<String> own = body.requestParameter(PAGE_PARAMETERS);
    return pageCount(body)
        .map(count -> rule(
            own.isPresent(),
            "the response has the number of pages at " + count
                + ", and a page's number goes back as " + own.orElse("page"),
            own.orElse("page"),
            PAGE_GUESSES,
            name -> Pagination.pageNumber(name, 1)
                .newBuilder()
                .carrier(body.carrier(name))
                .totalPages(count)
                .build()));
  }

  private static Optional<Source> pageCount(BodyValues body) {
    return body.statements().stream()
        .filter(each -> Counts.kindOf(each, Set.of()).equals(Optional.of(Counts.Kind.PAGES)))
        .filter(each -> each.number().isPresent())
        .filter(each -> !each.isHeader() || each.isPlainHeader())
        .map(each -> each.isHeader() ? Source.header(each.headerName()) : Source.body(each.where()))
        .findFirst();
  }

  private static Rule rule(
      boolean stated,
      String reason,
      String parameter,
      List<String> others,
      Function<String, Pagination> by) {
    List<Pagination> alternatives =
        others.stream().filter(name -> !name.equals(parameter)).map(by).toList();
    return stated
        ? Rule.stated(by.apply(parameter), reason)
        : Rule.guessed(by.apply(parameter), reason, alternatives);
  }

  private static String nameOf(Statement statement) {
    return Outline.nameOf(PathExpression.parse(statement.where()));
  }

  /** The caller's own first page or offset, where the response says nothing. */
  static Optional<Rule> fromRequest(BodyValues body) {
    Optional<String> page = body.requestParameter(PAGE_PARAMETERS);
    if (page.isPresent()) {
      return Optional.of(Rule.stated(
          Pagination.pageNumber(page.get(), 1),
          "the request has the parameter " + page.get() + "; ends with an empty page"));
    }
    return body.requestParameter(OFFSETS)
        .map(name -> Rule.stated(
            new Pagination.Builder()
                .next(new Next.Offset(0))
                .carrier(body.carrier(name))
                .build(),
            "the request has the parameter " + name + "; ends with an empty page"));
  }

  private static Optional<Statement> number(BodyValues body, List<String> names) {
    return body.named(names).filter(value -> value.number().isPresent());
  }
}
