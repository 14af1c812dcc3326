package dev.pageturner.openapi.detect;

import java.util.Set;

/**
 * What a request field is for, by its name first and then by its type and prose, since names lie:
 * {@code start} may be a date, {@code offset} and {@code page} may be opaque, {@code token} may be
 * a secret.
 */
final class RequestRoles {
  private static final Names SIZE = Names.of("""
      limit size pagesize perpage pagelength pagelen pagelimit maxresults? maxitems maxrecords
      maxkeys maxentries maxnumresults maxpagesize maxresultsperpage top count pagecount first
      rows take num numresults numitems itemsperpage hitsperpage resultsperpage recordsperpage
      entriesperpage limitto batchsize resultlimit max results n rpp ps numberofresults
      numberofitems resultsize itemcount recordcount preferredpagesize
      """);
  private static final Names CURSOR = Names.of("""
      (?:.*[a-z])?cursor(?:id|mark|token|key)?
      (?:.*(?:page|next|continuation|paging|pagination|start|starting|scroll|resume|results?|list|skip|offset))?token
      continue continuation continuation(?:id|key) (?:.*[a-z])?marker (?:.*[a-z])?bookmark
      scrollid pagestate pagekey paginationkey skiptoken pageinfo next nextkey nextid nextpage
      nextpageid pageid exclusivestart.* startkey lastkey lastevaluatedkey position anchor
      nextrecord startrecord.* nextlink pointer resumeafter checkpoint
      """);
  private static final Names LAST_ITEM = Names.of("""
      after pageafter startingafter startafter searchafter
      after(?:.*)(?:id|key|cursor|item|name) (?:.*)(?:id|key)after since since(?:.*)id maxid
      lastid last(?:.*)id lastseen fromid from(?:.*)id startid startfromid idfrom idgt
      idgreaterthan afterid offsetid last greaterthan
      """);
  private static final Names PAGE = Names.of("""
      page pagenumber pageno pagenum pagenr pageindex currentpage pg p curpage requestedpage
      resultpage resultspage
      """);
  private static final Names OFFSET = Names.of("""
      offset (?:page|start|result|item|record|list|row|search|query)offset skip start startat
      startindex from startposition startpos startitem startrow startrecord startfrom
      firstresult firstrecord firstitem begin beginindex offsetfrom skipcount first
      recordoffset rowstart pagestart fromindex iskip cursorposition
      """);
  private static final Set<String> FOREIGN_WORDS = Set.of(
      "access",
      "auth",
      "authorization",
      "csrf",
      "session",
      "client",
      "idempotency",
      "security",
      "refresh",
      "bearer",
      "sync",
      "delta",
      "device",
      "verification",
      "timezone",
      "utc",
      "created",
      "updated",
      "modified",
      "request",
      "api",
      "registration",
      "captcha",
      "share",
      "invite",
      "id_token",
      "tz");
  private static final Set<String> BACKWARD_WORDS =
      Set.of("before", "prev", "previous", "ending", "backward", "until", "reverse");

  private RequestRoles() {}

  /**
   * Asks for a number of items: {@code limit}, {@code page[size]}, {@code $top},
   * {@code MaxResults}.
   */
  static boolean isSize(RequestField field) {
    Core core = field.core();
    boolean named =
        SIZE.contain(core.name()) || (core.inPage() && core.name().matches("count|items"));
    return named && isNumber(field) && !isPage(field);
  }

  /**
   * Takes an opaque position: {@code cursor}, {@code pageToken}, {@code Marker},
   * {@code $skiptoken}.
   */
  static boolean isCursor(RequestField field) {
    Core core = field.core();
    if (!CURSOR.contain(core.name()) || !canBeToken(field) || isBackward(field)) {
      return false;
    }
    boolean vague = core.name()
        .matches(
            "token|position|anchor|next|last|pointer|checkpoint|startkey|lastkey|nextkey|pagekey|pageid");
    return !vague || core.inPage() || Prose.isAboutCursors(field.description());
  }

  /** Takes a value of the last item: {@code starting_after}, {@code since_id}, {@code after}. */
  static boolean isLastItem(RequestField field) {
    Core core = field.core();
    if (!LAST_ITEM.contain(core.name())
        || !canBeToken(field)
        || isTime(field)
        || isBackward(field)) {
      return false;
    }
    boolean vague =
        core.name().matches("since|last|lastseen|from.*id|last.*id|maxid|greaterthan|id.*");
    return !vague
        || Prose.isAboutCursors(field.description())
        || (core.name().equals("since") && Prose.isAboutIds(field.description()))
        || core.name().matches("sinceid|maxid|lastid");
  }

  /** Takes a value of the last item of a list that goes from new to old: {@code before}. */
  static boolean isBefore(RequestField field) {
    return field.core().name().matches("before|before.*(?:id|key)|untilid|endingbefore")
        && !isStructured(field);
  }

  /** Counts pages: {@code page}, {@code page[number]}, {@code pageIndex}. */
  static boolean isPage(RequestField field) {
    Core core = field.core();
    boolean named = PAGE.contain(core.name())
        || (core.inPage() && core.name().matches("number|no|num|index|page|current"));
    boolean vague = core.name().equals("p") || core.name().equals("pg");
    return named && !isStructured(field) && (!vague || Prose.isAboutPages(field.description()));
  }

  /** Counts items: {@code offset}, {@code skip}, {@code startIndex}, {@code $skip}. */
  static boolean isOffset(RequestField field) {
    Core core = field.core();
    if (!OFFSET.contain(core.name())
        || isStructured(field)
        || isTime(field)
        || isForeign(field)
        || Prose.isAboutBytes(field.description())) {
      return false;
    }
    if (core.name().equals("first")) {
      return Prose.isAboutSkipping(field.description());
    }
    boolean vague = core.name().matches("start|from|begin|.*position");
    return !vague
        || core.inPage()
        || Prose.isAboutSkipping(field.description())
        || field.shape().isInteger();
  }

  /** Says where to start, in one way or another. */
  static boolean isPosition(RequestField field) {
    return isCursor(field) || isLastItem(field) || isPage(field) || isOffset(field);
  }

  /** A number, by its type, or at least nothing that contradicts one. */
  static boolean isNumber(RequestField field) {
    Shape shape = field.shape();
    return shape.isInteger()
        || shape.isUntyped()
        || (shape.isString() && !shape.isEnum() && !shape.isArray());
  }

  /** A moment and no position, whatever its name. */
  static boolean isTime(RequestField field) {
    if (field.shape().format().startsWith("date")) {
      return true;
    }
    String prose = field.description();
    return Prose.isAboutTime(prose)
        && !Prose.isAboutCursors(prose)
        && !Prose.isAboutIds(prose)
        && !Prose.isAboutSkipping(prose);
  }

  private static boolean canBeToken(RequestField field) {
    Shape shape = field.shape();
    return !isStructured(field)
        && !shape.isBoolean()
        && !shape.isEnum()
        && !isForeign(field)
        && !shape.format().startsWith("date");
  }

  private static boolean isStructured(RequestField field) {
    return (field.shape().isArray() && !field.shape().isScalar())
        || field.shape().isBoolean();
  }

  static boolean isForeign(RequestField field) {
    return field.words().words().stream().anyMatch(FOREIGN_WORDS::contains);
  }

  private static boolean isBackward(RequestField field) {
    return field.words().words().stream().anyMatch(BACKWARD_WORDS::contains);
  }
}
