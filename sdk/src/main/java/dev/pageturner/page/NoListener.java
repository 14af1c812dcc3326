package dev.pageturner.page;

/** A listener that does nothing, and that can be told from one that does. */
enum NoListener implements TraversalListener {
  INSTANCE;

  @Override
  public void on(TraversalEvent event) {
    // Nobody listens.
  }
}
