package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.ObjectNode;
import java.util.Optional;

/**
 * {@code x-speakeasy-pagination: {type: cursor|offsetLimit|url, inputs: [{name, in, type}],
 * outputs: {results, nextCursor, nextUrl}}}.
 */
final class SpeakeasyExtension implements Rule {
  @Override
  public Optional<Finding> look(Candidate candidate) {
    return candidate
        .operation()
        .node()
        .object("x-speakeasy-pagination")
        .map(node -> found(candidate, node));
  }

  private static Finding found(Candidate candidate, ObjectNode node) {
    Optional<ObjectNode> input =
        input(node, "cursor").or(() -> input(node, "page")).or(() -> input(node, "offset"));
    Optional<ObjectNode> outputs = node.object("outputs");
    Finding finding = new Finding(style(node, input), candidate, Sign.EXTENSION)
        .because("x-speakeasy-pagination says so");
    input.flatMap(one -> one.text("name")).flatMap(candidate::field).ifPresent(finding::position);
    outputs
        .flatMap(out -> out.text("nextCursor").or(() -> out.text("nextUrl")))
        .ifPresent(path -> finding.next(Paths.field(candidate.answer(), path).jsonPath()));
    return finding.items(outputs
        .flatMap(out -> out.text("results"))
        .map(path -> Paths.field(candidate.answer(), path))
        .or(() -> candidate.items(null)));
  }

  private static PageStyle style(ObjectNode node, Optional<ObjectNode> input) {
    String type = node.text("type").orElse("");
    boolean body =
        input.flatMap(one -> one.text("in")).filter("requestBody"::equals).isPresent();
    if (type.equals("url")) {
      return PageStyle.NEXT_URL;
    }
    if (type.equals("cursor")) {
      return body ? PageStyle.BODY_CURSOR : PageStyle.CURSOR;
    }
    return input.flatMap(one -> one.text("type")).filter("page"::equals).isPresent()
        ? PageStyle.PAGE_NUMBER
        : PageStyle.OFFSET;
  }

  private static Optional<ObjectNode> input(ObjectNode node, String type) {
    return node.list("inputs").stream()
        .flatMap(one -> one.asObject().stream())
        .filter(one -> one.text("type").filter(type::equals).isPresent())
        .findFirst();
  }
}
