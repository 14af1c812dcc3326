package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code x-pagination: [{type: page|offset|cursor|link, input: $request.query#/page, output:
 * $response.body#/next, results: …}]}: a list of ways, the preferred one first, in OpenAPI's
 * runtime expressions.
 */
final class RuntimeExpressionExtension implements Extension {
  private static final List<String> NAMES =
      List.of("x-pagination", "x-apimatic-pagination", "x-stainless-pagination");

  @Override
  public Optional<Stated> read(Candidate candidate) {
    List<Stated> said = NAMES.stream()
        .flatMap(name -> ways(candidate, name)
            .filter(node -> node.has("type"))
            .map(node -> stated(new Statement(candidate, name, node))))
        .toList();
    return said.stream()
        .filter(Stated.Pages.class::isInstance)
        .findFirst()
        .or(() -> said.stream().findFirst());
  }

  private static Stream<ObjectNode> ways(Candidate candidate, String name) {
    ObjectNode operation = candidate.operation().node();
    return Stream.concat(
        operation.list(name).stream().map(Node::asObject).flatMap(Optional::stream),
        operation.object(name).stream());
  }

  private static Stated stated(Statement said) {
    ObjectNode node = said.node();
    Optional<RequestField> input = said.request(node, "input");
    Optional<AnswerField> items = said.items(node, "results");
    return switch (node.text("type").orElse("")) {
      case "page" -> counted(said, PageStyle.PAGE_NUMBER, input, items);
      case "offset" -> counted(said, PageStyle.OFFSET, input, items);
      case "cursor" ->
        input
            .map(field -> said.cursor(field, said.place(node, "output"), items))
            .orElseGet(() -> said.refused("a cursor without an input"));
      case "link" ->
        said.place(node, "output")
            .flatMap(Expression::next)
            .map(next -> said.pages(said.finding(PageStyle.NEXT_URL).next(next).items(items)))
            .orElseGet(() -> said.refused("a link without an output"));
      default -> said.refused("type is none of page, offset, cursor and link");
    };
  }

  private static Stated counted(
      Statement said, PageStyle style, Optional<RequestField> input, Optional<AnswerField> items) {
    return input
        .map(field -> said.pages(said.finding(style).position(field).items(items)))
        .orElseGet(() -> said.refused("a count without an input"));
  }
}
