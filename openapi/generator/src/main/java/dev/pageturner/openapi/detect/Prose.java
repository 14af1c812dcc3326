package dev.pageturner.openapi.detect;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a description says, where a name alone would lie: an {@code offset} that is opaque, a
 * {@code start} that is a date.
 */
final class Prose {
  private static final Pattern TIME = word(
      "dates?|datetime|date-time|times?|timestamps?|epoch|milliseconds?|seconds?|rfc ?3339|iso ?8601|created|updated|"
          + "modified|days?|hours?|occurred|happened|utc|period");
  private static final Pattern CURSOR = word(
      "cursors?|opaque|pagination|paginat(?:e|ed|ing)|page ?tokens?|next ?tokens?|continuation|continue (?:the )?list(?:ing)?|"
          + "bookmark|markers?|next page|next set|page of results|pagetoken|nextpagetoken|next_page|nexttoken|scroll|"
          + "(?:previous|prior|last|preceding|earlier) (?:call|response|request|query|page|list|result)");
  private static final Pattern TOKEN = word("tokens?|cursors?|opaque|hash|identifiers?");
  private static final Pattern PAGE_NUMBER = Pattern.compile(
      "\\bpage (?:number|index|no)\\b|\\b(?:number|index) of the page\\b|\\bwhich page (?:of|to)\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern TO_SKIP = Pattern.compile(
      "\\b(?:how many|number of) [^.]{0,40}\\b(?:skip|omit|leave out|pass over|ignore)\\b|\\bindex of the first (?:[a-z]+ )?(?:item|result|record|row|entry|element|hit)\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern KINDS =
      word("kinds?|types?|sorts? of|categor(?:y|ies)|such as|whether");
  private static final Pattern NEXT_GIVEN = Pattern.compile(
      "\\b(?:urls?|uris?|links?|path|address|cursor|token|marker|bookmark|value|key|handle|id) (?:[a-z]+ ){0,6}(?:next|following) (?:page|batch|set|chunk|part|request|results?|call)\\b"
          + "|\\b(?:send|pass|use) (?:it|this)(?: back)? (?:as|in|with|to)\\b[^.]{0,60}\\b(?:next page|read on|go on|continue|next batch|more)\\b"
          + "|\\bwhere the next (?:page|part|batch) (?:is|starts|begins)\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern EARLIER_ANSWER = Pattern.compile(
      "\\b(?:previous|prior|last|preceding|earlier|former) (?:[a-z]+ )?(?:call|response|request|query|page|list|result|answer|batch)\\b"
          + "|\\b(?:answer|response|page|call|request|result) before\\b|\\bof an? earlier\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern SENTENCES = Pattern.compile("(?<=[.;])\\s+");
  private static final Pattern SENT = Pattern.compile(
      "\\b(?:send|pass|use|give|set|put|provide|supply|specify)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern ALL_OF_THEM = Pattern.compile(
      "\\btotal (?:number|count|amount|items|results|records)\\b|\\boverall (?:number|count)\\b|\\bnumber of all\\b|\\b(?:number|count) of [^.]{1,40}\\b(?:that|which) match\\b"
          + "|\\bhow many [^.]{1,40}\\b(?:in all|altogether|all pages|complete list|match)\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern OTHER_UNIT = word(
      "bytes?|octets?|characters?|(?:milli|micro|nano)?seconds?|minutes?|hours?|days|weeks|months|pixels?|degrees|"
          + "met(?:er|re)s|kilomet(?:er|re)s|miles|time ?zones?|utc offset|dimensions?|tokens to");
  private static final Pattern OTHER_PAGES = Pattern.compile(
      "\\b(?:name|title|slug|path|url|content|html|id) of (?:the|a|this)? ?(?:[a-z]+ )?page\\b"
          + "|\\b(?:documentation|web|wiki|landing|home|help|facebook|checkout|status|confluence) ?-?page\\b"
          + "|\\bpages? (?:of|in|from|within) (?:the|a|an|this) (?:[a-z]+ )?(?:documents?|pdf|book|file|site|website|wiki|scan|image|tiff|letter)\\b"
          + "|\\bpage'?s? (?:name|title|slug|url|id)\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern COUNT_ASKED = Pattern.compile(
      "\\bhow many\\b[^.]{0,40}\\b(?:return(?:ed)?|give|gives|given|show|shown|list|listed|fetch|get|per page|include|display|retrieve|page)\\b"
          + "|\\b(?:max(?:imum|imal)?|number|amount|count)\\.? (?:number |amount )?of (?:[a-z-]+ ){1,3}(?:to (?:be )?(?:return|give|show|list|fetch|get|include|display|retrieve)|returned|per page|(?:in|on) (?:a|each|one|the|every) page|per request|per response|in the response)"
          + "|\\bhow many [a-z]+ (?:an answer|a page|each page|the answer) (?:has|holds|shows|gives)\\b|\\b(?:results?|items?|records?|entries|rows) (?:are )?(?:on|in) (?:a|one|each|the) page\\b|\\bhow many [a-z]+\\W*(?:$|[;.,])"
          + "|\\bpage ?size\\b|\\bsize of (?:a|the|each) page\\b|\\b(?:items|results|records|entries|rows) per page\\b"
          + "|\\blimits? the (?:number|amount) of (?:results|items|records|entries|rows)",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern CURSOR_TAKEN = Pattern.compile(
      "\\b(?:cursor|token|marker|bookmark|key|value|handle|string)\\b[^.]{0,60}\\b(?:next page|next set|next batch|previous (?:page|response|request|call|answer|result)|last (?:page|response|request|call)|prior (?:page|response|request|call)|continue (?:the )?(?:list|listing|from))\\b"
          + "|\\b(?:pagination|paging|page|continuation) (?:cursor|token)\\b"
          + "|\\bpage starts after this cursor\\b"
          + "|\\b(?:returned|given|received|taken|obtained) (?:in|by|from|with) (?:the|a|your) (?:previous|last|prior|preceding) (?:page|response|request|call|answer)\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern LAST_ITEM_TAKEN = Pattern.compile(
      "\\b(?:ids?|identifier|uuid|key) of the last (?:[a-z-]+ ){1,4}(?:of|in|from|on|you|received|seen|returned)\\b"
          + "|\\blast (?:seen|received|returned|fetched) (?:[a-z]+ )?(?:id|identifier|key)\\b"
          + "|\\blast (?:item|object|record|entry|element|row|result)(?:'s)? (?:id|identifier|key)\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern WARNING = Pattern.compile(
      "\\bdeprecated\\b|\\bdo(?:es)? not use\\b|\\bdon't use\\b|\\bobsolete\\b|\\bnot recommended\\b|\\bdiscouraged\\b"
          + "|\\b(?:recommend|prefer|please use|should use|use|advise)\\b[^.]{0,60}\\binstead\\b|\\blegacy\\b|\\bno longer (?:supported|maintained)\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern NEXT_LINK_FOLLOWED = Pattern.compile(
      "\\b(?:follow|use|using|following|call|request|via|through)\\b[^.]{0,40}\\bnext['\"`]? ?(?:page )?(?:links?|urls?|uris?|href)\\b"
          + "|\\b(?:follow|use|using|following)\\b[^.]{0,60}\\blinks?[^.]{0,12}\\bnext\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern RELATION_NEXT = Pattern.compile(
      "\\brel(?:ation)?\\b[^.]{0,24}\\bnext\\b|\\bnext\\W{0,2} (?:rel|relation)\\b|\\blink\\b[^.]{0,20}\\bnext page\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern MORE_PAGES = Pattern.compile(
      "\\b(?:more|further|additional|remaining|other|subsequent|all|any) (?:[a-z]+ ){0,2}(?:results?|items?|pages?|records?|data|entries|rows|elements|objects|available|to (?:fetch|retrieve|load|come))\\b"
          + "|\\b(?:next|last|final|another|following) (?:page|batch|set)\\b|\\bend of (?:the |this )?(?:list|results?|data|collection|pages?)\\b"
          + "|\\btruncated\\b|\\bpagination\\b|\\bpaging\\b|\\bis there more\\b|\\bare more\\b|\\bexist beyond\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern THIS_PAGE = Pattern.compile(
      "\\b(?:in|on|of|for|by|within) (?:this|the current|current|the returned|one|a single) (?:[a-z]+ )?(?:page|response|request|batch|call|chunk|set|answer|reply)\\b"
          + "|\\bthis page (?:holds|has|contains|shows|gives)\\b|\\bthis page's\\b|\\bitems returned\\b"
          + "|\\breturned (?:in|on|with) (?:this|the)\\b|\\bper page\\b|\\bin the page\\b|\\bpage size\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern OF_MONEY = word(
      "amounts?|prices?|costs?|currenc(?:y|ies)|balances?|sums?|revenue|tax(?:es)?|cents|scores?|bytes?|seconds|minutes|hours|weights?");
  private static final Pattern OTHER_NEXT = Pattern.compile(
      "\\b(?:what|which|who) (?:[a-z]+ ){1,3}next\\b|\\bto (?:do|ask|configure|run|take|visit|read|watch|show|perform|execute|try)(?: for| at)? next\\b|"
          + "\\bnext (?:step|action|billing|payment|run|execution|invoice|occurrence|level|state|status|update|release|event|delivery|attempt|retry|charge|renewal|stage|move|node|hop|version|review|appointment|shift|question|sync|poll)\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern ID =
      word("ids?|identifiers?|uuids?|snowflakes?|uids?|guids?|primary key");
  private static final Pattern NAME = word("names?|alphabetical(?:ly)?|lexicographic(?:al|ally)?");
  private static final Pattern URL =
      word("urls?|uris?|links?|hyperlinks?|href|paths? (?:of|to)|endpoint to (?:call|use)");
  private static final Pattern LINK_HEADER = Pattern.compile(
      "\\blink\\b[^.]{0,60}\\bheaders?\\b|\\bheaders?\\b[^.]{0,60}\\blink\\b|rel=\\\\?[\"']?next",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern CURSOR_HEADER =
      Pattern.compile("\\b(X-(?:[A-Za-z]+-)*(?:Cursor|Continuation|Next)(?:-[A-Za-z]+)*)\\b");
  private static final Pattern SKIP = Pattern.compile(
      "\\boffset\\b|\\bskip(?:ped|s)?\\b|\\b(?:zero|0|one|1)[- ]based\\b|\\b(?:starting|start|first) (?:index|position|row|item|record|result|element|entry)\\b"
          + "|\\bindex of the first\\b|\\bstart at\\b|\\bposition\\b|\\bstarts? from\\b|\\bnumber of [^.]{0,30} to (?:skip|omit|ignore|pass over)\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern PAGE =
      Pattern.compile("\\bpages?\\b|\\bpagination\\b|\\bpaginated\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern MAXIMUM = Pattern.compile(
      "\\bmax(?:imum)?(?: (?:value|allowed|limit|size|is|of|page size|number of \\w+|per page))*\\b[^0-9.]{0,20}?([0-9][0-9,_]{0,9})"
          + "|\\bbetween [0-9]+ and ([0-9][0-9,_]{0,9})|\\bup to ([0-9][0-9,_]{0,9})\\b"
          + "|\\b[0-9]+ ?(?:-|to) ?([0-9][0-9,_]{0,9})\\b",
      Pattern.CASE_INSENSITIVE);

  private static final Pattern TOTAL = word(
      "total|overall|altogether|in all|all pages|available|of all|all (?:items|results|records|entries)|that match|which match|matching|matched");
  private static final Pattern FROM_ZERO = word(
      "zero[- ](?:based|indexed)|0[- ](?:based|indexed)|starts? (?:at|from|with) (?:0|zero)|starting (?:at|from|with) (?:0|zero)|first page is (?:0|zero)");
  private static final Pattern FROM_ONE = word(
      "one[- ](?:based|indexed)|1[- ](?:based|indexed)|starts? (?:at|from|with) (?:1|one)|starting (?:at|from|with) (?:1|one)|first page is (?:1|one)");

  private Prose() {}

  private static Pattern word(String alternatives) {
    return Pattern.compile("\\b(?:" + alternatives + ")\\b", Pattern.CASE_INSENSITIVE);
  }

  static boolean isAboutTime(String text) {
    return TIME.matcher(text).find();
  }

  static boolean isAboutCursors(String text) {
    return CURSOR.matcher(text).find();
  }

  /** Text that only the server understands, in so many words. */
  static boolean isAboutTokens(String text) {
    return TOKEN.matcher(text).find();
  }

  /** Counts something else than items: bytes, minutes. */
  static boolean isOfOtherUnit(String text) {
    return OTHER_UNIT.matcher(text).find() && !COUNT_ASKED.matcher(text).find();
  }

  /** Speaks of pages that no list has: those of a document or a site. */
  static boolean isOfOtherPages(String text) {
    return OTHER_PAGES.matcher(text).find();
  }

  /** Asks how many items are to come. */
  static boolean isAskingForCount(String text) {
    return COUNT_ASKED.matcher(text).find();
  }

  /** Takes what the answer before gave. */
  static boolean isTakingCursor(String text) {
    return CURSOR_TAKEN.matcher(text).find();
  }

  /** Takes what identifies the last item that came. */
  static boolean isTakingLastItem(String text) {
    return LAST_ITEM_TAKEN.matcher(text).find();
  }

  /** Takes the number of a page, in so many words. */
  static boolean isPageNumber(String text) {
    return PAGE_NUMBER.matcher(text).find() && !isOfOtherPages(text);
  }

  /** Takes how many items come before the first one. */
  static boolean isNumberToSkip(String text) {
    return TO_SKIP.matcher(text).find();
  }

  /** Leaves out things by what they are, rather than by how many. */
  static boolean isSkippingKinds(String text) {
    return KINDS.matcher(text).find();
  }

  /** Gives the place of the next page. */
  static boolean isGivingNext(String text) {
    return NEXT_GIVEN.matcher(text).find();
  }

  /** Gives the number of all items. */
  static boolean isTotal(String text) {
    return ALL_OF_THEM.matcher(text).find() && !isOfMoney(text);
  }

  /** {@return whether a parameter's text says that it takes that field of the answer before} */
  static boolean isTaking(String text, String field) {
    return sentences(text)
        .anyMatch(part -> mentions(part, field) && EARLIER_ANSWER.matcher(part).find());
  }

  /**
   * {@return whether a parameter's text says that it takes what the answer before called as it is}
   */
  static boolean isTakingItsOwn(String text, String name) {
    return EARLIER_ANSWER.matcher(text).find()
        && Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(text).find();
  }

  /** {@return whether a field's text says that it is sent as that parameter} */
  static boolean isSentAs(String text, String parameter) {
    return sentences(text).anyMatch(part -> mentions(part, parameter) && isGivingNext(part));
  }

  /** {@return whether an operation's text says that something is sent as that parameter} */
  static boolean isToBeSent(String text, String parameter) {
    return sentences(text)
        .anyMatch(part -> mentions(part, parameter) && SENT.matcher(part).find());
  }

  private static Stream<String> sentences(String text) {
    return SENTENCES.splitAsStream(text);
  }

  /** A name that is a word of the language has to be marked as a name. */
  private static boolean mentions(String text, String name) {
    String quoted = Pattern.quote(name);
    String bare = "(?<![\\w.-])" + quoted + "(?![\\w-])";
    String marked = "[`'\"]" + quoted + "[`'\"]|\\bas (?:the )?" + quoted + "\\b|\\b" + quoted
        + " (?:parameter|argument)\\b|\\bparameter " + quoted + "\\b";
    return Pattern.compile(name.matches("[a-z]+") ? marked : bare).matcher(text).find();
  }

  /** Warns of what it describes: deprecated, or something else is recommended. */
  static boolean isWarning(String text) {
    return WARNING.matcher(text).find();
  }

  /** Says that the link to the next page is to be followed. */
  static boolean isFollowingNextLink(String text) {
    return NEXT_LINK_FOLLOWED.matcher(text).find();
  }

  /** Speaks of a relation called next. */
  static boolean isRelationNext(String text) {
    return RELATION_NEXT.matcher(text).find();
  }

  /** Says whether there are more pages or items to come. */
  static boolean isAboutMore(String text) {
    return MORE_PAGES.matcher(text).find();
  }

  /** {@return whether a text has a name's words, one after the other} */
  static boolean names(String text, Name name) {
    String spoken = String.join(" ", name.words());
    return !spoken.isEmpty()
        && (" " + text.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", " ") + " ")
            .contains(" " + spoken + " ");
  }

  /** Speaks of this page alone. */
  static boolean isOfThisPage(String text) {
    return THIS_PAGE.matcher(text).find();
  }

  /** A number that counts no items. */
  static boolean isOfMoney(String text) {
    return OF_MONEY.matcher(text).find();
  }

  /** Speaks of what comes next in some work, rather than in a list. */
  static boolean isOfOtherNext(String text) {
    return OTHER_NEXT.matcher(text).find();
  }

  static boolean isAboutIds(String text) {
    return ID.matcher(text).find();
  }

  static boolean isAboutNames(String text) {
    return NAME.matcher(text).find();
  }

  static boolean isAboutUrls(String text) {
    return URL.matcher(text).find();
  }

  static boolean isAboutLinkHeaders(String text) {
    return LINK_HEADER.matcher(text).find();
  }

  /** {@return the header that holds the next cursor, if the text names one} */
  static Optional<String> cursorHeader(String text) {
    Matcher matcher = CURSOR_HEADER.matcher(text);
    return text.contains("header") && matcher.find()
        ? Optional.of(matcher.group(1))
        : Optional.empty();
  }

  static boolean isAboutSkipping(String text) {
    return SKIP.matcher(text).find();
  }

  static boolean isAboutPages(String text) {
    return PAGE.matcher(text).find();
  }

  static boolean isAboutTotals(String text) {
    return TOTAL.matcher(text).find();
  }

  /** {@return where counting starts, if the text says so} */
  static Optional<Long> base(String text) {
    if (FROM_ZERO.matcher(text).find()) {
      return Optional.of(0L);
    }
    return FROM_ONE.matcher(text).find() ? Optional.of(1L) : Optional.empty();
  }

  static Optional<Long> maximum(String text) {
    Matcher matcher = MAXIMUM.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    for (int group = 1; group <= matcher.groupCount(); group++) {
      if (matcher.group(group) != null) {
        return Optional.of(Long.valueOf(matcher.group(group).replaceAll("[,_]", "")));
      }
    }
    return Optional.empty();
  }
}
