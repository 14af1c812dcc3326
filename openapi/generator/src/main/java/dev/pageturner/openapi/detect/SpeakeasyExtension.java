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
        .flatMap(node -> found(candidate, node));
  }

  private static Optional<Finding> found(Candidate candidate, ObjectNode node) {
    Optional<ObjectNode> input =
        input(node, "cursor").or(() -> input(node, "page")).or(() -> input(node, "offset"));
    Optional<RequestField> carrier =
        input.flatMap(one -> one.text("name")).flatMap(candidate::field);
    Optional<ObjectNode> outputs = node.object("outputs");
    Optional<String> next =
        outputs.flatMap(out -> out.text("nextCursor").or(() -> out.text("nextUrl")));
    PageStyle style = style(node, input);
    boolean counts = style == PageStyle.PAGE_NUMBER || style == PageStyle.OFFSET;
    if (carrier.isEmpty() && style != PageStyle.NEXT_URL) {
      return Optional.empty();
    }
    Finding finding = counts
        ? new Finding(style, candidate, Sign.EXTENSION)
        : Extended.next(style, candidate, node, next);
    finding.because("x-speakeasy-pagination says so");
    carrier.ifPresent(finding::position);
    return Optional.of(finding.items(
        Extended.items(candidate, outputs.flatMap(out -> out.text("results")), next)));
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
