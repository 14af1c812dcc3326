package dev.pageturner.openapi.detect;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request field and a response field that belong together: what the server gives in the one, it
 * takes in the other.
 *
 * <p>{@code pageToken} and {@code nextPageToken}; {@code Marker} and {@code NextMarker};
 * {@code after} and {@code last_id}; {@code cursor} of the body and {@code meta.next_cursor}. The
 * pair is the evidence: it tells an opaque {@code offset} or {@code page} from a number, and no
 * name is trusted alone.
 */
final class CursorRule implements Rule {
  /** Below this the two are not thought to belong together. */
  private static final double BELONG = 2;

  /** From here on the names themselves pair them. */
  private static final double STRONG = 2.9;

  private record Pair(RequestField request, AnswerField next, double score) {}

  @Override
  public Optional<DetectedPagination> look(Candidate candidate) {
    Optional<Pair> best = candidate.request().stream()
        .flatMap(field -> candidate.signals().next().stream().flatMap(next -> pair(field, next)))
        .max(Comparator.comparingDouble(Pair::score));
    return best.isPresent() ? best.flatMap(pair -> found(candidate, pair)) : inHeader(candidate);
  }

  private static Optional<DetectedPagination> found(Candidate candidate, Pair pair) {
    Optional<AnswerField> items = candidate.items(pair.next());
    if (items.isEmpty() && pair.score() < STRONG && candidate.answer().isDescribed()) {
      return Optional.empty();
    }
    double confidence = (pair.score() >= STRONG ? 0.97 : 0.955) - (items.isEmpty() ? 0.35 : 0);
    return Optional.of(new Finding(style(pair.request()), candidate, confidence)
        .position(pair.request())
        .next(pair.next().jsonPath())
        .items(items)
        .build());
  }

  /** The next cursor may stand in a header that the document declares: {@code X-Next-Cursor}. */
  private static Optional<DetectedPagination> inHeader(Candidate candidate) {
    Optional<RequestField> cursor = candidate.request().stream()
        .filter(field -> RequestRoles.isCursor(field) || RequestRoles.isLastItem(field))
        .findFirst();
    Optional<String> header = candidate.answer().headers().keySet().stream()
        .filter(
            name -> Name.of(name).matches("x?.*(?:next.*|cursor|continuation.*|pagetoken|marker)"))
        .findFirst();
    Optional<AnswerField> items = candidate.items(null);
    return cursor.isEmpty() || header.isEmpty() || items.isEmpty()
        ? Optional.empty()
        : Optional.of(new Finding(style(cursor.get()), candidate, 0.93)
            .position(cursor.get())
            .next("header:" + header.get())
            .items(items)
            .build());
  }

  private static PageStyle style(RequestField field) {
    return field.isBody() ? PageStyle.BODY_CURSOR : PageStyle.CURSOR;
  }

  private static Stream<Pair> pair(RequestField field, AnswerField next) {
    double score = score(field, next);
    return score < BELONG
        ? Stream.empty()
        : Stream.of(new Pair(field, next, score - tieBreak(field, next)));
  }

  private static double tieBreak(RequestField field, AnswerField next) {
    return 0.01 * next.path().size() + (field.isBody() ? 0.005 : 0);
  }

  private static double score(RequestField field, AnswerField next) {
    boolean cursor = RequestRoles.isCursor(field);
    boolean lastItem = RequestRoles.isLastItem(field);
    boolean counter = RequestRoles.isPage(field) || RequestRoles.isOffset(field);
    if (!(cursor || lastItem || counter) || UrlSigns.of(next) == UrlSigns.URL) {
      return 0;
    }
    double names = nameScore(field.core().name(), next);
    if (counter && !cursor && !lastItem) {
      return opaqueCounterScore(field, next, names);
    }
    return Math.max(
            names,
            cursor && ResponseSignals.saysNext(next)
                ? 2.5
                : cursor || isPlainCursor(next) ? 2.2 : 0)
        + (cursor ? 0.2 : 0)
        + (ResponseSignals.saysNext(next) ? 0.3 : 0);
  }

  /** A counter that is text on both sides is none. */
  private static double opaqueCounterScore(RequestField field, AnswerField next, double names) {
    boolean text = field.shape().isString() && next.shape().isString();
    boolean opaque = field.shape().isString() && Prose.isAboutCursors(field.description());
    boolean saysNext = ResponseSignals.saysNext(next);
    return saysNext && (text || opaque) && (names >= BELONG || opaque)
        ? Math.max(names, 2.2) + 0.3
        : 0;
  }

  private static boolean isPlainCursor(AnswerField next) {
    return ResponseSignals.saysNext(next)
        || next.name()
            .matches(".*cursor.*|after|.*token|last.*id|lastid|.*marker|lastkey|lastitemid");
  }

  /** How much alike: the same word, the same but for "next", or one within the other. */
  private static double nameScore(String asked, AnswerField next) {
    String given = next.name().joined();
    boolean same =
        given.equals(asked) || given.equals("next" + asked) || asked.equals("next" + given);
    boolean longer = given.startsWith(asked)
        && given.substring(asked.length()).matches("cursor|token|key|marker|id");
    if (same || longer || isAwsPair(asked, given)) {
      return 3;
    }
    return given.endsWith(asked) && asked.length() > 3 ? 2.6 : 0;
  }

  /** Names of one position that differ by who speaks. */
  private static boolean isAwsPair(String asked, String given) {
    return Map.of("exclusivestart", "lastevaluated", "start", "next", "starting", "next")
        .entrySet()
        .stream()
        .anyMatch(pair -> asked.startsWith(pair.getKey())
            && given.startsWith(pair.getValue())
            && asked
                .substring(pair.getKey().length())
                .equals(given.substring(pair.getValue().length())));
  }
}
