package dev.pageturner.internal.walk;

/** A walk, item by item. */
final class ItemSteps<T> extends WalkSteps<T, T> {
  ItemSteps(ItemWalk<T> walk) {
    super(walk);
  }

  @Override
  public State advance(boolean patient) {
    return walk.advance(patient);
  }

  @Override
  public T take() {
    return walk.item();
  }

  @Override
  public boolean hasMore() {
    return walk.hasMore();
  }
}
