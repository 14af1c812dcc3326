package dev.pageturner.internal.walk;

import dev.pageturner.position.Position;
import java.util.Locale;

/** Positions in messages: a cursor or URL may hold data or a secret, so that a hash names it. */
final class Named {
  private Named() {}

  static String of(Position position) {
    if (position instanceof Position.Cursor || position instanceof Position.Url) {
      String kind = position.getClass().getSimpleName().toLowerCase(Locale.ROOT);
      return "%s #%08x".formatted(kind, position.hashCode());
    }
    return position.toString();
  }
}
