package dev.pageturner.internal.paging;

import dev.pageturner.internal.detect.ItemsPath;
import dev.pageturner.internal.json.PathExpression;
import dev.pageturner.pagination.Flag;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.JsonPath;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import dev.pageturner.pagination.Sync;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which values of a response a pagination looks at. */
final class Signals {
  private Signals() {}

  /** {@return everything that the pagination reads from a response} */
  static List<Source> sources(Pagination pagination) {
    List<Source> sources = new ArrayList<>();
    if (pagination.next() instanceof Next.Cursor cursor) {
      sources.addAll(cursor.sources());
    } else if (pagination.next() instanceof Next.Url url) {
      sources.add(url.source());
    } else if (pagination.next() instanceof Next.LinkObject link) {
      sources.add(link.source());
    }
    pagination.hasMore().map(Flag::source).ifPresent(sources::add);
    pagination.totalItems().ifPresent(sources::add);
    pagination.totalPages().ifPresent(sources::add);
    pagination.sync().flatMap(Signals::source).ifPresent(sources::add);
    return sources;
  }

  /** {@return where the last page has what it offers for later; a mark is in all items} */
  static Optional<Source> source(Sync sync) {
    if (sync instanceof Sync.Token token) {
      return Optional.of(token.source());
    }
    return sync instanceof Sync.Link link ? Optional.of(link.source()) : Optional.empty();
  }

  /** {@return the paths into the body, short ones first} */
  static List<JsonPath> bodyPaths(Pagination pagination, Items items) {
    Set<JsonPath> paths = new LinkedHashSet<>();
    for (Source source : sources(pagination)) {
      if (source instanceof Source.Body body && !isInLastItem(body.path(), items)) {
        paths.add(body.path());
      }
    }
    pagination.error().ifPresent(paths::add);
    List<JsonPath> sorted = new ArrayList<>(paths);
    sorted.sort(Comparator.comparingInt(
        path -> PathExpression.parse(path.text()).steps().size()));
    return sorted;
  }

  /** {@return whether the pagination looks into the last item} */
  static boolean needLastItem(Pagination pagination, Items items) {
    return sources(pagination).stream().anyMatch(source -> isInLastItem(source, items));
  }

  /** {@return whether a value is in the last item, however its place is written} */
  static boolean isInLastItem(Source source, Items items) {
    return source instanceof Source.LastItem
        || (source instanceof Source.Body body && isInLastItem(body.path(), items));
  }

  /** {@return whether a path such as {@code $.data[-1].id} leads into the last item} */
  static boolean isInLastItem(JsonPath path, Items items) {
    boolean inOneValue = !(items instanceof Items.Lines);
    return inOneValue && PathExpression.parse(path.text()).startsWith(lastItem(items));
  }

  /** {@return the path inside the last item} */
  static PathExpression inLastItem(JsonPath path, Items items) {
    return PathExpression.parse(path.text()).relativeTo(lastItem(items));
  }

  private static PathExpression lastItem(Items items) {
    List<PathExpression.Step> steps =
        new ArrayList<>(PathExpression.parse(ItemsPath.of(items).text()).steps());
    steps.add(new PathExpression.Index(-1));
    return PathExpression.of(steps);
  }
}
