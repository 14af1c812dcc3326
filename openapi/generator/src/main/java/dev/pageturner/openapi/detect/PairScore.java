package dev.pageturner.openapi.detect;

import java.util.Map;

/**
 * How much a request field and a response field belong together, from 0.
 *
 * <p>Names pair best: {@code cursor} and {@code nextCursor}, {@code ExclusiveStartKey} and
 * {@code LastEvaluatedKey}. Then roles do: any cursor parameter and a field that says "next". A
 * counter pairs only if it is text on both sides or its prose calls it opaque, for then it doesn't
 * count.
 */
final class PairScore {
  /** From here on the names themselves pair them. */
  static final double STRONG = 2.9;

  /** Below this the two are not thought to belong together. */
  static final double BELONG = 2;

  private static final Names CURSOR_LIKE =
      Names.of(".*cursor.* after .*token last.*id .*marker lastkey");

  /** Names of one position that differ by who speaks. */
  private static final Map<String, String> COUNTERPARTS =
      Map.of("exclusivestart", "lastevaluated", "start", "next", "starting", "next");

  private PairScore() {}

  static double of(RequestField asked, AnswerField given) {
    if (UrlSigns.of(given) == UrlSigns.URL) {
      return 0;
    }
    double score = unsorted(asked, given);
    // Shallow fields go first, and what stands in the query before what stands in the body.
    return score < BELONG ? 0 : score - 0.01 * given.path().size() - (asked.isBody() ? 0.005 : 0);
  }

  private static double unsorted(RequestField asked, AnswerField given) {
    boolean cursor = RequestRoles.isCursor(asked);
    double names = names(asked.core().name(), given.name().joined());
    if (cursor || RequestRoles.isLastItem(asked)) {
      boolean saysNext = ResponseSignals.saysNext(given);
      return Math.max(names, roles(cursor, given)) + (cursor ? 0.2 : 0) + (saysNext ? 0.3 : 0);
    }
    if (RequestRoles.isPage(asked) || RequestRoles.isOffset(asked)) {
      return opaqueCounter(asked, given, names);
    }
    return isSuccessor(asked, given) ? 3 : 0;
  }

  private static double roles(boolean cursor, AnswerField given) {
    boolean saysNext = ResponseSignals.saysNext(given);
    if (cursor && saysNext) {
      return 2.5;
    }
    return saysNext
            || CURSOR_LIKE.contain(given.name())
            || (cursor && ResponseSignals.isCursor(given))
        ? 2.2
        : 0;
  }

  private static double opaqueCounter(RequestField asked, AnswerField given, double names) {
    boolean text = asked.shape().isString() && given.shape().isString();
    boolean opaque = asked.shape().isString() && Prose.isAboutCursors(asked.description());
    if (given.shape().isInteger()) {
      return 0;
    }
    boolean next = ResponseSignals.saysNext(given) ? names >= BELONG || opaque : names >= STRONG;
    return next && (text || opaque) ? Math.max(names, 2.2) + 0.3 : 0;
  }

  /** A name that no vocabulary knows, with "next" before it in the answer. */
  private static boolean isSuccessor(RequestField asked, AnswerField given) {
    String name = asked.core().name();
    boolean mayBe = name.length() > 3
        && !RequestRoles.isForeign(asked)
        && !RequestRoles.isSize(asked)
        && !asked.shape().isBoolean()
        && !asked.shape().isArray()
        && !asked.shape().isEnum();
    String successor = name.startsWith("next") ? name : "next" + name;
    return mayBe && given.name().joined().equals(successor);
  }

  private static double names(String asked, String given) {
    if (given.equals(asked) || given.equals("next" + asked) || asked.equals("next" + given)) {
      return 3;
    }
    boolean longer = given.startsWith(asked)
        && given.substring(asked.length()).matches("cursor|token|key|marker|id");
    if (longer || areCounterparts(asked, given)) {
      return 3;
    }
    return given.endsWith(asked) && asked.length() > 3 ? 2.6 : 0;
  }

  private static boolean areCounterparts(String asked, String given) {
    return COUNTERPARTS.entrySet().stream()
        .filter(pair -> asked.startsWith(pair.getKey()) && given.startsWith(pair.getValue()))
        .anyMatch(pair -> asked
            .substring(pair.getKey().length())
            .equals(given.substring(pair.getValue().length())));
  }
}
