package dev.pageturner.openapi.cli.options;

import dev.pageturner.openapi.spelling.PaginationReader;
import dev.pageturner.openapi.spelling.Word;
import dev.pageturner.pagination.Pagination;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How the list pages, where that is not left to detection. */
public final class PaginationOptions {
  @Option(
      names = "--pagination",
      paramLabel = "PRESET",
      converter = Preset.Names.class,
      description = {
        "Where to start from: detect, one-page, cursor, next-url, link-header, hal, odata, fhir,"
            + " offset, page-number, after-last-item. The options below say parts of it otherwise."
      })
  private @Nullable Preset preset;

  @Option(
      names = "--items",
      paramLabel = "PATH",
      description = "Where the items are: $.data, values:$.users, one:$.result, lines.")
  private @Nullable String items;

  @Option(
      names = "--next",
      paramLabel = "SOURCE",
      description = {
        "What tells the next page: $.next_cursor, last-item:$.id, link,",
        "header:X-Next, url:$.links.next, link-object:$.links[?rel=next],",
        "offset[:FIRST], page[:FIRST], none.",
        "Repeatable, for a cursor of several values."
      })
  private List<String> next = new ArrayList<>();

  @Option(
      names = "--send",
      paramLabel = "CARRIER",
      description = {
        "How the next request carries it: query:cursor, body:/start, form:cursor,",
        "header:X-Cursor, query-members, url. Repeatable, as --next is."
      })
  private List<String> send = new ArrayList<>();

  @Option(
      names = "--has-more",
      paramLabel = "SOURCE",
      description = "A flag that is true while there are more pages.")
  private @Nullable String hasMore;

  @Option(
      names = "--is-last",
      paramLabel = "SOURCE",
      description = "A flag that is true on the last page.")
  private @Nullable String isLast;

  @Option(
      names = "--total-items",
      paramLabel = "SOURCE",
      description = "Where the number of all items is.")
  private @Nullable String totalItems;

  @Option(
      names = "--total-pages",
      paramLabel = "SOURCE",
      description = "Where the number of all pages is.")
  private @Nullable String totalPages;

  @Option(
      names = "--end-rule",
      paramLabel = "RULE",
      description = {
        "What else ends the list, or does not: empty-page, short-page, repeated-cursor,"
            + " constant-cursor, cursor-wins,"
            + " empty-string-is-a-cursor, blank-cursor. Repeatable."
      })
  private List<String> endRules = new ArrayList<>();

  @Option(
      names = "--end-status",
      paramLabel = "STATUS",
      description = "A status that, after the first page, means the end. Repeatable.")
  private List<String> endStatuses = new ArrayList<>();

  @Option(
      names = "--size-param",
      paramLabel = "NAME",
      description = "What asks for a page size: limit, header:X-Limit, body:/size, form:size.")
  private @Nullable String sizeParameter;

  @Option(
      names = "--size-max",
      paramLabel = "ITEMS",
      description = "The largest page size that the server takes.")
  private @Nullable String sizeMax;

  @Option(
      names = "--size-usual",
      paramLabel = "ITEMS",
      description = "The page size to ask for where --page-size says none.")
  private @Nullable String sizeUsual;

  @Option(
      names = "--first-cursor",
      paramLabel = "TEXT",
      description = "The cursor of the first request, such as *.")
  private @Nullable String firstCursor;

  @Option(
      names = "--following-method",
      paramLabel = "METHOD",
      description = "The method of the requests after the first, where it differs.")
  private @Nullable String followingMethod;

  @Option(
      names = "--following-path",
      paramLabel = "PATH",
      description = {
        "The path of the requests after the first, where it differs: absolute, or",
        "relative to the first request's URL, such as list/continue."
      })
  private @Nullable String followingPath;

  @Option(
      names = "--token-alone",
      description = {
        "The requests after the first carry the position and nothing else of the",
        "first one's query and body."
      })
  private boolean tokenAlone;

  @Option(
      names = "--keep",
      paramLabel = "NAME",
      description = {
        "The requests after the first carry the position, and of the first one's query",
        "and body only the parameters of these names. Repeatable."
      })
  private List<String> keep = new ArrayList<>();

  @Option(
      names = "--rewrite-links",
      paramLabel = "'FROM TO'",
      description = {
        "Next links that begin with FROM are followed with TO instead, with credentials",
        "if that is the origin of the list: 'http://inside:8080 https://api.example.com/v1'.",
        "Either may be a path: '/ /' is each link's path on the list's own origin."
      })
  private @Nullable String rewriteLinks;

  @Option(
      names = "--overlap",
      paramLabel = "PATH",
      description = {
        "The key in an item by which pages begin with items that came before: the server",
        "compares it with >=. They are left out."
      })
  private @Nullable String overlap;

  @Option(
      names = "--extra-item",
      description = "Pages have one item more than asked for, which starts the next page.")
  private boolean extraItem;

  @Option(
      names = "--error-at",
      paramLabel = "PATH",
      description = "Where a page with status 200 describes an error.")
  private @Nullable String error;

  @Option(
      names = "--sync-at",
      paramLabel = "WHERE",
      description = {
        "What the last page offers for later: a path or header:NAME of a token,",
        "last-item:PATH, url:PATH of a URL, or mark:PATH of an item's ordered field."
      })
  private @Nullable String syncAt;

  @Option(
      names = "--sync-send",
      paramLabel = "HOW",
      description = "How the token or mark goes back, such as query:since.")
  private @Nullable String syncSend;

  @Option(
      names = "--sync-back",
      paramLabel = "HOW-FAR",
      description = "How far before a mark to begin: PT5M, or a number. Repeatable.")
  private List<String> syncBack = new ArrayList<>();

  @Option(
      names = "--sync-window",
      paramLabel = "ITEMS",
      description = "How many items beside a mark are remembered: 1000 unless said.")
  private @Nullable String syncWindow;

  /**
   * {@return the pagination that these options say, as {@link PaginationArguments} writes them}
   *
   * @throws IllegalArgumentException if they are no such options
   */
  public static Pagination parse(List<String> arguments) {
    PaginationOptions options = new PaginationOptions();
    CommandLine line = new CommandLine(CommandSpec.forAnnotatedObject(options));
    // What the server calls a cursor may look like an option.
    try {
      line.setAllowOptionsAsOptionParameters(true).parseArgs(arguments.toArray(String[]::new));
    } catch (ParameterException e) {
      throw new IllegalArgumentException("no options of a pagination", e);
    }
    return options.pagination(Pagination.detect());
  }

  /**
   * {@return the pagination}
   *
   * @param usual where to start from if no preset is said
   * @throws IllegalArgumentException if the parts are no such, or do not fit each other
   */
  public Pagination pagination(Pagination usual) {
    Pagination start = preset == null ? usual : preset.pagination();
    return PaginationReader.read(words(), start, PaginationArguments::option);
  }

  private List<Word> words() {
    List<Word> words = new ArrayList<>();
    say(words, "items", items);
    say(words, "next", next);
    say(words, "send", send);
    say(words, "has-more", hasMore);
    say(words, "is-last", isLast);
    say(words, "total-items", totalItems);
    say(words, "total-pages", totalPages);
    say(words, "end-rule", endRules);
    say(words, "end-status", endStatuses);
    say(words, "size-param", sizeParameter);
    say(words, "size-max", sizeMax);
    say(words, "size-usual", sizeUsual);
    say(words, "first-cursor", firstCursor);
    say(words, "following-method", followingMethod);
    say(words, "following-path", followingPath);
    say(words, "token-alone", tokenAlone ? "true" : null);
    say(words, "keep", keep);
    say(words, "rewrite-links", rewriteLinks);
    say(words, "overlap", overlap);
    say(words, "extra-item", extraItem ? "true" : null);
    say(words, "error-at", error);
    say(words, "sync-at", syncAt);
    say(words, "sync-send", syncSend);
    say(words, "sync-back", syncBack);
    say(words, "sync-window", syncWindow);
    return words;
  }

  private static void say(List<Word> words, String name, @Nullable String value) {
    say(words, name, value == null ? List.of() : List.of(value));
  }

  private static void say(List<Word> words, String name, List<String> values) {
    values.forEach(value -> words.add(new Word(name, value)));
  }
}
