package dev.pageturner.internal.walk;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.position.Place;
import dev.pageturner.position.Position;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether an error says that the server no longer knows the position that was asked for. */
final class DeadPosition {
  private static final int GONE = 410;
  private static final Set<Integer> WITH_WORDS = Set.of(400, 404, 422);

  private static final Pattern POSITION = Pattern.compile(
      "cursor|token|delta|sync|scroll|search_context|continuation|bookmark|marker|snapshot",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern TROUBLE = Pattern.compile(
      "expire|invalid|not valid|no longer|unknown|not found|missing|stale|too old|gone|resync"
          + "|full.?sync|reset|malformed|unrecognized|does not exist|not exist",
      Pattern.CASE_INSENSITIVE);

  /** A token that says who asks is no position. */
  private static final Pattern CREDENTIAL = Pattern.compile(
      "(access|api|auth|bearer|csrf|xsrf|id|refresh|session)[ _-]?token|token.{0,20}authenti",
      Pattern.CASE_INSENSITIVE);

  private DeadPosition() {}

  /** {@return whether an error says that a position that came from the server is dead} */
  static boolean isTold(PageturnerException e, Place place) {
    return isFromServer(place) && (isGone(e) || (mayNameIt(e) && names(said(e))));
  }

  /** Counts are the client's own: no server forgets them. */
  private static boolean isFromServer(Place place) {
    Position position = place.position();
    boolean given = position instanceof Position.Cursor || position instanceof Position.Url;
    return given
        || place
            .since()
            .filter(each -> !(each.position() instanceof Position.Start))
            .isPresent();
  }

  private static boolean isGone(PageturnerException e) {
    return e instanceof PageturnerException.Status status && status.status() == GONE;
  }

  /** GraphQL, among others, tells of errors with status 200. */
  private static boolean mayNameIt(PageturnerException e) {
    return e.kind() == Kind.API_ERROR
        || (e instanceof PageturnerException.Status status && WITH_WORDS.contains(status.status()));
  }

  private static String said(PageturnerException e) {
    if (e instanceof PageturnerException.Status status) {
      return status.body();
    }
    return e instanceof PageturnerException.Content content ? content.said().orElse("") : "";
  }

  private static boolean names(String said) {
    return POSITION.matcher(said).find()
        && TROUBLE.matcher(said).find()
        && !CREDENTIAL.matcher(said).find();
  }
}
