package dev.pageturner.openapi.cli.options;

import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.Flag;
import dev.pageturner.pagination.PageSize;
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
      description = "Where the items are: $.data, values:$.users, one:$.result.")
  private @Nullable String items;

  @Option(
      names = "--next",
      paramLabel = "SOURCE",
      description = {
        "What tells the next page: $.next_cursor, last-item:$.id, link,",
        "header:X-Next, url:$.links.next, offset[:FIRST], page[:FIRST], none.",
        "Repeatable, for a cursor of several values."
      })
  private List<String> next = new ArrayList<>();

  @Option(
      names = "--send",
      paramLabel = "CARRIER",
      description = {
        "How the next request carries it: query:cursor, body:/start, url,",
        "header:X-Cursor, query-members. Repeatable, as --next is."
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
        "What else ends the list, or does not: empty-page, short-page, repeated-cursor, cursor-wins,"
            + " empty-string-is-a-cursor, blank-cursor. Repeatable."
      })
  private List<String> endRules = new ArrayList<>();

  @Option(
      names = "--end-status",
      paramLabel = "STATUS",
      description = "A status that, after the first page, means the end. Repeatable.")
  private List<Integer> endStatuses = new ArrayList<>();

  @Option(
      names = "--size-param",
      paramLabel = "NAME",
      description = "What asks for a page size: limit, header:X-Limit, body:/size.")
  private @Nullable String sizeParameter;

  @Option(
      names = "--size-max",
      paramLabel = "ITEMS",
      description = "The largest page size that the server takes.")
  private int sizeMax;

  @Option(
      names = "--size-usual",
      paramLabel = "ITEMS",
      description = "The page size to ask for where --page-size says none.")
  private int sizeUsual;

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
      names = "--extra-item",
      description = "Pages have one item more than asked for, which starts the next page.")
  private boolean extraItem;

  @Option(
      names = "--error-at",
      paramLabel = "PATH",
      description = "Where a page with status 200 describes an error.")
  private @Nullable String error;

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
    Pagination.Builder builder = start.newBuilder();
    if (items != null) {
      builder.items(PaginationTexts.items(items));
    }
    addNext(start, builder);
    addEnds(builder);
    addSize(start, builder);
    addRest(builder);
    return builder.build();
  }

  private void addNext(Pagination start, Pagination.Builder builder) {
    Carrier carrier = send.isEmpty() ? start.carrier() : PaginationTexts.carrier(send);
    if (next.isEmpty()) {
      if (!send.isEmpty() && start.isDetected()) {
        throw new IllegalArgumentException("--send needs --next, or another --pagination");
      }
      builder.carrier(carrier);
      return;
    }
    boolean urlSaid = !send.isEmpty() || !start.isDetected();
    boolean byUrl = urlSaid && carrier instanceof Carrier.TheUrl;
    var found = PaginationTexts.next(next, byUrl);
    boolean needs = !urlSaid && needsCarrier(next);
    if (needs) {
      throw new IllegalArgumentException(
          "--next " + next.get(0) + " needs --send, such as query:cursor, or url for a URL");
    }
    builder.next(found);
    boolean itself = next.size() == 1 && !needsCarrier(next);
    builder.carrier(itself && send.isEmpty() ? new Carrier.TheUrl() : carrier);
  }

  /** Whether these are values, rather than URLs or nothing, so that something has to carry them. */
  private static boolean needsCarrier(List<String> texts) {
    return texts.size() > 1 || !texts.get(0).matches("none|detect|link(:.*)?|url:.*");
  }

  private void addEnds(Pagination.Builder builder) {
    if (hasMore != null && isLast != null) {
      throw new IllegalArgumentException("--has-more and --is-last exclude each other");
    }
    if (hasMore != null) {
      builder.hasMore(new Flag(PaginationTexts.source(hasMore), false));
    }
    if (isLast != null) {
      builder.hasMore(new Flag(PaginationTexts.source(isLast), true));
    }
    if (totalItems != null) {
      builder.totalItems(PaginationTexts.source(totalItems));
    }
    if (totalPages != null) {
      builder.totalPages(PaginationTexts.source(totalPages));
    }
    endRules.forEach(rule -> builder.endRule(PaginationTexts.endRule(rule)));
    endStatuses.forEach(builder::endStatus);
  }

  private void addSize(Pagination start, Pagination.Builder builder) {
    if (sizeParameter != null) {
      Carrier carrier = PaginationTexts.sizeCarrier(sizeParameter);
      builder.pageSize(new PageSize(carrier, sizeMax, sizeUsual));
    } else if (sizeMax != 0 || sizeUsual != 0) {
      PageSize known = start
          .pageSize()
          .orElseThrow(() -> new IllegalArgumentException(
              "--size-max and --size-usual need --size-param, such as limit"));
      builder.pageSize(new PageSize(known.carrier(), sizeMax, sizeUsual));
    }
  }

  private void addRest(Pagination.Builder builder) {
    if (firstCursor != null) {
      builder.firstCursor(firstCursor);
    }
    if (followingMethod != null) {
      builder.followingMethod(followingMethod);
    }
    if (extraItem) {
      builder.extraItem(true);
    }
    if (error != null) {
      builder.error(error);
    }
  }
}
