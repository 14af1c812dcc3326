package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.detect.DetectedPagination.PositionField;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.EndRule;
import dev.pageturner.pagination.Flag;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.JsonPath;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.PageSize;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import java.util.List;
import java.util.Optional;

/**
 * From what was found out about an operation to the {@link Pagination} that walks it.
 *
 * <p>Not all that is found out can be walked: a list that continues after its last item needs to
 * know which field of that item to send, and a position travels in a JSON body only if the
 * operation takes one.
 */
final class PaginationMapping {
  private static final String HEADER = "header:";

  private final Operation operation;
  private final DetectedPagination found;
  private final Pagination.Builder pagination = new Pagination.Builder();

  private PaginationMapping(Operation operation, DetectedPagination found) {
    this.operation = operation;
    this.found = found;
  }

  /** {@return how to walk an operation, empty if that takes more than is known} */
  static Optional<Pagination> of(Operation operation, DetectedPagination found) {
    try {
      return new PaginationMapping(operation, found).pagination();
    } catch (IllegalArgumentException e) {
      // A name in the document that is no path, or no name of a header.
      return Optional.empty();
    }
  }

  private Optional<Pagination> pagination() {
    Optional<Next> next = next();
    Optional<Carrier> carrier =
        byLink() ? Optional.of(new Carrier.TheUrl()) : found.position().flatMap(this::carrier);
    if (next.isEmpty() || carrier.isEmpty()) {
      return Optional.empty();
    }
    pagination.next(next.get()).carrier(carrier.get());
    found.items().ifPresent(path -> pagination.items(items(path)));
    found
        .endFlag()
        .ifPresent(flag -> pagination.hasMore(new Flag(Source.body(flag.path()), flag.negated())));
    found.total().ifPresent(path -> pagination.totalItems(Source.body(path)));
    found.totalPages().ifPresent(path -> pagination.totalPages(Source.body(path)));
    found.size().flatMap(this::size).ifPresent(pagination::pageSize);
    if (found.style() == PageStyle.AFTER_LAST_ITEM) {
      pagination.endRule(EndRule.EMPTY_PAGE);
    }
    return Optional.of(pagination.build());
  }

  private boolean byLink() {
    return found.style() == PageStyle.NEXT_URL || found.style() == PageStyle.LINK_HEADER;
  }

  private Optional<Next> next() {
    Optional<Source> signal = found.next().map(PaginationMapping::source);
    return switch (found.style()) {
      case CURSOR, BODY_CURSOR -> signal.map(source -> new Next.Cursor(List.of(source)));
      case NEXT_URL -> signal.map(Next.Url::new);
      case LINK_HEADER -> Optional.of(new Next.LinkHeader("next"));
      case AFTER_LAST_ITEM ->
        found.lastItemField().map(field -> new Next.Cursor(List.of(Source.lastItem(path(field)))));
      case OFFSET -> Optional.of(new Next.Offset(found.start().orElse(0L)));
      case PAGE_NUMBER -> Optional.of(new Next.PageNumber(found.start().orElse(1L)));
    };
  }

  private static Source source(String where) {
    return where.startsWith(HEADER)
        ? Source.header(where.substring(HEADER.length()))
        : Source.body(where);
  }

  private Optional<Carrier> carrier(PositionField field) {
    return switch (field.in()) {
      case "query" -> Optional.of(Carrier.query(field.name()));
      case "header" -> Optional.of(Carrier.header(field.name()));
      case "body" -> takesJson() ? Optional.of(Carrier.body(path(field.name()))) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private boolean takesJson() {
    return operation
        .requestBody()
        .filter(body ->
            body.content().isEmpty() || body.content().stream().anyMatch(one -> one.isJson()))
        .isPresent();
  }

  private Optional<PageSize> size(DetectedPagination.PageSize size) {
    int maximum = size.maximum()
        .filter(most -> most > 0)
        .map(most -> (int) Math.min(Integer.MAX_VALUE, most))
        .orElse(0);
    return carrier(new PositionField(size.name(), size.in()))
        .map(carrier -> new PageSize(carrier, maximum, 0));
  }

  /** The values of a map are items too; an array is what anything else is. */
  private Items items(String where) {
    JsonPath path = JsonPath.of(where);
    Answer answer = Answer.of(operation);
    boolean array = answer.arrays().stream().anyMatch(field -> isAt(field, path));
    boolean map = !array && answer.maps().stream().anyMatch(field -> isAt(field, path));
    return map ? new Items.ValuesOf(path) : new Items.ArrayAt(path);
  }

  private static boolean isAt(AnswerField field, JsonPath path) {
    return JsonPath.ofNames(field.path()).equals(path);
  }

  /** {@return a dotted name as a path; what is a path already stays as it is} */
  private static String path(String dotted) {
    if (dotted.startsWith("$.") || dotted.startsWith("$[") || dotted.startsWith("/")) {
      return dotted;
    }
    return JsonPath.ofNames(List.of(dotted.split("\\.", -1))).text();
  }
}
