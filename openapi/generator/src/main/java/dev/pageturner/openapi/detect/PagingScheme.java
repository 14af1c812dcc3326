package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Problem;
import dev.pageturner.pagination.Pagination;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One scheme of a {@code stainless.yml}, and which operations it fits. */
final class PagingScheme {
  private static final Set<String> READS = Set.of("GET", "QUERY");

  private final ObjectNode node;
  private final String type;
  private final String in;
  private final SchemeFields request;
  private final SchemeFields response;

  private PagingScheme(ObjectNode node, String type) {
    this.node = node;
    this.type = type;
    this.in = node.text("param_location").orElse("query");
    this.request = SchemeFields.of(node.object("request"));
    this.response = SchemeFields.of(node.object("response"));
  }

  /** {@return the scheme; empty, with a problem, if it makes no sense} */
  static Optional<PagingScheme> of(ObjectNode node, List<Problem> problems) {
    String type = node.text("type").orElse("");
    PagingScheme scheme = new PagingScheme(node, type);
    Optional<String> wrong = switch (type) {
      case "cursor" ->
        scheme
            .missing(scheme.position(), "a parameter for the cursor")
            .or(() -> scheme.missing(scheme.next(), "a field for the next cursor"));
      case "cursor_id" ->
        scheme
            .missing(scheme.position(), "a parameter for the id")
            .or(() -> scheme.missing(scheme.itemId(), "a field with purpose cursor_item_id"));
      case "cursor_url" -> scheme.missing(scheme.next(), "a field with purpose cursor_url_field");
      case "offset", "page_number" -> scheme.missing(scheme.position(), "a parameter that counts");
      case "fake_page" -> Optional.empty();
      default ->
        Optional.of("the type of the scheme is none of cursor, cursor_id, cursor_url, offset,"
            + " page_number and fake_page");
    };
    Optional<String> message =
        wrong.or(() -> scheme.missing(scheme.items(), "a field for the items"));
    message.ifPresent(text -> problems.add(Problem.error(node.location(), text)));
    return message.isPresent() ? Optional.empty() : Optional.of(scheme);
  }

  private Optional<String> missing(Optional<?> part, String what) {
    return part.isPresent() ? Optional.empty() : Optional.of("the scheme names no: " + what);
  }

  private Optional<SchemeFields.Field> position() {
    return switch (type) {
      case "cursor" -> request.withPurpose("next_cursor_param").or(request::text);
      case "cursor_id" -> request.withPurpose("next_cursor_id_param").or(request::text);
      case "offset" ->
        request.withPurpose("offset_count_param").or(() -> request.named("offset|skip|start.*"));
      case "page_number" ->
        request.withPurpose("page_number_param").or(() -> request.named("page|page_?number|p"));
      default -> Optional.empty();
    };
  }

  private Optional<SchemeFields.Field> size() {
    return request.number(position());
  }

  private Optional<SchemeFields.Field> items() {
    return response.withPurpose("items").or(response::array);
  }

  private Optional<SchemeFields.Field> next() {
    return switch (type) {
      case "cursor" ->
        response.withPurpose("next_cursor_field").or(() -> response.named(".*(next|cursor).*"));
      case "cursor_url" ->
        response.withPurpose("cursor_url_field").or(() -> response.named(".*next.*"));
      default -> Optional.empty();
    };
  }

  private Optional<String> itemId() {
    return items().flatMap(SchemeFields::itemId);
  }

  /**
   * {@return how many of its fields an operation has; none if it lacks one that matters}
   *
   * @param operation the operation
   * @param said whether the configuration says that the operation pages
   */
  int fit(Operation operation, boolean said) {
    if (!READS.contains(operation.method())
        && !(operation.method().equals("POST") && (said || in.equals("body")))) {
      return 0;
    }
    List<RequestField> fields = RequestFields.of(operation);
    boolean matters = position().filter(field -> !takes(fields, field)).isEmpty()
        && items().filter(field -> !hasArray(operation, field)).isEmpty()
        && next().filter(field -> !has(operation, field)).isEmpty();
    return !matters
        ? 0
        : 1
            + (int) request.all().stream().filter(field -> takes(fields, field)).count()
            + (int)
                response.all().stream().filter(field -> has(operation, field)).count();
  }

  private boolean takes(List<RequestField> fields, SchemeFields.Field field) {
    return fields.stream()
        .anyMatch(one -> one.name().equals(field.key()) && one.isBody() == in.equals("body"));
  }

  private static boolean hasArray(Operation operation, SchemeFields.Field field) {
    return DeclaredFields.at(operation, field.path()).filter(Shape::isArray).isPresent();
  }

  private static boolean has(Operation operation, SchemeFields.Field field) {
    return field.header().isPresent()
        || DeclaredFields.at(operation, field.path()).isPresent();
  }

  boolean isFake() {
    return type.equals("fake_page");
  }

  /** {@return the detection of an operation that the scheme fits} */
  Detection of(Operation operation) {
    return isFake()
        ? new Detection(
            operation,
            List.of(),
            Optional.of(Pagination.onePage().items(place(items().orElseThrow()))))
        : new Detection(operation, List.of(found(operation)));
  }

  private DetectedPagination found(Operation operation) {
    Map<String, RequestField> fields = RequestFields.of(operation).stream()
        .filter(field -> field.isBody() == in.equals("body"))
        .collect(Collectors.toMap(RequestField::name, one -> one, (a, b) -> a));
    return new DetectedPagination(
        style(),
        items().map(PagingScheme::place),
        position().map(field -> new DetectedPagination.PositionField(field.key(), in)),
        next().map(PagingScheme::place),
        size()
            .flatMap(field -> Optional.ofNullable(fields.get(field.key())))
            .map(field ->
                new DetectedPagination.PageSize(field.name(), field.in(), field.maximum())),
        response.withPurpose("has_next_page").map(field -> new EndFlag(place(field), false)),
        response.withPurpose("offset_total_count_field").map(PagingScheme::place),
        response.withPurpose("total_page_count_field").map(PagingScheme::place),
        itemId().filter(id -> type.equals("cursor_id")),
        Optional.empty(),
        1,
        List.of("a scheme says so at " + node.location()));
  }

  private PageStyle style() {
    return switch (type) {
      case "cursor" -> in.equals("body") ? PageStyle.BODY_CURSOR : PageStyle.CURSOR;
      case "cursor_id" -> PageStyle.AFTER_LAST_ITEM;
      case "cursor_url" -> PageStyle.NEXT_URL;
      case "offset" -> PageStyle.OFFSET;
      default -> PageStyle.PAGE_NUMBER;
    };
  }

  private static String place(SchemeFields.Field field) {
    return field
        .header()
        .map(name -> "header:" + name)
        .orElseGet(() -> new AnswerField(field.path(), Shape.of(List.of())).jsonPath());
  }
}
