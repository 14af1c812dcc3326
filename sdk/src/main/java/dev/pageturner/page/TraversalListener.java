package dev.pageturner.page;

/**
 * Is told what happens in a traversal, on the thread where it happens.
 *
 * <p>It must return soon. What it throws is logged and otherwise ignored: a listener cannot break a
 * traversal. A listener that is given to several traversals is called by all their threads.
 */
@FunctionalInterface
public interface TraversalListener {
  /** Takes note of an event. */
  void on(TraversalEvent event);

  /** {@return a listener that does nothing} */
  static TraversalListener none() {
    return NoListener.INSTANCE;
  }

  /** {@return a listener that tells this one and then another} */
  default TraversalListener and(TraversalListener other) {
    return event -> {
      on(event);
      other.on(event);
    };
  }
}
