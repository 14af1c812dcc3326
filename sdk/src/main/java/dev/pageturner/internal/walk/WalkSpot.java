package dev.pageturner.internal.walk;

import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Place;
import org.jspecify.annotations.Nullable;

/** Where a page of a walk stands, and the form of its place that a checkpoint may keep. */
final class WalkSpot implements PageSpot {
  private final Place place;
  private final PageSource<?> source;
  private final String request;
  private volatile @Nullable Place stored;

  WalkSpot(Place place, PageSource<?> source, String request) {
    this.place = place;
    this.source = source;
    this.request = request;
  }

  @SuppressWarnings("ReferenceEquality") // All items of a page share one place.
  boolean isAt(Place other) {
    return place == other;
  }

  @Override
  public Checkpoint after(long consumed) {
    Place kept = stored;
    if (kept == null) {
      kept = place.withPositions(source::storable);
      stored = kept;
    }
    return new Checkpoint(kept, consumed, request);
  }
}
