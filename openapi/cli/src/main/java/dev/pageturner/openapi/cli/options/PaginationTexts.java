package dev.pageturner.openapi.cli.options;

import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.EndRule;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Path;
import dev.pageturner.pagination.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The forms of the parts of a pagination, read. {@link PaginationArguments} writes them. */
final class PaginationTexts {
  static final String HEADER = "header:";
  static final String LAST_ITEM = "last-item:";
  static final String VALUES = "values:";
  static final String ONE = "one:";
  static final String URL = "url:";

  private PaginationTexts() {}

  /** {@return where a value is: a path, {@code header:NAME} or {@code last-item:PATH|PATH}} */
  static Source source(String text) {
    if (text.startsWith(HEADER)) {
      return Source.header(text.substring(HEADER.length()));
    } else if (text.startsWith(LAST_ITEM)) {
      String[] paths = text.substring(LAST_ITEM.length()).split("\\|", -1);
      return Source.lastItem(paths);
    }
    return Source.body(text);
  }

  /** {@return where the items are: a path, {@code values:PATH} or {@code one:PATH}} */
  static Items items(String text) {
    if (text.startsWith(VALUES)) {
      return new Items.ValuesOf(Path.of(text.substring(VALUES.length())));
    } else if (text.startsWith(ONE)) {
      return new Items.One(Path.of(text.substring(ONE.length())));
    }
    return new Items.ArrayAt(Path.of(text));
  }

  /**
   * {@return what tells where the next page starts}
   *
   * @param texts one for each value of the cursor
   * @param byUrl whether the next request is the URL that is found, rather than carries a value
   */
  static Next next(List<String> texts, boolean byUrl) {
    if (texts.size() == 1) {
      String text = texts.get(0);
      String kind = text.contains(":") ? text.substring(0, text.indexOf(':')) : text;
      String rest = text.substring(Math.min(text.length(), kind.length() + 1));
      switch (kind) {
        case "none" -> {
          return new Next.None();
        }
        case "detect" -> {
          return new Next.Detected();
        }
        case "link" -> {
          return new Next.LinkHeader(rest.isEmpty() ? "next" : rest);
        }
        case "offset" -> {
          return new Next.Offset(first(rest, 0));
        }
        case "page" -> {
          return new Next.PageNumber(first(rest, 1));
        }
        case "url" -> {
          return new Next.Url(source(rest));
        }
        default -> {
          if (byUrl) {
            return new Next.Url(source(text));
          }
        }
      }
    }
    return new Next.Cursor(texts.stream().map(PaginationTexts::source).toList());
  }

  private static long first(String text, long usual) {
    if (text.isEmpty()) {
      return usual;
    } else if (!text.matches("\\d{1,18}")) {
      throw new IllegalArgumentException("a count starts at a number, not at '" + text + "'");
    }
    return Long.parseLong(text);
  }

  /** {@return how the next request carries the position: one text for each of its values} */
  static Carrier carrier(List<String> texts) {
    List<String> names = new ArrayList<>();
    String kind = "";
    for (String text : texts) {
      int colon = text.indexOf(':');
      String each = colon < 0 ? text : text.substring(0, colon);
      if (!kind.isEmpty() && !kind.equals(each)) {
        throw new IllegalArgumentException(
            "a position travels in one way, not by " + kind + " and " + each);
      }
      kind = each;
      names.add(colon < 0 ? "" : text.substring(colon + 1));
    }
    String[] all = names.toArray(String[]::new);
    return switch (kind) {
      case "query" -> Carrier.query(all);
      case "header" -> Carrier.header(all);
      case "body" -> Carrier.body(all);
      case "query-members" -> new Carrier.QueryMembers();
      case "url" -> new Carrier.TheUrl();
      default ->
        throw new IllegalArgumentException("a position travels as query:NAME, header:NAME,"
            + " body:PATH, query-members or url, not as '" + texts.get(0) + "'");
    };
  }

  /** {@return how a page size travels: a name in the query, or one of the forms of a carrier} */
  static Carrier sizeCarrier(String text) {
    boolean said = text.startsWith("query:") || text.startsWith(HEADER) || text.startsWith("body:");
    return said ? carrier(List.of(text)) : Carrier.query(text);
  }

  static EndRule endRule(String text) {
    return Stream.of(EndRule.values())
        .filter(rule -> word(rule).equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no end rule '" + text + "'; there are "
            + Stream.of(EndRule.values())
                .map(PaginationTexts::word)
                .collect(Collectors.joining(", "))));
  }

  static String word(EndRule rule) {
    return rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
