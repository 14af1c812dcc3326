package dev.pageturner.internal.detect;

import dev.pageturner.internal.detect.EndFacts.Way;
import dev.pageturner.internal.json.PathExpression;
import dev.pageturner.pagination.EndRule;
import dev.pageturner.pagination.Flag;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Source;
import dev.pageturner.pagination.Sync;
import dev.pageturner.position.Evidence;
import dev.pageturner.position.Evidence.Kind;
import dev.pageturner.position.Verdict;
import dev.pageturner.position.Verdict.Certainty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Judges the end of a list: whether it is proved, assumed, in doubt or contradicted.
 *
 * <p>First the end's own signal is weighed, then everything else that the last response says.
 * Proofs have three strengths:
 *
 * <ul>
 *   <li><em>firm</em>: a flag that says end; a null where earlier pages had a cursor. Totals and
 *       positions beside it are told, and outweighed.
 *   <li><em>plain</em>: a null on the first page; a missing cursor where earlier pages had one and
 *       the page is otherwise like them; a total or page count reached; a rule of the user. Any
 *       word of the server that names more contradicts it, except a total that is larger by less
 *       than a page where this page is not full: servers count what is hidden or deleted.
 *   <li>none: then what else the response says decides, and nothing is called complete unless a
 *       flag or a count agrees.
 * </ul>
 *
 * <p>Thread-safe: a pure function.
 */
public final class Completeness {
  private static final Set<Kind> NEXT = Set.of(Kind.NEXT_LINK, Kind.NEXT_URL, Kind.NEXT_CURSOR);

  private final EndFacts facts;
  private final List<Statement> statements;
  private final Witnesses witnesses;

  private Completeness(EndFacts facts) {
    this.facts = facts;
    this.statements =
        Statement.all(facts.page().outline(), facts.page().items(), facts.page().headers());
    this.witnesses = Witnesses.of(facts, statements);
  }

  /** {@return how far the end of a list can be believed} */
  public static Verdict judge(EndFacts facts) {
    return new Completeness(facts).judge();
  }

  /** How much contradicts a proof. */
  private enum Strength {
    FIRM,
    PLAIN
  }

  private record Proof(String reason, Strength strength) {}

  private Verdict judge() {
    List<Evidence> against = witnesses.contradictions();
    Optional<Proof> proof = proof().or(this::agreement);
    if (proof.isPresent()) {
      List<Evidence> heavier = against.stream()
          .filter(evidence -> !outweighs(proof.get().strength(), evidence))
          .toList();
      return heavier.isEmpty()
          ? new Verdict(Certainty.PROVED, proof.get().reason(), against)
          : new Verdict(Certainty.CONTRADICTED, proof.get().reason(), against);
    }
    List<Evidence> all = new ArrayList<>(against);
    all.addAll(doubts());
    Certainty certainty = !against.isEmpty()
        ? Certainty.CONTRADICTED
        : all.isEmpty() ? Certainty.ASSUMED : Certainty.IN_DOUBT;
    return new Verdict(certainty, reason(), all);
  }

  // The end's own signal.

  private Optional<Proof> proof() {
    return switch (facts.signal()) {
      case FLAG -> firm("the flag" + flag() + " says that there are no more pages");
      case NULL -> nothing("null");
      case EMPTY -> nothing("empty");
      case ABSENT ->
        facts.signalSeen() && isLikeThoseBefore()
            ? plain("the last page has no " + next() + ", which the pages before had")
            : Optional.empty();
      case TOTAL_ITEMS ->
        isWholeCount() ? plain("as many items were read as" + total() + " says") : Optional.empty();
      case TOTAL_PAGES ->
        !isOfSmallerPages() && (facts.read().count() > 0 || !lacksItems())
            ? plain("as many pages were read as" + pages() + " says")
            : Optional.empty();
      case EMPTY_PAGE -> isRule() ? plain("the last page has no items") : Optional.empty();
      case SHORT_PAGE -> isCut() ? Optional.empty() : plain("the last page is a short one");
      case REPEATED_CURSOR -> plain("the cursor did not change any more");
      case NO_EXTRA_ITEM ->
        isFewer() || facts.signalSeen()
            ? plain("the last page has no item beyond the page size")
            : Optional.empty();
      case NOTHING_NEW -> plain("the last page has only items that came before");
      case END_STATUS -> plain("status " + facts.page().status() + " says that the list has ended");
      case LATER ->
        hasNoDoubtfulMember()
            ? plain("the last page offers" + later() + ", from which later changes are listed")
            : Optional.empty();
      case ONE_KEY, ONE_PAGE -> Optional.empty();
    };
  }

  /**
   * What is offered for later stands beside the next position only where that is not looked for.
   */
  private boolean hasNoDoubtfulMember() {
    String own = facts.pagination().sync().map(Completeness::place).orElse("");
    return Stream.concat(witnesses.doubts().stream(), nothingAtPath().stream())
        .allMatch(doubt -> doubt.where().equals(own));
  }

  private static String place(Sync sync) {
    return sync instanceof Sync.Token token
        ? token.source().toString()
        : sync instanceof Sync.Link link ? link.source().toString() : "";
  }

  private String later() {
    return facts.pagination().sync().map(sync -> " the " + sync).orElse(" a place");
  }

  /** A first page of just the size may come from a server that never sends one more. */
  private boolean isFewer() {
    return facts.read().count() < facts.askedSize();
  }

  private Optional<Proof> firm(String reason) {
    return Optional.of(new Proof(reason, Strength.FIRM));
  }

  private Optional<Proof> plain(String reason) {
    return Optional.of(new Proof(reason, Strength.PLAIN));
  }

  /** A null where nothing was before proves an end only by its name. */
  private Optional<Proof> nothing(String what) {
    if (facts.signalSeen()) {
      return firm("the " + next() + " is " + what + " on the last page");
    }
    return isNamedAsPosition() ? plain("the " + next() + " is " + what) : Optional.empty();
  }

  private boolean isNamedAsPosition() {
    return sources().allMatch(source -> NextWords.mayBePosition(wordsOf(source)));
  }

  private static List<String> wordsOf(Source source) {
    if (source instanceof Source.Body body) {
      return PathExpression.parse(body.path().text()).steps().stream()
          .filter(PathExpression.Name.class::isInstance)
          .flatMap(step -> Words.of(((PathExpression.Name) step).name()).stream())
          .toList();
    }
    return source instanceof Source.Header header ? Words.of(header.name()) : List.of();
  }

  private Stream<Source> sources() {
    Next next = facts.pagination().next();
    if (next instanceof Next.Cursor cursor) {
      return cursor.sources().stream();
    } else if (next instanceof Next.LinkObject link) {
      return Stream.of(link.source());
    }
    return next instanceof Next.Url url ? Stream.of(url.source()) : Stream.of();
  }

  private boolean isLikeThoseBefore() {
    return facts.page().hasItems()
        && witnesses.newMembers().isEmpty()
        && witnesses.newHeaders().isEmpty()
        && !witnesses.lacksEverything();
  }

  /**
   * A total equal to a first page that is full may be the number of its items; of several pages, it
   * is their sum.
   */
  private boolean isWholeCount() {
    return facts.read().items() > facts.read().count() || !isFull();
  }

  private boolean isFull() {
    return FullPage.find(facts, statements).isPresent();
  }

  private boolean isCut() {
    return FullPage.find(facts, statements)
        .filter(evidence -> evidence.kind() == Kind.CAPPED_PAGE)
        .isPresent();
  }

  /** A number of pages may be counted with the size asked for, although the server cut it. */
  private boolean isOfSmallerPages() {
    return facts.read().pages() > 1
        && FullPage.asked(facts)
            .filter(size -> facts.read().largestPage() < size.items())
            .isPresent();
  }

  private boolean lacksItems() {
    return witnesses.contradictions().stream().anyMatch(e -> e.kind() == Kind.TOTAL_ITEMS);
  }

  private boolean isRule() {
    boolean said = facts.pagination().endRules().contains(EndRule.EMPTY_PAGE)
        || facts.pagination().mayRepeatCursor();
    return facts.way() == Way.SAID && said;
  }

  // Words of the server that agree, although the pagination does not use them.

  private Optional<Proof> agreement() {
    if (witnesses.flagSaysEnd().isPresent()) {
      return firm(witnesses.flagSaysEnd().get() + " says that there are no more pages");
    } else if (facts.signal() == EndSignal.SHORT_PAGE || !isLikeThoseBefore()) {
      return Optional.empty();
    }
    Counts counts = witnesses.counts();
    if (counts.items() >= 0 && counts.items() == facts.read().items() && isWholeCount()) {
      return plain("as many items were read as the response says there are");
    }
    boolean pages = counts.pages() >= 0
        && facts.read().pages() >= 0
        && counts.pages() <= facts.read().pages()
        && !isOfSmallerPages();
    return pages && counts.items() < 0
        ? plain("as many pages were read as the response says there are")
        : Optional.empty();
  }

  // What outweighs what.

  private boolean outweighs(Strength strength, Evidence evidence) {
    if (strength == Strength.FIRM) {
      return evidence.kind() != Kind.FLAG || facts.signal() == EndSignal.FLAG;
    }
    boolean count = evidence.kind() == Kind.TOTAL_ITEMS;
    boolean several = facts.read().pages() > 1
        && (facts.signal() == EndSignal.TOTAL_ITEMS || facts.signal() == EndSignal.TOTAL_PAGES);
    boolean beyond = several && NEXT.contains(evidence.kind());
    return beyond || (count && isLessThanAPage());
  }

  /** Hidden and deleted items leave a gap smaller than a page, and the last page shorter. */
  private boolean isLessThanAPage() {
    OptionalLong size = FullPage.known(facts, statements);
    long missing = witnesses.largestTotal() - facts.read().items();
    long count = facts.read().count();
    boolean ended = count > 0 || facts.signal() == EndSignal.EMPTY_PAGE;
    return size.isPresent() && ended && missing < size.getAsLong() && count < size.getAsLong();
  }

  // Doubts.

  private List<Evidence> doubts() {
    List<Evidence> doubts = new ArrayList<>(witnesses.doubts());
    nothingAtPath().ifPresent(doubts::add);
    if (!hasAgreeingTotal()) {
      FullPage.find(facts, statements).ifPresent(doubts::add);
    }
    if (facts.way() == Way.GUESSED
        && facts.signal() == EndSignal.EMPTY_PAGE
        && facts.read().pages() <= 2) {
      doubts.add(new Evidence(
          Kind.UNPROVED_GUESS,
          facts.pagination().carrier().toString(),
          "a name that was assumed, and the page that it led to is empty"));
    }
    return doubts;
  }

  /** A total of as many items as were read, which may be that of the page. */
  private boolean hasAgreeingTotal() {
    return witnesses.counts().items() == facts.read().items();
  }

  private Optional<Evidence> nothingAtPath() {
    boolean lost = facts.way() == Way.SAID
        && (facts.signal() == EndSignal.ABSENT || facts.signal() == EndSignal.LATER)
        && !facts.signalSeen()
        && facts.read().pages() <= 1;
    List<String> candidates = lost ? witnesses.candidates() : List.of();
    return candidates.isEmpty()
        ? Optional.empty()
        : Optional.of(new Evidence(
            Kind.NOTHING_AT_PATH,
            next(),
            "nothing is there, but the page has " + String.join(", ", candidates)));
  }

  // In words.

  private String reason() {
    return switch (facts.signal()) {
      case ONE_PAGE -> "nothing in the response looks like a next page";
      case EMPTY_PAGE -> "the last page has no items";
      case SHORT_PAGE -> "the last page is a short one";
      case NO_EXTRA_ITEM -> "the last page has no item beyond the page size";
      case NOTHING_NEW, ONE_KEY -> "the last page has only items that came before";
      case TOTAL_ITEMS -> "as many items were read as" + total() + " says";
      case TOTAL_PAGES -> "as many pages were read as" + pages() + " says";
      default -> "the last page has no " + next();
    };
  }

  private String next() {
    return facts.pagination().next().toString();
  }

  private String flag() {
    return facts.pagination().hasMore().map(Flag::source).map(s -> " " + s).orElse("");
  }

  private String total() {
    return facts.pagination().totalItems().map(source -> " " + source).orElse(" a total");
  }

  private String pages() {
    return facts.pagination().totalPages().map(source -> " " + source).orElse(" a page count");
  }
}
