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
final class RuntimeExpressionExtension implements Rule {
  private static final List<String> NAMES =
      List.of("x-pagination", "x-apimatic-pagination", "x-stainless-pagination");

  @Override
  public Optional<Finding> look(Candidate candidate) {
    ObjectNode operation = candidate.operation().node();
    return NAMES.stream()
        .flatMap(
            name -> Stream.concat(operation.list(name).stream(), operation.object(name).stream()))
        .map(Node::asObject)
        .flatMap(Optional::stream)
        .filter(node -> node.has("type"))
        .flatMap(node -> found(candidate, node).stream())
        .findFirst();
  }

  private static Optional<Finding> found(Candidate candidate, ObjectNode node) {
    Optional<RequestField> input =
        node.text("input").map(Paths::requestName).flatMap(candidate::field);
    return style(node.text("type").orElse(""), input)
        .filter(style -> style == PageStyle.NEXT_URL || input.isPresent())
        .map(style -> {
          Finding finding = finding(style, candidate, node).because("an extension says so");
          input.ifPresent(finding::position);
          return finding.items(
              Extended.items(candidate, node.text("results"), node.text("output")));
        });
  }

  /** What is counted isn't taken from the answer. */
  private static Finding finding(PageStyle style, Candidate candidate, ObjectNode node) {
    return style == PageStyle.PAGE_NUMBER || style == PageStyle.OFFSET
        ? new Finding(style, candidate, Sign.EXTENSION)
        : Extended.next(style, candidate, node, node.text("output"));
  }

  private static Optional<PageStyle> style(String type, Optional<RequestField> input) {
    return switch (type) {
      case "page" -> Optional.of(PageStyle.PAGE_NUMBER);
      case "offset" -> Optional.of(PageStyle.OFFSET);
      case "link" -> Optional.of(PageStyle.NEXT_URL);
      case "cursor" ->
        Optional.of(
            input.filter(RequestField::isBody).isPresent()
                ? PageStyle.BODY_CURSOR
                : PageStyle.CURSOR);
      default -> Optional.empty();
    };
  }
}
