package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.Location;
import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Problem;
import dev.pageturner.openapi.spelling.PaginationReader;
import dev.pageturner.openapi.spelling.Word;
import dev.pageturner.openapi.spelling.WordException;
import dev.pageturner.pagination.Pagination;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one override says: a style with the facts that belong to it, words of the sdk's pagination,
 * or a style with words that say more.
 *
 * @param style the style and its facts, if it says one
 * @param atRunTime whether the style is to be recognised from the first response, which then says
 *     where the next position stands
 * @param words further words, or all there is
 * @param places where each word stands, by its name
 * @param location where the override stands
 */
record Said(
    Optional<DetectedPagination> style,
    boolean atRunTime,
    List<Word> words,
    Map<String, Node> places,
    Location location) {

  /** {@return the operation, paged as this says; empty if that cannot be done} */
  Optional<Detection> of(Operation operation) {
    return problem(operation).isPresent()
        ? Optional.empty()
        : pagination(operation).map(pagination -> detection(operation, pagination));
  }

  private Detection detection(Operation operation, Pagination pagination) {
    List<DetectedPagination> found = style.isPresent()
        ? style.stream().toList()
        : SaidFacts.of(pagination, location).stream().toList();
    return new Detection(operation, found, Optional.of(pagination));
  }

  /** {@return why this cannot be done, with the place that says it} */
  Optional<Problem> problem(Operation operation) {
    try {
      return pagination(operation).isPresent()
          ? Optional.empty()
          : Optional.of(Problem.error(
              location, "cannot be carried out: " + missing(operation, style.orElseThrow())));
    } catch (WordException e) {
      Location at = e.name().map(places::get).map(Node::location).orElse(location);
      return Optional.of(Problem.error(at, String.valueOf(e.getMessage())));
    }
  }

  private Optional<Pagination> pagination(Operation operation) {
    Optional<Pagination> start = style.isEmpty()
        ? Optional.of(Pagination.detect())
        : atRunTime
            ? PaginationMapping.atRunTime(operation, style.get())
            : PaginationMapping.of(operation, style.get());
    return start.map(from -> PaginationReader.read(words, from, OverrideReader::member));
  }

  private static String missing(Operation operation, DetectedPagination style) {
    return switch (style.style()) {
      case NEXT_URL -> "next is missing";
      case CURSOR, BODY_CURSOR ->
        style.next().isEmpty() ? "next is missing" : carrier(operation, style);
      case AFTER_LAST_ITEM ->
        style.lastItemField().isEmpty() ? "last_id_field is missing" : carrier(operation, style);
      case OFFSET, PAGE_NUMBER, LINK_HEADER -> carrier(operation, style);
    };
  }

  private static String carrier(Operation operation, DetectedPagination style) {
    if (style.position().isEmpty()) {
      return "request_param is missing";
    }
    return switch (style.position().get().in()) {
      case "query", "header" -> style.position().get().name() + " is no name of a parameter";
      case "body" -> operation.method() + " " + operation.path() + " takes no JSON body";
      default -> "request_in is none of query, header and body";
    };
  }
}
