package dev.pageturner.openapi.detect;

/** What request fields are called in the dialects of the world, one vocabulary for each role. */
final class RequestWords {
  /**
   * {@code limit}, {@code per_page}, {@code $top}, {@code MaxKeys}, {@code rows},
   * {@code hitsPerPage}.
   */
  static final Names SIZE = Names.of("""
      limit size pagesize perpage pagelength pagelen pagelimit pagecount preferredpagesize
      maxresults? maxitems maxrecords maxkeys maxentries maxnumresults maxpagesize maxresultsperpage
      itemsperpage hitsperpage resultsperpage recordsperpage entriesperpage numberofresults numberofitems
      top count first rows take max n rpp ps num numresults numitems results
      limitto batchsize resultlimit resultsize itemcount recordcount
      """);

  /**
   * {@code cursor}, {@code pageToken}, {@code Marker}, {@code $skiptoken},
   * {@code ExclusiveStartKey}.
   */
  static final Names CURSOR = Names.of("""
      (?:.*[a-z])?cursor(?:id|mark|token|key)? (?:.*[a-z])?marker (?:.*[a-z])?bookmark
      (?:.*(?:page|next|continuation|paging|pagination|start|starting|scroll|resume|results?|list|skip|offset))?token
      continue (?:.*[a-z])?continuation continuation(?:id|key) scrollid skiptoken resumeafter
      page(?:state|key|id|info) paginationkey next next(?:key|id|page|pageid|record|link)
      exclusivestart.* startrecord.* startkey lastkey lastevaluatedkey
      position anchor pointer checkpoint (?:.*[a-z])?iterator
      """);

  /** Cursor names that mean other things elsewhere: they count only if prose says so. */
  static final Names VAGUE_CURSOR = Names.of("""
      token position anchor next last pointer checkpoint startkey lastkey nextkey pagekey pageid
      """);

  /** {@code starting_after}, {@code since_id}, {@code after}, {@code id_after}, {@code max_id}. */
  static final Names LAST_ITEM = Names.of("""
      after pageafter startingafter startafter searchafter after.*(?:id|key|cursor|item|name) .*(?:id|key)after
      since since.*id maxid last lastid last.*id lastseen fromid from.*id startid startfromid
      idfrom idgt idgreaterthan offsetid greaterthan
      """);

  /** Last-item names that are filters elsewhere. */
  static final Names VAGUE_LAST_ITEM = Names.of("""
      since last lastseen last.*id from.*id start.*id idfrom idgt idgreaterthan greaterthan
      """);

  /** {@code before} in a list that goes from new to old. */
  static final Names BEFORE = Names.of("before before.*(?:id|key) untilid endingbefore");

  /** {@code page}, {@code pageNumber}, {@code pageIndex}. */
  static final Names PAGE = Names.of("""
      page pagenumber pageno pagenum pagenr pageindex currentpage curpage requestedpage resultpage resultspage pg p
      """);

  /** {@code number} of {@code page[number]}. */
  static final Names IN_PAGE = Names.of("number no num index page current");

  /** {@code offset}, {@code $skip}, {@code startIndex}, {@code firstResult}, {@code from}. */
  static final Names OFFSET = Names.of("""
      offset (?:page|start|result|item|record|list|row|search|query)offset offsetfrom
      skip skipcount start startat startindex startposition startpos startitem startrow startrecord startfrom
      from fromindex first firstresult firstrecord firstitem begin beginindex rowstart pagestart cursorposition
      """);

  /** Offset names that may as well be dates: they count only as numbers or if prose says so. */
  static final Names VAGUE_OFFSET = Names.of("start from begin .*position");

  /** Words that make a token a secret, an offset a time zone, an {@code after} a date. */
  static final Names FOREIGN = Names.of("""
      access auth authorization bearer csrf session client device security refresh verification registration
      captcha idempotency request api share invite sync delta timezone tz utc created updated modified
      """);

  /** Words of the way back. */
  static final Names BACKWARD = Names.of("before prev previous ending backward until reverse");

  private RequestWords() {}
}
