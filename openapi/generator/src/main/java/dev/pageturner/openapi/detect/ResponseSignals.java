package dev.pageturner.openapi.detect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The fields of a response that say where the next page is, whether there is one, and how many. */
final class ResponseSignals {
  private static final Names NEXT = Names.of("""
      (?:odata|at|paging|page|pagination|meta)?next(?:page|pages|links?|ur[li]|href|cursor|token|marker|key|id|offset|start|index|state|position|results?|records?|recordname|batch|set|continuation|pagination|paging|starting|after|from|number|no|path|name|type|forward|items?|identifier|query)* next.*(?:token|cursor|marker)
      """);
  private static final Names PREVIOUS =
      Names.of("prev(?:ious)?(?:page|link|url|uri|cursor|token)*");
  private static final Names CURSOR = Names.of("""
      continue continuation continuation(?:id|key) .*continuationtoken
      (?:end|after|forward|page|new|last|scroll|bottom|query|result|search)?cursor(?:mark|id|token)?
      (?:page|pagination|paging|scroll|resume|continuation|skip|starting|list|results?)token
      marker pagemarker bookmark scrollid pagestate lastevaluated.* lastid lastkey lastitemid
      lastcursor lastseenid searchafter position
      """);
  private static final Names MORE = Names.of("""
      hasmore more hasnext hasnextpage hasmoreresults hasmoreitems hasmorepages moreresults
      moreitems moreavailable istruncated truncated hasadditionalresults hasmoredata
      morerecords hasmorerecords incomplete nextpageavailable moreitemsincollection
      """);
  private static final Names LAST = Names.of("""
      done islast last lastpage islastpage isdone complete finished isfinal endoflist end
      querydone iscomplete endofresults
      """);
  private static final Names TOTAL = Names.of("""
      total totalcount totalitems totalresults itemstotal total_?item_?count totalelements totalrecords totalentries
      totalnumber totalsize totalrows totalhits totalobjects numfound nbhits recordcount
      resultcount resultscount itemcount count full_?count rowcount size_?total numresults
      recordstotal totalnum totalavailable availablecount maxresults matches estimatedtotal
      totalmatches resultsize entrycount hits odatacount objectcount
      """);
  private static final Names TOTAL_PAGES = Names.of("""
      totalpages pagestotal pages pagecount pagescount numpages lastpage totalpage pagetotal numberofpages
      nbpages maxpage maxpages pagestotal
      """);

  /** An object that is a position: the key of the last row. */
  private static final Names KEY = Names.of("lastevaluatedkey nextkey");

  private final Answer answer;
  private final List<AnswerField> next;

  ResponseSignals(Answer answer) {
    this.answer = answer;
    this.next = next(answer);
  }

  /** {@return fields that may hold the next position, a cursor or a URL} */
  List<AnswerField> next() {
    return next;
  }

  private static List<AnswerField> next(Answer answer) {
    Stream<AnswerField> keys = answer.objects().stream().filter(field -> KEY.contain(field.name()));
    return Stream.concat(answer.scalars().stream(), keys)
        .filter(field -> !field.path().isEmpty()
            && isNext(field)
            && isValue(field)
            && isReachable(field, answer))
        .toList();
  }

  /**
   * {@return fields that only this request field makes a position: "next" before its own name, or
   * text of the same name}
   */
  Stream<AnswerField> successors(RequestField asked) {
    String name = asked.core().name();
    return answer.scalars().stream()
        .filter(field -> !field.path().isEmpty() && !next.contains(field))
        .filter(field -> field.name().joined().equals("next" + name)
            || (field.name().joined().equals(name) && field.shape().isString()))
        .filter(field -> isValue(field) && isReachable(field, answer));
  }

  /**
   * Whether the name says "next" itself or stands in an object that does: {@code next.after},
   * {@code _links.next.href}.
   */
  static boolean saysNext(AnswerField field) {
    return NEXT.contain(field.name()) || insideNext(field);
  }

  static boolean insideNext(AnswerField field) {
    return field
        .parentName()
        .matches("next|nextpage|nextlink|nextpageparameters|nextpageparams|nextpageinfo");
  }

  /** Whether the name is one for a position that the server hands out. */
  static boolean isCursor(AnswerField field) {
    return CURSOR.contain(field.name());
  }

  private static boolean isNext(AnswerField field) {
    boolean cursor = isCursor(field);
    boolean after = field.name().matches("after|afterid|aftertoken")
        && field.path().size() > 1
        && Envelopes.isEnvelope(field.parent().get(field.path().size() - 2));
    return saysNext(field) || cursor || after;
  }

  private static boolean isValue(AnswerField field) {
    return !field.shape().isBoolean() && !field.shape().format().startsWith("date");
  }

  /**
   * Deep in a body a next field is the business of some object, unless envelopes or the items lead
   * to it.
   */
  private static boolean isReachable(AnswerField field, Answer answer) {
    boolean envelopes = Envelopes.areEnvelopes(field.parent());
    boolean besideItems = field.path().size() <= 3
        && answer.arrays().stream().anyMatch(array -> array.isBeside(field));
    return envelopes || besideItems;
  }

  /** {@return a flag that says whether more follow; negated for one that says it is over} */
  Optional<EndFlag> endFlag() {
    Optional<EndFlag> more = flag(MORE).map(field -> new EndFlag(field.jsonPath(), false));
    return more.or(() -> flag(LAST).map(field -> new EndFlag(field.jsonPath(), true)));
  }

  private Optional<AnswerField> flag(Names names) {
    return answer.scalars().stream()
        .filter(field ->
            field.shape().isBoolean() && names.contain(field.name()) && isReachable(field, answer))
        .findFirst();
  }

  /** {@return whether a field speaks of the page before} */
  boolean hasPrevious() {
    return answer.scalars().stream()
        .anyMatch(field -> PREVIOUS.contain(field.name()) || PREVIOUS.contain(field.parentName()));
  }

  /** {@return the number of items in all pages} */
  Optional<AnswerField> total() {
    return number(TOTAL);
  }

  /** {@return the number of pages} */
  Optional<AnswerField> totalPages() {
    return number(TOTAL_PAGES);
  }

  /**
   * {@return the field that repeats what was asked for: {@code page} in the answer to {@code page}}
   */
  Optional<AnswerField> echo(RequestField asked) {
    String core = asked.core().name();
    return number(Names.of(core + " current" + core + " number"));
  }

  private Optional<AnswerField> number(Names names) {
    return answer.scalars().stream()
        .filter(field -> !field.path().isEmpty() && !field.shape().isBoolean())
        .filter(field -> field.shape().isInteger()
            || field.shape().isUntyped()
            || field.shape().isString())
        .filter(field -> names.contain(field.name()) && isReachable(field, answer))
        .findFirst();
  }
}
