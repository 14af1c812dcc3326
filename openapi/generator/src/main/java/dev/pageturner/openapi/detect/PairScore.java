package dev.pageturner.openapi.detect;

import java.util.Map;
import java.util.stream.Stream;

/**
 * How much a request field and a response field belong together, from 0.
 *
 * <p>Names pair best: {@code cursor} and {@code nextCursor}, {@code ExclusiveStartKey} and
 * {@code LastEvaluatedKey}. Then roles do: any cursor parameter and a field that says "next". A
 * counter pairs with its next value, and with text only if it is text itself or its prose calls it
 * opaque, for then it doesn't count.
 */
final class PairScore {
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
    return score < Sign.PAIR.weight()
        ? 0
        : score
            + Sign.A_LEVEL_DEEPER.weight() * given.path().size()
            + (asked.isBody() ? Sign.PAIRED_IN_BODY.weight() : 0);
  }

  /** {@return whether the prose of the one says that it is the other} */
  static boolean isSaid(RequestField asked, AnswerField given) {
    return RequestRoles.mayTake(asked)
        && mayBeGiven(given)
        && !isNextCount(asked, given)
        && (Prose.isTaking(asked.description(), given.key())
            || (given.shape().isString()
                && given.key().equals(asked.core().written())
                && Prose.isTakingItsOwn(asked.description(), given.key()))
            || Prose.isSentAs(given.shape().description(), asked.name()));
  }

  /** Numbers of items or pages are no positions, whatever prose says of them. */
  private static boolean mayBeGiven(AnswerField given) {
    return !given.shape().isBoolean()
        && Stream.of(WordRole.SIZE, WordRole.TOTAL, WordRole.COUNT, WordRole.TOTAL_PAGES)
            .noneMatch(role -> Vocabulary.of(role).contain(given.name()));
  }

  /** The next value of a counter is given, and still counted. */
  private static boolean isNextCount(RequestField asked, AnswerField given) {
    boolean counter = RequestRoles.isPage(asked) || RequestRoles.isOffset(asked);
    return counter
        && given.shape().isInteger()
        && ResponseSignals.saysNext(given)
        && given.name().joined().contains(asked.core().name().joined());
  }

  private static double unsorted(RequestField asked, AnswerField given) {
    if (isSaid(asked, given) || isOfNextHolder(asked, given)) {
      return Sign.SAID_PAIR.weight()
          + (ResponseSignals.saysNext(given) ? Sign.SAYS_NEXT.weight() : 0);
    }
    boolean cursor = RequestRoles.isCursor(asked);
    double names = names(asked.core().name().joined(), given.name().joined());
    if (cursor || RequestRoles.isLastItem(asked)) {
      return Math.max(names, roles(cursor, given))
          + (cursor ? Sign.IS_CURSOR.weight() : 0)
          + (ResponseSignals.saysNext(given) ? Sign.SAYS_NEXT.weight() : 0);
    }
    if (asked.core().is(WordRole.PAGE)
        || asked.core().is(WordRole.OFFSET)
        || RequestRoles.isPage(asked)
        || RequestRoles.isOffset(asked)) {
      return opaqueCounter(asked, given, names);
    }
    return isSuccessor(asked, given) ? Sign.SAME_NAME.weight() : 0;
  }

  private static double roles(boolean cursor, AnswerField given) {
    boolean saysNext = ResponseSignals.saysNext(given);
    if (cursor && saysNext) {
      return Sign.CURSOR_AND_NEXT.weight();
    }
    boolean position = isLikeCursor(given) || (cursor && ResponseSignals.isCursor(given));
    return saysNext || position || ResponseSignals.isNextByProse(given) ? Sign.ROLES.weight() : 0;
  }

  /** What a key may be paired with: not every name that may be a position is one of an item. */
  private static boolean isLikeCursor(AnswerField given) {
    Name name = given.name();
    boolean last = name.has("last") && name.has("id");
    return name.has("cursor")
        || name.matches("after|lastid|lastkey|.*token")
        || name.has("marker")
        || last;
  }

  private static double opaqueCounter(RequestField asked, AnswerField given, double names) {
    boolean text = asked.shape().isString() && given.shape().isString();
    boolean opaque = asked.shape().isString() && Prose.isAboutCursors(asked.description());
    if (given.shape().isInteger()) {
      // Where the answer gives back what was asked, it is an echo, unless prose says more.
      boolean said =
          names >= Sign.STRONG_PAIR.weight() && Prose.isGivingNext(given.shape().description());
      return said ? names : 0;
    }
    boolean next = ResponseSignals.saysNext(given) && (names >= Sign.PAIR.weight() || opaque);
    boolean same = opaque && names >= Sign.STRONG_PAIR.weight();
    return (next || same) && (text || opaque)
        ? Math.max(names, Sign.ROLES.weight()) + Sign.SAYS_NEXT.weight()
        : 0;
  }

  /** {@code continue: {apcontinue}}: what is to be sent again, named as the parameter is. */
  private static boolean isOfNextHolder(RequestField asked, AnswerField given) {
    return RequestRoles.mayTake(asked)
        && !RequestRoles.isOffset(asked)
        && !RequestRoles.isPage(asked)
        && ResponseSignals.insideNext(given)
        && given.key().equals(asked.core().written());
  }

  /** A name that no vocabulary knows, with "next" before it in the answer. */
  private static boolean isSuccessor(RequestField asked, AnswerField given) {
    String name = asked.core().name().joined();
    boolean mayBe = name.length() >= Sign.SHORTEST_NAME.weight()
        && !RequestRoles.isForeign(asked)
        && !RequestRoles.isSize(asked)
        && !asked.shape().isBoolean()
        && !asked.shape().isArray()
        && !asked.shape().isEnum();
    String successor = name.startsWith("next") ? name : "next" + name;
    boolean same =
        given.name().joined().equals(name) && Prose.isGivingNext(given.shape().description());
    return mayBe && (same || given.name().joined().equals(successor));
  }

  private static double names(String asked, String given) {
    if (given.equals(asked) || given.equals("next" + asked) || asked.equals("next" + given)) {
      return Sign.SAME_NAME.weight();
    }
    boolean longer = given.startsWith(asked)
        && given.substring(asked.length()).matches("cursor|token|key|marker|id");
    if (longer || areCounterparts(asked, given)) {
      return Sign.SAME_NAME.weight();
    }
    return given.endsWith(asked) && asked.length() >= Sign.SHORTEST_NAME.weight()
        ? Sign.END_OF_NAME.weight()
        : 0;
  }

  private static boolean areCounterparts(String asked, String given) {
    return COUNTERPARTS.entrySet().stream()
        .filter(pair -> asked.startsWith(pair.getKey()) && given.startsWith(pair.getValue()))
        .anyMatch(pair -> asked
            .substring(pair.getKey().length())
            .equals(given.substring(pair.getValue().length())));
  }
}
