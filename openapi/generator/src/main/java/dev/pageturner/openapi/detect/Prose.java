package dev.pageturner.openapi.detect;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
  private static final Pattern BYTES = word("bytes?|octets?|characters?|milliseconds|seconds");
  private static final Pattern ID =
      word("ids?|identifiers?|uuids?|snowflakes?|uids?|guids?|primary key");
  private static final Pattern URL =
      word("urls?|uris?|links?|hyperlinks?|href|endpoint to (?:call|use)");
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

  private static final Pattern TOTAL = word("total|overall|altogether|all pages|available");
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

  /** A position within one thing rather than among many. */
  static boolean isAboutBytes(String text) {
    return BYTES.matcher(text).find();
  }

  static boolean isAboutIds(String text) {
    return ID.matcher(text).find();
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
