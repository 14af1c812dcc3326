package dev.pageturner.openapi.spelling;

import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.EndRule;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.JsonPath;
import dev.pageturner.pagination.LinkRewrite;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The forms of the parts of a pagination, written and read. */
final class PartTexts {
  private static final String HEADER = "header:";
  private static final String LAST_ITEM = "last-item:";
  private static final String VALUES = "values:";
  private static final String ONE = "one:";
  private static final String LINES = "lines";
  private static final String URL = "url:";
  private static final String COUNT = "\\d{1,18}";
  private static final String LINK_OBJECT = "link-object:";

  private PartTexts() {}

  /** {@return where a value is: a path, {@code header:NAME} or {@code last-item:PATH|PATH}} */
  static Source source(String text) {
    if (text.startsWith(HEADER)) {
      return Source.header(text.substring(HEADER.length()));
    } else if (text.startsWith(LAST_ITEM)) {
      return Source.lastItem(alternatives(text.substring(LAST_ITEM.length())));
    }
    return Source.body(text);
  }

  /** {@return paths with a {@code |} between them, which a quoted name may hold as well} */
  private static String[] alternatives(String text) {
    List<String> paths = new ArrayList<>();
    int from = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '\'') {
        quoted = !quoted;
      } else if (c == '|' && !quoted) {
        paths.add(text.substring(from, i));
        from = i + 1;
      }
    }
    paths.add(text.substring(from));
    return paths.toArray(String[]::new);
  }

  static String of(Source source) {
    if (source instanceof Source.Header header) {
      return HEADER + header.name();
    } else if (source instanceof Source.LastItem last) {
      return LAST_ITEM + last.paths().stream().map(JsonPath::text).collect(Collectors.joining("|"));
    } else if (source instanceof Source.Body body) {
      return body.path().text();
    }
    throw new IllegalStateException("said by no word: " + source);
  }

  /**
   * {@return where the items are: a path, {@code values:PATH}, {@code one:PATH} or {@code lines}}
   */
  static Items items(String text) {
    if (text.startsWith(VALUES)) {
      return new Items.ValuesOf(JsonPath.of(text.substring(VALUES.length())));
    } else if (text.startsWith(ONE)) {
      return new Items.One(JsonPath.of(text.substring(ONE.length())));
    } else if (text.equals(LINES)) {
      return new Items.Lines();
    }
    return new Items.ArrayAt(JsonPath.of(text));
  }

  static String of(Items items) {
    if (items instanceof Items.ValuesOf values) {
      return VALUES + values.path();
    } else if (items instanceof Items.One one) {
      return ONE + one.path();
    } else if (items instanceof Items.ArrayAt array) {
      return array.path().text();
    } else if (items instanceof Items.Lines) {
      return LINES;
    }
    throw new IllegalStateException("said by no word: " + items);
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
        case "link-object" -> {
          return new Next.LinkObject(source(rest));
        }
        default -> {
          if (byUrl) {
            return new Next.Url(source(text));
          }
        }
      }
    }
    return new Next.Cursor(texts.stream().map(PartTexts::source).toList());
  }

  static List<String> of(Next next) {
    if (next instanceof Next.Cursor cursor) {
      return cursor.sources().stream().map(PartTexts::of).toList();
    } else if (next instanceof Next.Url url) {
      return List.of(URL + of(url.source()));
    } else if (next instanceof Next.LinkObject link) {
      return List.of(LINK_OBJECT + of(link.source()));
    } else if (next instanceof Next.LinkHeader link) {
      return List.of("link:" + link.relation());
    } else if (next instanceof Next.Offset offset) {
      return List.of("offset:" + offset.first());
    } else if (next instanceof Next.PageNumber page) {
      return List.of("page:" + page.first());
    }
    return List.of(next instanceof Next.Detected ? "detect" : "none");
  }

  private static long first(String text, long usual) {
    if (text.isEmpty()) {
      return usual;
    } else if (!text.matches(COUNT)) {
      throw new IllegalArgumentException("a count starts at a number, not at '" + text + "'");
    }
    return Long.parseLong(text);
  }

  static long count(String text) {
    if (!text.matches(COUNT)) {
      throw new IllegalArgumentException("not a number from 0: '" + text + "'");
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
      case "form" -> Carrier.form(all);
      case "query-members" -> new Carrier.QueryMembers();
      case "url" -> new Carrier.TheUrl();
      default ->
        throw new IllegalArgumentException("a position travels as query:NAME, header:NAME,"
            + " body:PATH, form:NAME, query-members or url, not as '" + texts.get(0) + "'");
    };
  }

  static List<String> of(Carrier carrier) {
    if (carrier instanceof Carrier.Query query) {
      return query.names().stream().map("query:"::concat).toList();
    } else if (carrier instanceof Carrier.Header header) {
      return header.names().stream().map(HEADER::concat).toList();
    } else if (carrier instanceof Carrier.Body body) {
      return body.paths().stream().map(path -> "body:" + path.text()).toList();
    } else if (carrier instanceof Carrier.Form form) {
      return form.names().stream().map("form:"::concat).toList();
    }
    return List.of(carrier instanceof Carrier.QueryMembers ? "query-members" : "url");
  }

  /** {@return how a page size travels: a name in the query, or one of the forms of a carrier} */
  static Carrier sizeCarrier(String text) {
    boolean said = Stream.of("query:", HEADER, "body:", "form:").anyMatch(text::startsWith);
    return said ? carrier(List.of(text)) : Carrier.query(text);
  }

  static EndRule endRule(String text) {
    return Stream.of(EndRule.values())
        .filter(rule -> of(rule).equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no end rule '" + text + "'; there are "
            + Stream.of(EndRule.values()).map(PartTexts::of).collect(Collectors.joining(", "))));
  }

  /** {@return two prefixes of links with a blank between them, which no prefix holds} */
  static LinkRewrite rewrite(String text) {
    String[] prefixes = text.strip().split("\\s+", -1);
    if (prefixes.length != 2) {
      throw new IllegalArgumentException("links are rewritten from one prefix to another, such as"
          + " 'http://inside:8080 /api', not by '" + text + "'");
    }
    return new LinkRewrite(prefixes[0], prefixes[1]);
  }

  static String of(LinkRewrite rule) {
    return rule.from() + ' ' + rule.to();
  }

  static int number(String text) {
    if (!text.matches("\\d{1,9}")) {
      throw new IllegalArgumentException("not a number from 0: '" + text + "'");
    }
    return Integer.parseInt(text);
  }

  static String of(EndRule rule) {
    return rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
