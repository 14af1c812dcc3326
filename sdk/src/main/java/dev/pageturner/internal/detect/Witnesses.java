package dev.pageturner.internal.detect;

import dev.pageturner.internal.json.PathExpression;
import dev.pageturner.internal.url.LinkHeader;
import dev.pageturner.pagination.EndRule;
import dev.pageturner.pagination.Flag;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Source;
import dev.pageturner.position.Evidence;
import dev.pageturner.position.Evidence.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/** What the last response says of more pages, apart from what the pagination itself looks at. */
final class Witnesses {
  private static final Pattern CONTENT_RANGE =
      Pattern.compile("(?:(\\w+)[ =])?\\s*(?:(\\d{1,18})-(\\d{1,18})|\\*)\\s*/\\s*(\\d{1,18}|\\*)");
  private static final Set<String> OTHER_PAGES =
      Set.of("prev", "previous", "first", "last", "self", "before", "back", "current");

  private final EndFacts facts;
  private final List<Statement> statements;
  private final Set<String> used = new HashSet<>();
  private final Set<String> sent = new HashSet<>();
  private final Set<String> listNames = new HashSet<>();
  private final List<Evidence> contradictions = new ArrayList<>();
  private final List<Evidence> doubts = new ArrayList<>();
  private final Counts counts;
  private long largestTotal = -1;
  private Optional<String> flagSaysEnd = Optional.empty();

  private Witnesses(EndFacts facts, List<Statement> statements) {
    this.facts = facts;
    this.statements = statements;
    this.counts = countsOf(facts, statements);
  }

  static Witnesses of(EndFacts facts, List<Statement> statements) {
    Witnesses witnesses = new Witnesses(facts, statements);
    witnesses.lookAtRequest();
    witnesses.hear();
    return witnesses;
  }

  /** An empty page may leave out what the pages before it said. */
  private static Counts countsOf(EndFacts facts, List<Statement> statements) {
    Counts here = Counts.of(statements);
    return new Counts(
        here.items() < 0 ? facts.before().totalItems() : here.items(),
        here.pages() < 0 ? facts.before().totalPages() : here.pages());
  }

  private void lookAtRequest() {
    Next next = facts.pagination().next();
    if (next instanceof Next.Cursor cursor) {
      cursor.sources().forEach(source -> used.add(source.toString()));
    } else if (next instanceof Next.Url url) {
      used.add(url.source().toString());
    } else if (next instanceof Next.LinkObject link) {
      used.add(link.source().toString());
    }
    facts.pagination().hasMore().map(Flag::source).map(Source::toString).ifPresent(used::add);
    HttpUrl url = facts.call().url();
    url.queryParameterNames()
        .forEach(name -> url.queryParameterValues(name).forEach(value -> {
          if (value != null) {
            sent.add(value);
          }
        }));
    BodyValues.members(facts.call()).values().forEach(json -> sent.add(BodyValues.text(json)));
    facts.call().headers().forEach(header -> sent.add(header.getSecond()));
    String items =
        Outline.nameOf(PathExpression.parse(ItemsPath.of(facts.page().items()).text()));
    Words.of(items).forEach(word -> listNames.add(Words.singular(word)));
    url.pathSegments().stream()
        .filter(segment -> !segment.isEmpty())
        .reduce((before, last) -> last)
        .ifPresent(last -> Words.of(last).forEach(word -> listNames.add(Words.singular(word))));
  }

  private void hear() {
    contentRange();
    linkHeader();
    bodyLinks();
    for (Statement statement : statements) {
      flag(statement);
      next(statement);
      count(statement);
    }
    countsBefore();
    oddPage();
    contradictions.sort(Comparator.comparing(Evidence::kind));
  }

  // Counts.

  private void count(Statement statement) {
    Optional<Counts.Kind> kind = Counts.kindOf(statement, listNames);
    Optional<Long> number = statement.number();
    if (kind.isEmpty() || number.isEmpty()) {
      return;
    }
    long items = facts.read().items();
    switch (kind.get()) {
      case ITEMS -> totalItems(statement.where(), number.get());
      case SOME_ITEMS -> {
        if (!isSizeEcho(statement, number.get())) {
          totalItems(statement.where(), number.get());
        }
      }
      case ITEMS_LEFT -> totalItems(statement.where(), items + number.get());
      case ROUGH_ITEMS -> {
        if (number.get() > items) {
          doubts.add(new Evidence(
              Kind.SOUNDS_LIKE_MORE,
              statement.where(),
              "perhaps " + number.get() + " items in all, " + items + " were read"));
        }
      }
      case PAGES -> totalPages(statement.where(), number.get());
      case SOME_PAGES -> {
        if (facts.read().pages() >= 0 && number.get() > facts.read().pages()) {
          doubts.add(new Evidence(
              Kind.SOUNDS_LIKE_MORE,
              statement.where(),
              number.get() + " pages, " + facts.read().pages() + " read"));
        }
      }
    }
  }

  /** A {@code count} may repeat the page size, also one that the server chose. */
  private boolean isSizeEcho(Statement statement, long number) {
    boolean position = Stream.of("start", "offset", "skip", "index", "from")
        .anyMatch(statement.siblings()::contains);
    return sent.contains(Long.toString(number))
        || number == facts.askedSize()
        || (position && FullPage.USUAL_SIZES.contains(number));
  }

  private void totalItems(String where, long total) {
    long items = facts.read().items();
    if (total > items) {
      largestTotal = Math.max(largestTotal, total);
      contradictions.add(
          new Evidence(Kind.TOTAL_ITEMS, where, total + " items in all, " + items + " were read"));
    }
  }

  private void totalPages(String where, long total) {
    long pages = facts.read().pages();
    if (pages >= 0 && total > pages) {
      contradictions.add(
          new Evidence(Kind.TOTAL_PAGES, where, total + " pages in all, " + pages + " read"));
    }
  }

  private void countsBefore() {
    Counts here = Counts.of(statements);
    if (here.items() < 0) {
      totalItems("the page before", facts.before().totalItems());
    }
    if (here.pages() < 0) {
      totalPages("the page before", facts.before().totalPages());
    }
  }

  private void contentRange() {
    int status = facts.page().status();
    String header = facts.page().headers().get("Content-Range");
    Matcher range = CONTENT_RANGE.matcher(header == null ? "" : header.strip());
    boolean read = range.matches() && !"bytes".equals(range.group(1));
    Optional<Long> total = read ? Detector.number(range.group(4)) : Optional.empty();
    Optional<Long> last = read ? Detector.number(range.group(3)) : Optional.empty();
    long reached = Math.max(facts.read().items(), last.map(end -> end + 1).orElse(0L));
    if (total.isPresent() && total.get() > reached) {
      largestTotal = Math.max(largestTotal, total.get());
      contradictions.add(new Evidence(
          Kind.PARTIAL_CONTENT,
          "header Content-Range",
          total.get() + " items in all, " + facts.read().items() + " were read"));
    } else if (status == 206 && total.isEmpty() && facts.read().count() > 0) {
      contradictions.add(
          new Evidence(Kind.PARTIAL_CONTENT, "status", "206, which is a part of the content"));
    }
  }

  // Links and positions.

  private void linkHeader() {
    boolean inUse = facts.pagination().next() instanceof Next.LinkHeader link
        && link.relation().equalsIgnoreCase("next");
    List<String> values = facts.page().headers().values("Link");
    if (!inUse && LinkEnd.next(values, facts.call().url()).isPresent()) {
      contradictions.add(new Evidence(
          Kind.NEXT_LINK, "header Link", "a link with the relation next, which was not followed"));
    }
  }

  private void bodyLinks() {
    BodyLinks.find(facts.page().outline())
        .filter(BodyLinks.Found::hasNext)
        .filter(found -> !used.contains(found.next().toString()))
        .ifPresent(found -> contradictions.add(new Evidence(
            Kind.NEXT_LINK,
            found.next().toString(),
            "a link with the relation next, which was not followed")));
  }

  private void next(Statement statement) {
    if (isUsed(statement) || statement.where().startsWith("header Link")) {
      return;
    }
    NextWords.of(statement).ifPresent(rank -> {
      String where = statement.where();
      switch (rank) {
        case URL -> {
          if (!leadsHere(statement.text())) {
            contradictions.add(new Evidence(
                Kind.NEXT_URL, where, "the URL of a next page, which was not followed"));
          }
        }
        case TOKEN -> {
          if (!isBeyondLastPage(statement)) {
            contradictions.add(new Evidence(
                Kind.NEXT_CURSOR, where, "the position of a next page, which was not sent"));
          }
        }
        case SOUNDS -> {
          if (!sent.contains(statement.text())) {
            doubts.add(new Evidence(
                Kind.SOUNDS_LIKE_MORE, where, "a value whose name sounds like a next position"));
          }
        }
      }
    });
  }

  private boolean leadsHere(String url) {
    HttpUrl target = facts.call().url().resolve(url.replace("\\/", "/"));
    return facts.call().url().equals(target);
  }

  /** Servers that only add one to the page's number name a next page on the last one, too. */
  private boolean isBeyondLastPage(Statement statement) {
    boolean page = statement.has("page") || statement.words().equals(List.of("next"));
    return page
        && counts.pages() >= 0
        && statement.number().map(number -> number > counts.pages()).orElse(false);
  }

  private boolean isUsed(Statement statement) {
    return used.stream().anyMatch(each -> each.equalsIgnoreCase(statement.where()));
  }

  // Flags.

  private void flag(Statement statement) {
    boolean cursorWins = facts.pagination().endRules().contains(EndRule.CURSOR_WINS);
    if (cursorWins && isUsed(statement)) {
      return;
    }
    FlagWords.of(statement, listNames).ifPresent(said -> {
      boolean clear = FlagWords.isClear(statement, said);
      if (said.more()) {
        (clear ? contradictions : doubts)
            .add(new Evidence(
                clear ? Kind.FLAG : Kind.SOUNDS_LIKE_MORE,
                statement.where(),
                "there are more pages"));
      } else if (clear && statement.near() && flagSaysEnd.isEmpty()) {
        flagSaysEnd = Optional.of(statement.where());
      }
    });
  }

  // Pages unlike those before.

  private void oddPage() {
    if (!facts.page().hasItems()) {
      doubts.add(new Evidence(
          Kind.ODD_PAGE,
          ItemsPath.of(facts.page().items()).text(),
          "nothing is where the items are"));
    }
    if (facts.read().pages() == 1 || facts.before().equals(Envelope.NONE)) {
      return;
    }
    if (lacksEverything() && facts.page().hasItems()) {
      doubts.add(new Evidence(
          Kind.ODD_PAGE, "$", "the last page has nothing of what the pages before had"));
    }
    newMembers().stream()
        .filter(this::mayBePosition)
        .findFirst()
        .ifPresent(path -> doubts.add(new Evidence(
            Kind.ODD_PAGE, path.toString(), "a value that the pages before did not have")));
  }

  /** A cursor under a new name is a number or one word, near the items. */
  private boolean mayBePosition(PathExpression path) {
    return statements.stream()
        .filter(each -> each.where().equals(path.toString()) && each.near())
        .filter(each -> NextWords.isToken(each) && !each.text().isEmpty())
        .anyMatch(each -> !NextWords.isElse(each)
            && Counts.kindOf(each, listNames).isEmpty()
            && FlagWords.of(each, listNames).isEmpty());
  }

  /** {@return the members that no page before had, but for links to other pages} */
  Set<PathExpression> newMembers() {
    if (facts.before().equals(Envelope.NONE)) {
      return Set.of();
    }
    Set<PathExpression> fresh = new LinkedHashSet<>(here().members());
    fresh.removeAll(facts.before().members());
    fresh.removeIf(path -> path.steps().stream()
        .filter(PathExpression.Name.class::isInstance)
        .flatMap(step -> Words.of(((PathExpression.Name) step).name()).stream())
        .anyMatch(OTHER_PAGES::contains));
    return fresh;
  }

  /**
   * {@return the headers that no page before had, where the next position stands in a header and
   * may have come under another name}
   */
  Set<String> newHeaders() {
    if (facts.pagination().next() instanceof Next.LinkHeader) {
      List<LinkHeader.Link> links = LinkHeader.parse(facts.page().headers().values("Link"));
      return LinkRelations.hasUnknown(links) ? Set.of("link") : Set.of();
    } else if (facts.before().equals(Envelope.NONE) || !isInHeader()) {
      return Set.of();
    }
    Set<String> fresh = new LinkedHashSet<>(here().headers());
    fresh.removeAll(facts.before().headers());
    return fresh;
  }

  private boolean isInHeader() {
    return facts.pagination().next() instanceof Next.Cursor cursor
        && cursor.sources().stream().anyMatch(Source.Header.class::isInstance);
  }

  /** {@return whether pages before had members of their own, and this one has none at all} */
  boolean lacksEverything() {
    Set<String> own = new HashSet<>();
    facts.before().members().stream()
        .map(PathExpression::toString)
        // A cursor may be an object: what is in it goes with it.
        .filter(
            path -> used.stream().noneMatch(each -> each.startsWith(path) || path.startsWith(each)))
        .forEach(own::add);
    return here().members().isEmpty() && !own.isEmpty();
  }

  private Envelope here() {
    return Envelope.of(
        facts.page().outline(), facts.page().items(), facts.page().headers());
  }

  /** {@return what could be the position where the caller's path leads to nothing} */
  List<String> candidates() {
    return statements.stream()
        .filter(each -> !each.isHeader() && each.near())
        .filter(each -> !sent.contains(each.text()) && !each.text().isEmpty())
        .filter(each -> NextWords.isToken(each) && !NextWords.isElse(each))
        .filter(each -> NextWords.mayBePosition(each.words()) || NextWords.isOpaque(each))
        .map(Statement::where)
        .toList();
  }

  // What was heard.

  List<Evidence> contradictions() {
    return contradictions;
  }

  List<Evidence> doubts() {
    return doubts;
  }

  Optional<String> flagSaysEnd() {
    return flagSaysEnd;
  }

  Counts counts() {
    return counts;
  }

  long largestTotal() {
    return largestTotal;
  }
}
