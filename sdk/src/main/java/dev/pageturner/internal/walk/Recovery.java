package dev.pageturner.internal.walk;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.page.ExpiredCursor;
import dev.pageturner.page.TraversalEvent;
import dev.pageturner.position.Place;
import dev.pageturner.position.Position;
import dev.pageturner.position.Since;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where one traversal goes on whose position the server no longer knows, and which items that come
 * again then are left out.
 *
 * <p>It decides; {@link ItemWalk} moves. A recovery has to lead further than the one before: where
 * items come again, further in the list, and else to an item that was not given out yet. Used by
 * the consumer's thread alone.
 */
final class Recovery<T> {
  private final PageSource<T> source;
  private final PageReader<T> reader;
  private final ExpiredCursor<? super T> policy;
  private final boolean sync;
  private final Set<Object> keys = new HashSet<>();
  private boolean tooMany;
  private boolean leavesOut;
  private @Nullable Object lastKey;
  private long furthest = -1;
  private long lastGiven = -1;
  private boolean resynced;

  /**
   * Prepares for a traversal.
   *
   * @param source the list
   * @param reader reads its pages
   * @param options what the user asked for; the policy is one for these items
   */
  @SuppressWarnings("unchecked") // The list of these items took it.
  Recovery(PageSource<T> source, PageReader<T> reader, TraversalOptions options) {
    this.source = source;
    this.reader = reader;
    this.policy = (ExpiredCursor<? super T>) options.expired();
    this.sync = options.sync();
    this.resynced = options.place().since().filter(Since::whole).isPresent();
  }

  /**
   * Where to go on.
   *
   * @param place the page
   * @param how from where, in the words of the event
   */
  record Move(Place place, TraversalEvent.Recovery how) {
    /** {@return whether the page is the one that was asked for, by another position} */
    boolean isSamePage() {
      return how == TraversalEvent.Recovery.FRESH_CURSOR;
    }
  }

  /**
   * {@return where to go on after a page could not be fetched; empty to throw the error}
   *
   * @param here where the page stands
   * @param consumed how many of its items are behind the consumer
   * @param given how many items were given out
   */
  Optional<Move> after(PageturnerException e, Place here, long consumed, long given) {
    if (!DeadPosition.isTold(e, here)) {
      return Optional.empty();
    }
    Optional<Move> move = fresh(e, here).or(() -> resync(e, here)).or(() -> byPolicy(here));
    return move.filter(each -> leadsFurther(each, here, consumed, given));
  }

  private boolean leadsFurther(Move move, Place here, long consumed, long given) {
    boolean again = move.how() == TraversalEvent.Recovery.DELIVERED_AGAIN
        || move.how() == TraversalEvent.Recovery.RESYNCED;
    boolean fromChanges = here.since().filter(since -> !since.whole()).isPresent();
    boolean otherList = fromChanges && move.how() == TraversalEvent.Recovery.RESYNCED;
    long place = here.items() + consumed;
    boolean further = otherList || (again ? place > furthest : given > lastGiven);
    furthest = otherList ? -1 : Math.max(furthest, place);
    lastGiven = given;
    leavesOut |= move.how() == TraversalEvent.Recovery.STARTED_OVER;
    resynced |= move.how() == TraversalEvent.Recovery.RESYNCED;
    return further;
  }

  private Optional<Move> fresh(PageturnerException e, Place here) {
    boolean start = here.position() instanceof Position.Start;
    return start
        ? Optional.empty()
        : reader
            .fresh(e, here)
            .map(position ->
                new Move(here.withPosition(position), TraversalEvent.Recovery.FRESH_CURSOR));
  }

  /** Where the changes are no longer known, only the whole list has everything. */
  private Optional<Move> resync(PageturnerException e, Place here) {
    boolean changes = here.position() instanceof Position.Start && sync;
    if (!changes) {
      return Optional.empty();
    }
    return reader
        .fresh(e, here)
        .map(position -> whole(here, position))
        .or(() -> Optional.of(whole(here, Position.start())));
  }

  private static Move whole(Place here, Position from) {
    Place beginning = Place.startOf(new Since(from, "", true));
    return new Move(here.restartedAt(beginning), TraversalEvent.Recovery.RESYNCED);
  }

  private Optional<Move> byPolicy(Place here) {
    if (policy instanceof ExpiredCursor.Fail || here.position() instanceof Position.Start) {
      return Optional.empty();
    } else if (sync) {
      return Optional.of(startOverSync(here));
    } else if (policy instanceof ExpiredCursor.GoOnAfter<? super T> on) {
      return onAfter(here, on.parameter());
    } else if (tooMany) {
      return Optional.empty();
    }
    boolean known = lastKey != null;
    return again(
        here,
        known ? TraversalEvent.Recovery.STARTED_OVER : TraversalEvent.Recovery.DELIVERED_AGAIN);
  }

  /** What a whole list lost since its beginning, nobody tells: it does not come again. */
  private Move startOverSync(Place here) {
    Optional<Since> changes = here.since().filter(since -> !since.whole());
    if (changes.isPresent()) {
      return new Move(here.restartedAt(here.beginning()), TraversalEvent.Recovery.DELIVERED_AGAIN);
    }
    return whole(here);
  }

  /** {@return the beginning of the whole list that a page is in} */
  Move whole(Place here) {
    resynced = true;
    return whole(here, here.since().map(Since::position).orElse(Position.start()));
  }

  private Optional<Move> again(Place here, TraversalEvent.Recovery how) {
    return Optional.of(new Move(here.restartedAt(here.beginning()), how));
  }

  /** Before the first key, and where the filter cannot be sent, the list is started over. */
  private Optional<Move> onAfter(Place here, String parameter) {
    Object key = lastKey;
    if (key == null) {
      return again(here, TraversalEvent.Recovery.DELIVERED_AGAIN);
    }
    return source
        .after(parameter, key.toString(), here.since())
        .map(since -> new Move(
            here.restartedAt(Place.startOf(since)), TraversalEvent.Recovery.WENT_ON_AFTER_KEY));
  }

  /** {@return whether the keys of items that are given out matter} */
  boolean remembers() {
    return !(policy instanceof ExpiredCursor.Fail);
  }

  /** {@return whether items must be looked at before they are given out} */
  boolean leavesOut() {
    return leavesOut;
  }

  /** {@return whether the whole list is read instead of its changes} */
  boolean isResynced() {
    return resynced;
  }

  /**
   * Items are given out.
   *
   * <p>What their keys' function throws leaves everything as it was.
   */
  void gave(List<T> items) {
    if (policy instanceof ExpiredCursor.StartOver<? super T> over && !sync) {
      remember(keys(items, over.key()), over.maxKeys());
    } else if (policy instanceof ExpiredCursor.StartOverInOrder<? super T, ?> ordered) {
      keys(items, ordered.key()).forEach(key -> lastKey = key);
    } else if (policy instanceof ExpiredCursor.GoOnAfter<? super T> on) {
      keys(items, on.key()).forEach(key -> lastKey = key);
    }
  }

  private static <T> List<Object> keys(List<T> items, Function<? super T, ?> key) {
    List<Object> keys = new ArrayList<>();
    for (T item : items) {
      keys.add(Objects.requireNonNull(key.apply(item), "an item without a key"));
    }
    return keys;
  }

  private void remember(List<Object> given, int most) {
    given.forEach(key -> lastKey = key);
    if (tooMany || keys.size() + given.size() > most) {
      tooMany = true;
      keys.clear();
    } else {
      keys.addAll(given);
    }
  }

  /** {@return whether an item was given out before the list was started over} */
  boolean wasGiven(T item) {
    if (policy instanceof ExpiredCursor.StartOver<? super T> over) {
      return keys.containsAll(keys(List.of(item), over.key()));
    } else if (policy instanceof ExpiredCursor.StartOverInOrder<? super T, ?> ordered) {
      return isUpTo(lastKey, keys(List.of(item), ordered.key()).get(0));
    }
    return false;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Both keys came from one function.
  private static boolean isUpTo(@Nullable Object last, Object key) {
    return last != null && ((Comparable) key).compareTo(last) <= 0;
  }
}
