package dev.pageturner.openapi.cli.options;

import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.Flag;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.PageSize;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Path;
import dev.pageturner.pagination.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Any pagination as the options that say it. */
public final class PaginationArguments {
  private final List<String> arguments = new ArrayList<>();

  private PaginationArguments() {}

  /** {@return the options and their values, in turn} */
  public static List<String> of(Pagination pagination) {
    PaginationArguments all = new PaginationArguments();
    all.addChoices(pagination);
    all.addEnds(pagination);
    all.addRest(pagination);
    return List.copyOf(all.arguments);
  }

  private void addChoices(Pagination pagination) {
    if (!(pagination.items() instanceof Items.Found)) {
      add("--items", items(pagination.items()));
    }
    Next next = pagination.next();
    if (!(next instanceof Next.Detected)) {
      nexts(next).forEach(text -> add("--next", text));
    }
    boolean carried = !(pagination.carrier() instanceof Carrier.TheUrl);
    if (carried && !(next instanceof Next.Detected || next instanceof Next.None)) {
      carriers(pagination.carrier()).forEach(text -> add("--send", text));
    }
  }

  private void addEnds(Pagination pagination) {
    pagination.hasMore().ifPresent(this::addFlag);
    pagination.totalItems().ifPresent(total -> add("--total-items", source(total)));
    pagination.totalPages().ifPresent(total -> add("--total-pages", source(total)));
    new TreeSet<>(pagination.endRules())
        .forEach(rule -> add("--end-rule", PaginationTexts.word(rule)));
    new TreeSet<>(pagination.endStatuses())
        .forEach(status -> add("--end-status", Integer.toString(status)));
  }

  private void addFlag(Flag flag) {
    add(flag.negated() ? "--is-last" : "--has-more", source(flag.source()));
  }

  private void addRest(Pagination pagination) {
    pagination.pageSize().ifPresent(this::addSize);
    pagination.firstCursor().ifPresent(cursor -> add("--first-cursor", cursor));
    pagination.followingMethod().ifPresent(method -> add("--following-method", method));
    if (pagination.extraItem()) {
      arguments.add("--extra-item");
    }
    pagination.error().ifPresent(path -> add("--error-at", path.text()));
  }

  private void addSize(PageSize size) {
    add("--size-param", carriers(size.carrier()).get(0));
    if (size.max() > 0) {
      add("--size-max", Integer.toString(size.max()));
    }
    if (size.usual() > 0) {
      add("--size-usual", Integer.toString(size.usual()));
    }
  }

  private void add(String option, String value) {
    arguments.add(option);
    arguments.add(value);
  }

  private static String items(Items items) {
    if (items instanceof Items.ValuesOf values) {
      return PaginationTexts.VALUES + values.path();
    } else if (items instanceof Items.One one) {
      return PaginationTexts.ONE + one.path();
    } else if (items instanceof Items.ArrayAt array) {
      return array.path().text();
    }
    throw new IllegalStateException("said by no option: " + items);
  }

  private static List<String> nexts(Next next) {
    if (next instanceof Next.Cursor cursor) {
      return cursor.sources().stream().map(PaginationArguments::source).toList();
    } else if (next instanceof Next.Url url) {
      return List.of(PaginationTexts.URL + source(url.source()));
    } else if (next instanceof Next.LinkHeader link) {
      return List.of("link:" + link.relation());
    } else if (next instanceof Next.Offset offset) {
      return List.of("offset:" + offset.first());
    } else if (next instanceof Next.PageNumber page) {
      return List.of("page:" + page.first());
    }
    return List.of("none");
  }

  private static String source(Source source) {
    if (source instanceof Source.Header header) {
      return PaginationTexts.HEADER + header.name();
    } else if (source instanceof Source.LastItem last) {
      return PaginationTexts.LAST_ITEM
          + last.paths().stream().map(Path::text).collect(Collectors.joining("|"));
    } else if (source instanceof Source.Body body) {
      return body.path().text();
    }
    throw new IllegalStateException("said by no option: " + source);
  }

  private static List<String> carriers(Carrier carrier) {
    if (carrier instanceof Carrier.Query query) {
      return query.names().stream().map("query:"::concat).toList();
    } else if (carrier instanceof Carrier.Header header) {
      return header.names().stream().map("header:"::concat).toList();
    } else if (carrier instanceof Carrier.Body body) {
      return body.paths().stream().map(path -> "body:" + path.text()).toList();
    }
    return List.of(carrier instanceof Carrier.QueryMembers ? "query-members" : "url");
  }
}
