package dev.pageturner.internal.detect;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Names of values that tell where the next page is, and those that only sound like it. */
final class NextWords {
  /** What may stand beside {@code next} in the name of a position. */
  private static final Set<String> POSITION = Set.of(
      "page",
      "pages",
      "token",
      "cursor",
      "link",
      "url",
      "uri",
      "href",
      "offset",
      "start",
      "starting",
      "marker",
      "mark",
      "key",
      "id",
      "continuation",
      "continue",
      "bookmark",
      "index",
      "from",
      "skip",
      "set",
      "record",
      "records",
      "result",
      "results",
      "item",
      "items",
      "batch",
      "max",
      "min",
      "since",
      "after",
      "number",
      "num",
      "no",
      "path",
      "query",
      "params",
      "row",
      "position",
      "pos",
      "ref",
      "scroll",
      "anchor",
      "sequence",
      "seq",
      "value",
      "string",
      "data",
      "target",
      "list",
      "chunk",
      "relative",
      "full",
      "api",
      "range",
      "partition",
      "hash");

  /** Words whose names only sound like a position. */
  private static final Set<String> SOUNDS = Set.of(
      "next",
      "continuation",
      "continue",
      "cursor",
      "after",
      "more",
      "marker",
      "bookmark",
      "scroll",
      "resume");

  /** With one of these, a name is of something else: the way back, a date, a feed of changes. */
  private static final Set<String> ELSE = Set.of(
      "prev",
      "previous",
      "before",
      "first",
      "self",
      "current",
      "this",
      "start",
      "back",
      "sync",
      "delta",
      "new",
      "date",
      "time",
      "at",
      "day",
      "week",
      "month",
      "year",
      "billing",
      "steps",
      "step",
      "run",
      "event",
      "update",
      "updated",
      "payment",
      "invoice",
      "release",
      "version",
      "check",
      "retry",
      "poll",
      "refresh",
      "maintenance",
      "action",
      "actions",
      "due",
      "renewal",
      "reset",
      "state",
      "status",
      "stage",
      "tier",
      "level",
      "info",
      "learn",
      "read",
      "details",
      "help",
      "docs",
      "documentation",
      "created",
      "expires",
      "expiry",
      "seconds",
      "ms",
      "rotation");

  /** Names of what tells something of the answer, or identifies it. */
  private static final Set<String> DESCRIPTIONS = Set.of(
      "id",
      "etag",
      "uuid",
      "guid",
      "hash",
      "checksum",
      "sha",
      "md5",
      "kind",
      "type",
      "object",
      "request",
      "session",
      "signature",
      "schema",
      "context",
      "server",
      "host",
      "build",
      "name",
      "message",
      "note",
      "reason",
      "code",
      "text",
      "description",
      "title",
      "success",
      "ok",
      "took",
      "elapsed",
      "duration",
      "timestamp",
      "remaining",
      "count",
      "size",
      "limit");

  private static final Set<String> NO_VALUE =
      Set.of("", "null", "none", "false", "true", "0", "-1", "undefined", "n/a", "-", "end", "eof");

  private NextWords() {}

  /** How far a name says that its value is the next position. */
  enum Rank {
    /** A URL of the next page. */
    URL,
    /** A token or number of the next page. */
    TOKEN,
    /** Something that sounds like it. */
    SOUNDS
  }

  /** {@return how far a statement names the next position, if it does and has a value} */
  static Optional<Rank> of(Statement statement) {
    if (isNoValue(statement)) {
      return Optional.empty();
    }
    return Stream.of(statement.words(), statement.withoutVendor())
        .flatMap(words -> rank(statement, words).stream())
        .min(Comparator.naturalOrder());
  }

  private static Optional<Rank> rank(Statement statement, List<String> words) {
    if (isNext(words) && (words.size() > 1 || statement.near())) {
      if (isUrl(statement.text())) {
        return Optional.of(Rank.URL);
      }
      return isToken(statement) ? Optional.of(Rank.TOKEN) : Optional.empty();
    }
    boolean pageToken = words.contains("page") && words.contains("token");
    boolean sounds = pageToken || words.stream().anyMatch(SOUNDS::contains);
    return sounds && words.stream().noneMatch(ELSE::contains) && isToken(statement)
        ? Optional.of(Rank.SOUNDS)
        : Optional.empty();
  }

  /** {@return whether a name says next, and of what is a position} */
  static boolean isNext(List<String> words) {
    return words.contains("next")
        && words.stream().allMatch(w -> w.equals("next") || POSITION.contains(w));
  }

  /** {@return whether a name may be that of a position, however vaguely} */
  static boolean mayBePosition(List<String> words) {
    return isNext(words)
        || words.stream().anyMatch(SOUNDS::contains)
        || words.contains("token")
        || words.contains("link");
  }

  private static boolean isNoValue(Statement statement) {
    return NO_VALUE.contains(statement.text().toLowerCase(Locale.ROOT))
        || statement.json().equals("null");
  }

  /** {@return whether a text has the form of a URL, or of one without its beginning} */
  static boolean isUrl(String text) {
    String plain = text.replace("\\/", "/").toLowerCase(Locale.ROOT);
    return plain.startsWith("http://")
        || plain.startsWith("https://")
        || plain.startsWith("/")
        || plain.startsWith("?")
        || plain.matches("[\\w./\\-]+\\?[^\"]*=.*");
  }

  /** One word, no date; a number that is not negative and has no fraction. */
  static boolean isToken(Statement statement) {
    String text = statement.text();
    if (!statement.json().startsWith("\"")) {
      return text.matches("\\d{1,18}");
    }
    return text.chars().noneMatch(Character::isWhitespace) && !isDate(text);
  }

  /** {@return whether a name is of something that is no position of the next page} */
  static boolean isElse(Statement statement) {
    return statement.hasAny(ELSE) || statement.hasAny(DESCRIPTIONS);
  }

  /** {@return whether a text looks as if only the server could read it} */
  static boolean isOpaque(Statement statement) {
    String text = statement.text();
    return statement.json().startsWith("\"")
        && text.length() >= 8
        && !isUrl(text)
        && text.matches(".*[A-Za-z].*")
        && text.matches(".*[\\d=].*");
  }

  private static boolean isDate(String text) {
    return text.matches("\\d{4}-\\d\\d(-\\d\\d.*)?");
  }
}
