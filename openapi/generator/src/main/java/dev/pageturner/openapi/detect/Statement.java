package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words of one extension at one operation, read one by one until something is not understood.
 */
final class Statement {
  private final Candidate candidate;
  private final String extension;
  private final ObjectNode node;
  private final List<Problem> warnings = new ArrayList<>();
  private Optional<Stated> refused = Optional.empty();

  Statement(Candidate candidate, String extension, ObjectNode node) {
    this.candidate = candidate;
    this.extension = extension;
    this.node = node;
  }

  /** {@return the words of an extension that is written as an object at the operation} */
  static Optional<Statement> at(Candidate candidate, String extension) {
    return candidate
        .operation()
        .node()
        .object(extension)
        .map(node -> new Statement(candidate, extension, node));
  }

  ObjectNode node() {
    return node;
  }

  Candidate candidate() {
    return candidate;
  }

  /** {@return whether a word is there and says nothing: null} */
  boolean isNull(String word) {
    Node value = node.get(word);
    return value != null && value.text().isEmpty() && value.asObject().isEmpty();
  }

  /** {@return the request field that a word names; without one the statement is refused} */
  Optional<RequestField> request(ObjectNode holder, String word) {
    Optional<String> text = holder.text(word);
    Optional<RequestField> field = text.map(Paths::requestName).flatMap(candidate::field);
    if (text.isPresent() && field.isEmpty()) {
      refuse(holder, word, "the operation takes no '" + text.get() + "'");
    }
    return field;
  }

  /** {@return the place in the answer that a word names; one that can't be read is left open} */
  Optional<Expression> place(ObjectNode holder, String word) {
    Optional<String> text = holder.text(word);
    Optional<Expression> place = text.flatMap(one -> Expression.of(candidate, one));
    if (text.isPresent() && place.isEmpty()) {
      warn(holder, word, text.get());
    }
    return place;
  }

  /** {@return the items that a word names, else those that the answer has} */
  Optional<AnswerField> items(ObjectNode holder, String word) {
    Optional<String> text = holder.text(word);
    if (text.isEmpty()) {
      return candidate.items(null);
    }
    Optional<AnswerField> field = Expression.field(candidate, text.get());
    if (field.isEmpty()) {
      warn(holder, word, text.get());
    }
    return field.or(() -> candidate.items(null));
  }

  private void warn(ObjectNode holder, String word, String text) {
    Node at = holder.get(word);
    warnings.add(Problem.warning(
        at == null ? node.location() : at.location(),
        extension + ": '" + text + "' names no place that can be read; it is recognised at run"
            + " time"));
  }

  private void refuse(ObjectNode holder, String word, String message) {
    Node at = holder.get(word);
    refused = refused.or(() -> Optional.of(Stated.Refused.at(
        at == null ? node.location() : at.location(), extension + ": " + message)));
  }

  /** {@return that nothing in the statement is understood} */
  Stated refused(String message) {
    return refused.orElseGet(() -> Stated.Refused.at(node.location(), extension + ": " + message));
  }

  /** {@return the finding of a style, to be filled} */
  Finding finding(PageStyle style) {
    return VendorExtensions.finding(style, candidate, extension);
  }

  /** {@return what the statement says, unless a word of it was refused} */
  Stated pages(Finding finding) {
    warnings.forEach(finding::warning);
    return refused.orElseGet(() -> new Stated.Pages(finding));
  }

  /**
   * {@return a cursor that stands in the answer, or is a field of the last item} Where it stands is
   * left open if it is not said.
   */
  Stated cursor(RequestField field, Optional<Expression> next, Optional<AnswerField> items) {
    Optional<String> lastItem = next.flatMap(Expression::lastItem);
    Optional<String> where = next.flatMap(Expression::next);
    PageStyle style = lastItem.isPresent()
        ? PageStyle.AFTER_LAST_ITEM
        : next.filter(Expression::url).isPresent() ? PageStyle.NEXT_URL : CursorRule.style(field);
    Finding finding = finding(style)
        .position(field)
        .items(next.flatMap(Expression::items).or(() -> items))
        .lastItemField(lastItem);
    where.ifPresent(finding::next);
    return pages(finding);
  }
}
