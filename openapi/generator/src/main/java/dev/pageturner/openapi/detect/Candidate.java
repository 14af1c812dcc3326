package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  /** A list may repeat a filter or two; what was created repeats more. */
  private static final int REPEATED = 3;

  private static final Set<String> READS = Set.of("GET", "QUERY");

  private static final Set<String> SEARCHES =
      Set.of("search", "query", "list", "find", "filter", "lookup", "browse");

  static Candidate of(Operation operation, Conventions conventions) {
    Answer answer = Answer.of(operation);
    List<RequestField> request = RequestFields.of(operation);
    boolean sized = request.stream().anyMatch(RequestRoles::isSize);
    return new Candidate(
        operation,
        request,
        answer,
        new ResponseSignals(answer),
        new Items(operation, answer, sized),
        conventions);
  }

  /**
   * {@return whether the operation can be a list at all}
   *
   * <p>A GET and a QUERY can. A POST can if it takes something about pages, is told a next link or
   * is called a search: one that takes nothing creates something, and so does one that answers with
   * what it was sent.
   */
  boolean mayRead() {
    if (READS.contains(operation.method())) {
      return true;
    }
    return isCalledSearch() || (!answersWithRequest() && (asks() || isToldNextLink()));
  }

  private boolean answersWithRequest() {
    Set<String> answered = answer.names(List.of());
    return request.stream()
            .filter(field -> field.isBody() && answered.contains(field.name()))
            .filter(field -> !RequestRoles.isPosition(field) && !RequestRoles.isSize(field))
            .count()
        >= REPEATED;
  }

  private boolean isToldNextLink() {
    return signals.next().stream().anyMatch(next -> next.name().matches(".*nextlink"));
  }

  /** {@return whether the request takes anything about pages} */
  boolean asks() {
    return request.stream()
        .anyMatch(field -> RequestRoles.isPosition(field) || RequestRoles.isSize(field));
  }

  private boolean isCalledSearch() {
    String name = operation.path() + " " + operation.id().orElse("");
    return Name.of(name).words().stream().anyMatch(SEARCHES::contains);
  }

  /** {@return the field of that name on the wire} */
  Optional<RequestField> field(String name) {
    return request.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  List<RequestField> fields(Predicate<RequestField> role) {
    return request.stream().filter(role).toList();
  }

  /** {@return the field that asks for a page size; one in the query goes before one in the body} */
  Optional<RequestField> size() {
    return request.stream()
        .filter(RequestRoles::isSize)
        // A field that also counts items, as "first" may, is the size only where there is no other.
        .min(Comparator.comparing(RequestField::isBody)
            .thenComparing(RequestRoles::isOffset)
            .thenComparing(field -> field.core().name().equals("first"))
            .thenComparing(field -> field.shape().isInteger() ? 0 : 1));
  }

  Optional<AnswerField> items(@Nullable AnswerField near) {
    return itemsFinder.find(near);
  }

  /** {@return everything that the operation says in prose} */
  String prose() {
    return operation.summary().orElse("") + " " + operation.description().orElse("");
  }
}
