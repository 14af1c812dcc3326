package dev.pageturner.internal.detect;

import dev.pageturner.internal.url.LinkHeader;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the relations of a {@code Link} header without a next page say. */
public final class LinkRelations {
  private static final Set<String> OTHER_PAGES = Set.of("first", "last", "prev", "previous");

  /** Relations that lead elsewhere than through the pages of a list (IANA's registry). */
  private static final Set<String> ELSEWHERE = Set.of(
      "self",
      "alternate",
      "author",
      "canonical",
      "collection",
      "copyright",
      "deprecation",
      "describedby",
      "dns-prefetch",
      "edit",
      "help",
      "icon",
      "index",
      "item",
      "license",
      "preconnect",
      "preload",
      "profile",
      "related",
      "search",
      "service-desc",
      "service-doc",
      "start",
      "status",
      "stylesheet",
      "sunset",
      "terms-of-service",
      "type",
      "up",
      "via");

  private LinkRelations() {}

  /**
   * {@return whether the links lead to other pages, and none has a relation that may be the next
   * page under a name of its own}
   */
  public static boolean areOfPages(List<LinkHeader.Link> links) {
    return relations(links).stream().anyMatch(OTHER_PAGES::contains) && !hasUnknown(links);
  }

  /**
   * {@return whether some link has a relation that may be the next page under a name of its own}
   */
  static boolean hasUnknown(List<LinkHeader.Link> links) {
    return relations(links).stream()
        .anyMatch(each -> !OTHER_PAGES.contains(each) && !ELSEWHERE.contains(each));
  }

  private static List<String> relations(List<LinkHeader.Link> links) {
    return links.stream()
        .flatMap(link -> link.relations().stream())
        .map(relation -> relation.toLowerCase(Locale.ROOT))
        .toList();
  }
}
