package dev.pageturner.internal.detect;

import dev.pageturner.internal.json.PathExpression;
import dev.pageturner.pagination.Items;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import okhttp3.Headers;

/**
 * What pages have beside their items: which members, and how much they say there is in all.
 *
 * @param members the paths of all members outside of the items that are not null
 * @param headers the names of the headers of the API's own, in lower case
 * @param totalItems the number of all items that the latest page named, -1 for none
 * @param totalPages the number of all pages that the latest page named, -1 for none
 */
public record Envelope(
    Set<PathExpression> members, Set<String> headers, long totalItems, long totalPages) {
  /** What no page has. */
  public static final Envelope NONE = new Envelope(Set.of(), Set.of(), -1, -1);

  /** Copies the paths. */
  public Envelope {
    members = Set.copyOf(members);
    headers = Set.copyOf(headers);
  }

  /** {@return what a page has beside its items} */
  public static Envelope of(Outline outline, Items items, Headers headers) {
    Set<PathExpression> members = new LinkedHashSet<>(outline.objects());
    outline.arrays().forEach(array -> members.add(array.path()));
    outline.scalars().forEach((path, json) -> {
      if (!json.equals("null")) {
        members.add(path);
      }
    });
    PathExpression place = PathExpression.parse(ItemsPath.of(items).text());
    members.removeIf(path -> path.isRoot() || path.startsWith(place));
    Counts counts = Counts.of(Statement.all(outline, items, headers));
    return new Envelope(members, extensions(headers), counts.items(), counts.pages());
  }

  /** Headers of the API's own; those that each response has anew are found by their words. */
  private static Set<String> extensions(Headers headers) {
    Set<String> names = new LinkedHashSet<>();
    for (String name : headers.names()) {
      String plain = name.toLowerCase(Locale.ROOT);
      if (plain.startsWith("x-") && !plain.matches(".*(cache|limit|trace|request|time|served).*")) {
        names.add(plain);
      }
    }
    return names;
  }

  /** {@return what these pages and a later one have} */
  public Envelope and(Envelope later) {
    Set<PathExpression> both = new LinkedHashSet<>(members);
    both.addAll(later.members);
    Set<String> bothHeaders = new LinkedHashSet<>(headers);
    bothHeaders.addAll(later.headers);
    return new Envelope(
        both,
        bothHeaders,
        later.totalItems < 0 ? totalItems : later.totalItems,
        later.totalPages < 0 ? totalPages : later.totalPages);
  }
}
