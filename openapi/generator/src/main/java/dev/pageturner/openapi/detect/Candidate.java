package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An operation as the rules see it: what can be asked, what is answered, how the rest of the API
 * does it.
 *
 * @param operation the operation
 * @param request what a caller can set
 * @param answer what comes back
 * @param signals the fields of the answer that speak of pages
 * @param itemsFinder finds the items in the answer
 * @param conventions how the API as a whole pages
 */
record Candidate(
    Operation operation,
    List<RequestField> request,
    Answer answer,
    ResponseSignals signals,
    Items itemsFinder,
    Conventions conventions) {

  static Candidate of(Operation operation, Conventions conventions) {
    Answer answer = Answer.of(operation);
    List<RequestField> request = RequestFields.of(operation);
    boolean sized = request.stream().anyMatch(RequestRoles::isSize);
    return new Candidate(
        operation,
        request,
        answer,
        new ResponseSignals(answer, request),
        new Items(operation, answer, request, sized),
        conventions);
  }

  /** {@return whether the operation can be a list at all: it reads, and answers with data} */
  boolean mayRead() {
    return (Intent.reads(operation) || asksForPagesOnly()) && !answer.isFile();
  }

  /** A body that takes a position, a page size and credentials has nothing to create. */
  private boolean asksForPagesOnly() {
    List<RequestField> body = fields(RequestField::isBody);
    return operation.method().equals("POST")
        && !Intent.writes(operation)
        && RequestFields.bodyNames(operation).size() == body.size()
        && body.stream().anyMatch(RequestRoles::isPosition)
        && body.stream()
            .allMatch(field -> RequestRoles.isPosition(field)
                || RequestRoles.isSize(field)
                || RequestRoles.isForeign(field));
  }

  /** {@return whether the request takes anything about pages} */
  boolean asks() {
    return request.stream()
        .anyMatch(field -> RequestRoles.isPosition(field) || RequestRoles.isSize(field));
  }

  /** {@return the field of that name on the wire} */
  Optional<RequestField> field(String name) {
    return request.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  List<RequestField> fields(Predicate<RequestField> role) {
    return request.stream().filter(role).toList();
  }

  /** {@return the field that asks for a page size, whatever the pager} */
  Optional<RequestField> size() {
    return size(Optional.empty());
  }

  /**
   * {@return the field that asks for the page size of the pager that takes {@code position}}: what
   * stands where the position does and shares its words goes first, one in the query before one in
   * the body, and what the document warns of last
   */
  Optional<RequestField> size(Optional<RequestField> position) {
    return request.stream()
        .filter(RequestRoles::isSize)
        .filter(field -> position.filter(field::equals).isEmpty())
        .min(Comparator.comparing((RequestField field) -> isOfOther(field, position))
            .thenComparing(field -> !isNear(field, position))
            .thenComparing(RequestField::isBody)
            .thenComparing(RequestRoles::isVagueSize)
            // A field that also counts items, as "first" may, is the size only where there is no
            // other.
            .thenComparing(RequestRoles::isOffset)
            .thenComparing(field -> field.core().name().joined().equals("first"))
            .thenComparing(field -> field.shape().isInteger() ? 0 : 1));
  }

  /** A size that is deprecated belongs to a pager that is. */
  private static boolean isOfOther(RequestField size, Optional<RequestField> position) {
    boolean warned = position.filter(RequestField::isDiscouraged).isPresent();
    return size.isDiscouraged() != warned;
  }

  private static boolean isNear(RequestField size, Optional<RequestField> position) {
    return position
        .filter(field -> field.in().equals(size.in()) && field.group().equals(size.group()))
        .isPresent();
  }

  Optional<AnswerField> items(@Nullable AnswerField near) {
    return itemsFinder.find(near);
  }

  /** {@return everything that the operation says in prose} */
  String prose() {
    return operation.summary().orElse("") + " " + operation.description().orElse("");
  }
}
