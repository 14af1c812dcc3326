package dev.pageturner.internal.detect;

import dev.pageturner.internal.json.PathExpression;
import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import dev.pageturner.position.Evidence;
import java.util.Optional;

/**
 * How the sdk would follow what speaks for more pages, in a line to write.
 *
 * <p>Names of parameters are assumed from those of the values, as detection would.
 */
public final class Remedy {
  private Remedy() {}

  /** {@return the line that uses the evidence, such as {@code Pagination.linkHeader()}} */
  public static Optional<String> line(Evidence evidence) {
    String where = evidence.where();
    return switch (evidence.kind()) {
      case NEXT_LINK ->
        where.equals("header Link")
            ? Optional.of("Pagination.linkHeader()")
            : Optional.of("Pagination.nextUrl(" + quoted(where) + ")");
      case NEXT_URL ->
        where.startsWith("$")
            ? Optional.of("Pagination.nextUrl(" + quoted(where) + ")")
            : Optional.of("new Pagination.Builder().next(new Next.Url(" + source(where) + "))");
      case NEXT_CURSOR -> cursor(where);
      case SOUNDS_LIKE_MORE -> isPosition(where) ? cursor(where) : Optional.empty();
      case TOTAL_PAGES ->
        where.startsWith("$")
            ? Optional.of("Pagination.pageNumber(\"page\", 1).totalPages(" + quoted(where) + ")")
            : Optional.of("Pagination.pageNumber(\"page\", 1).newBuilder().totalPages("
                + source(where) + ")");
      case PARTIAL_CONTENT -> Optional.of("Pagination.offset(\"offset\", 0)");
      case TOTAL_ITEMS ->
        where.startsWith("$")
            ? Optional.of(".totalItems(" + quoted(where) + ")")
            : Optional.of(".newBuilder().totalItems(" + source(where) + ")");
      case FLAG ->
        where.startsWith("$") ? Optional.of(".hasMore(" + quoted(where) + ")") : Optional.empty();
      case FULL_PAGE, CAPPED_PAGE, NOTHING_AT_PATH, UNPROVED_GUESS, ODD_PAGE -> Optional.empty();
    };
  }

  /** A flag or a count may sound like more as well, and is no place to go on from. */
  private static boolean isPosition(String where) {
    return where.startsWith("$")
        ? NextWords.mayBePosition(Words.of(Outline.nameOf(PathExpression.parse(where))))
        : NextWords.mayBePosition(Words.of(where));
  }

  private static Optional<String> cursor(String where) {
    if (where.startsWith("$")) {
      return Optional.of("Pagination.cursor(" + quoted(where) + ", "
          + quoted(CursorRule.usualParameter(Outline.nameOf(PathExpression.parse(where)))) + ")");
    } else if (where.startsWith("header ") && !where.contains(",")) {
      String name = where.substring("header ".length()).replaceFirst("(?i)^x-", "");
      return Optional.of("Pagination.cursor(" + source(where) + ", Carrier.query("
          + quoted(CursorRule.usualParameter(name)) + "))");
    }
    return Optional.empty();
  }

  /** {@return the pagination that follows the evidence, where that alone is enough} */
  public static Optional<Pagination> pagination(Evidence evidence) {
    String where = evidence.where();
    return switch (evidence.kind()) {
      case NEXT_LINK ->
        Optional.of(
            where.equals("header Link") ? Pagination.linkHeader() : Pagination.nextUrl(where));
      case NEXT_URL ->
        where.startsWith("$")
            ? Optional.of(Pagination.nextUrl(where))
            : headerOf(where)
                .map(name -> new Pagination.Builder()
                    .next(new Next.Url(Source.header(name)))
                    .build());
      case NEXT_CURSOR -> byCursor(where);
      case SOUNDS_LIKE_MORE -> isPosition(where) ? byCursor(where) : Optional.empty();
      case TOTAL_PAGES ->
        where.startsWith("$")
            ? Optional.of(Pagination.pageNumber("page", 1).totalPages(where))
            : headerOf(where)
                .map(name -> Pagination.pageNumber("page", 1)
                    .newBuilder()
                    .totalPages(Source.header(name))
                    .build());
      case PARTIAL_CONTENT -> Optional.of(Pagination.offset("offset", 0));
      default -> Optional.empty();
    };
  }

  private static Optional<Pagination> byCursor(String where) {
    if (where.startsWith("$")) {
      return Optional.of(Pagination.cursor(
          where, CursorRule.usualParameter(Outline.nameOf(PathExpression.parse(where)))));
    }
    return headerOf(where)
        .map(name -> Pagination.cursor(
            Source.header(name),
            Carrier.query(CursorRule.usualParameter(name.replaceFirst("(?i)^x-", "")))));
  }

  /** {@return the name of a header; of several, none} */
  private static Optional<String> headerOf(String where) {
    return where.startsWith("header ") && !where.contains(",")
        ? Optional.of(where.substring("header ".length()))
        : Optional.empty();
  }

  private static String source(String where) {
    return "Source.header(" + quoted(where.replaceFirst("^header ", "")) + ")";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
