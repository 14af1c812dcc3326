package dev.pageturner.internal.detect;

import dev.pageturner.internal.json.PathExpression;
import dev.pageturner.pagination.Pagination;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A URL of the next page in the body: by itself, in HAL links, in a list of links. */
final class UrlRule {
  private static final Set<String> NAMES = Set.of(
      "next",
      "nextlink",
      "nexturl",
      "nexturi",
      "nexthref",
      "nextpage",
      "nextpageurl",
      "nextpageuri",
      "nextpagelink",
      "nextrecordsurl",
      "odata.nextlink",
      "@odata.nextlink",
      "@nextlink",
      "moreresultsurl");
  private static final Set<String> URLS = Set.of("url", "uri", "href", "link");

  private static final Set<String> RELATIONS = Set.of("next", "prev", "previous", "first", "last");

  private UrlRule() {}

  static Optional<Rule> find(Outline outline, BodyValues body) {
    return inScalars(body).or(() -> inLinks(outline));
  }

  private static Optional<Rule> inScalars(BodyValues body) {
    // A null beside a page that has only one: whatever it would be, the list ends here.
    return body.members()
        .filter(each -> isNext(each) && NextWords.isUrl(each.text()))
        .findFirst()
        .map(each -> rule(each, "the body has the URL of the next page at "))
        .or(() -> body.members()
            .filter(each -> isNext(each) && isNamedUrl(each) && each.json().equals("null"))
            .findFirst()
            .map(each -> rule(each, "the body says that there is no next page at ")));
  }

  private static Rule rule(Statement next, String reason) {
    return Rule.stated(Pagination.nextUrl(next.where()), reason + next.where());
  }

  private static boolean isNext(Statement statement) {
    boolean named = NAMES.contains(statement.plainName()) || NextWords.isNext(statement.words());
    return named
        && (statement.near() || statement.words().size() > 1)
        && !isBesideCursor(statement);
  }

  /** {@code "next": {"after": "c", "link": "?after=c"}}: such a link drops the other parameters. */
  private static boolean isBesideCursor(Statement statement) {
    return statement.text().startsWith("?")
        && Stream.of("after", "cursor", "token").anyMatch(statement.siblings()::contains);
  }

  private static boolean isNamedUrl(Statement statement) {
    return NAMES.contains(statement.plainName()) || statement.hasAny(URLS);
  }

  private static Optional<Rule> inLinks(Outline outline) {
    return BodyLinks.find(outline)
        .map(found -> Rule.stated(
            Pagination.nextUrl(found.next().toString()),
            "the body has a list of links, the next page's at " + found.next()));
  }

  /** {@code $.links.first} and the like. */
  private static boolean isOtherRelation(PathExpression path) {
    int steps = path.steps().size();
    return steps > 1
        && RELATIONS.contains(Outline.nameOf(path))
        && Outline.nameOf(PathExpression.of(path.steps().subList(0, steps - 1))).endsWith("links");
  }

  /** The last page of HAL and OData has no next link, but still tells what it is. */
  static Optional<Rule> byContext(Outline outline) {
    for (PathExpression path : outline.scalars().keySet()) {
      if (path.toString().equals("$['@odata.context']")) {
        return Optional.of(Rule.stated(Pagination.odata(), "the body is OData"));
      } else if (path.toString().equals("$._links.self.href")) {
        return Optional.of(Rule.stated(Pagination.hal(), "the body has HAL links"));
      } else if (isOtherRelation(path)
          && NextWords.isUrl(BodyValues.text(outline.scalars().getOrDefault(path, "")))) {
        String next = path.toString().replaceFirst("\\w+$", "next");
        return Optional.of(Rule.stated(
            Pagination.nextUrl(next), "the body has links to other pages, but not to a next one"));
      }
    }
    return Optional.empty();
  }
}
