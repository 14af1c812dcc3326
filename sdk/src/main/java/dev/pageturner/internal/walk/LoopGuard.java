package dev.pageturner.internal.walk;

import dev.pageturner.internal.url.UrlKey;
import dev.pageturner.position.Position;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells when a position comes again, in constant memory.
 *
 * <p>The last {@value #REMEMBERED} positions are remembered by their hashes, so that a cycle up to
 * that length is found within one round. Brent's algorithm finds a longer one later: it keeps one
 * position and moves it on at every power of two.
 */
final class LoopGuard {
  static final int REMEMBERED = 1024;

  private final Set<Long> recent = new LinkedHashSet<>();
  private long seen;
  private long brentMark;
  private long brentNextMove = 1;

  /** {@return whether the position was seen before; if not, it is from now on} */
  boolean isRepeated(Position position) {
    long hash = hash(position.getClass().getSimpleName(), keyOf(position));
    if (recent.contains(hash) || (seen > 0 && hash == brentMark)) {
      return true;
    }
    remember(hash);
    return false;
  }

  private void remember(long hash) {
    recent.add(hash);
    if (recent.size() > REMEMBERED) {
      Iterator<Long> eldest = recent.iterator();
      eldest.next();
      eldest.remove();
    }
    seen++;
    if (seen == brentNextMove) {
      brentMark = hash;
      brentNextMove *= 2;
    }
  }

  /** A URL is the same page however its fragment, default port or host's case is spelled. */
  private static String keyOf(Position position) {
    if (position instanceof Position.Url url) {
      return UrlKey.of(url.url());
    } else if (position instanceof Position.Cursor cursor) {
      StringBuilder key = new StringBuilder();
      cursor.values().forEach(v -> key.append(v.json()).append(v.text()).append('\0'));
      return key.toString();
    }
    return position.toString();
  }

  /** FNV-1a over UTF-16, mixed: 64 bits, since 32 would meet by chance within 100,000 pages. */
  private static long hash(String kind, String key) {
    long hash = 0xcbf29ce484222325L;
    for (String text : List.of(kind, key)) {
      for (int i = 0; i < text.length(); i++) {
        hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
      }
    }
    hash ^= hash >>> 32;
    hash *= 0xd6e8feb86659fd93L;
    return hash ^ (hash >>> 32);
  }
}
