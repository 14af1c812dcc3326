package dev.pageturner.openapi.detect;

/** What the fields of a response are called that speak of pages. */
final class ResponseWords {
  /** What a field called "next" may say it holds. */
  private static final String HELD = """
      page pages paging pagination batch set result results item items record records
      link links url uri href path query cursor token marker key id identifier
      offset start starting from after index state position continuation number no name type forward
      """.strip().replaceAll("\\s+", "|");

  /**
   * "next" and what it holds: {@code nextPageToken}, {@code NextMarker}, {@code @odata.nextLink}.
   */
  static final Names NEXT = Names.of("""
      (?:odata|at|paging|page|pagination|meta)?next(?:%s)* next.*(?:token|cursor|marker|iterator)
      """.formatted(HELD));

  /**
   * An object that says "next" for the fields in it: {@code next: {href}}, {@code next_page:
   * {offset}}.
   */
  static final Names NEXT_HOLDER =
      Names.of("next nextpage nextlink nextpageparameters nextpageparams nextpageinfo");

  /** {@code previous}, {@code prev_page_url}. */
  static final Names PREVIOUS = Names.of("prev(?:ious)?(?:page|link|url|uri|cursor|token)*");

  /** A link to the page itself. */
  static final Names SELF = Names.of("self href url uri current");

  /**
   * Positions that don't say "next": {@code cursor}, {@code continue}, {@code endCursor},
   * {@code last_id}.
   */
  static final Names CURSOR = Names.of("""
      (?:end|after|forward|page|new|last|scroll|bottom|query|result|search)?cursor(?:mark|id|token)?
      (?:page|pagination|paging|scroll|resume|continuation|skip|starting|list|results?)token .*continuationtoken
      continue continuation continuation(?:id|key) marker pagemarker bookmark scrollid pagestate
      lastevaluated.* lastid lastkey lastitemid lastcursor lastseenid searchafter position iterator
      """);

  /** Positions that are such only inside an envelope: {@code paging.cursors.after}. */
  static final Names CURSOR_IN_ENVELOPE = Names.of("after afterid aftertoken");

  /** Objects that are a position: the key of the last row. */
  static final Names KEY = Names.of("lastevaluatedkey nextkey");

  /** {@code has_more}, {@code IsTruncated}. */
  static final Names MORE = Names.of("""
      hasmore more hasnext hasnextpage hasmoreresults hasmoreitems hasmorepages hasmoredata hasmorerecords
      hasadditionalresults moreresults moreitems moreavailable morerecords moreitemsincollection
      istruncated truncated incomplete nextpageavailable
      """);

  /** {@code done}, {@code last} of Spring Data. */
  static final Names LAST = Names.of("""
      done isdone querydone last islast lastpage islastpage complete iscomplete finished isfinal end endoflist
      endofresults
      """);

  /** The number of all items, in so many words. */
  static final Names TOTAL = Names.of("""
      total totalcount totalitems totalitemcount totalresults totalelements totalrecords totalentries totalnumber
      totalnum totalsize totalrows totalhits totalobjects totalavailable totalmatches itemstotal recordstotal
      sizetotal estimatedtotal fullcount numfound nbhits odatacount
      """);

  /** The number of all items or of those in this page. */
  static final Names COUNT = Names.of("""
      count recordcount resultcount resultscount itemcount rowcount entrycount objectcount availablecount
      numresults resultsize matches hits
      """);

  /** {@code totalPages}, {@code last_page}. */
  static final Names TOTAL_PAGES = Names.of("""
      totalpages? pagestotal pagetotal pages pagecount pagescount numpages nbpages numberofpages lastpage maxpages?
      """);

  /** Headers that hold a position: {@code X-Next-Cursor}, {@code X-After-Cursor}. */
  static final Names HEADER = Names.of("""
      .*next(?:page|cursor|token|marker)? .*cursor .*continuation.* .*pagetoken .*marker
      """);

  private ResponseWords() {}
}
