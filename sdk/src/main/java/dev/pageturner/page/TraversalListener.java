package dev.pageturner.page;

import java.util.Objects;

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

  /**
   * {@return a listener that tells this one and then another}
   *
   * <p>What one of them throws is logged: it neither silences the other nor reaches who tells them.
   */
  default TraversalListener and(TraversalListener other) {
    Objects.requireNonNull(other, "other");
    if (this == NoListener.INSTANCE && other == NoListener.INSTANCE) {
      return this;
    }
    return event -> {
      tell(this, event);
      tell(other, event);
    };
  }

  private static void tell(TraversalListener listener, TraversalEvent event) {
    try {
      listener.on(event);
    } catch (RuntimeException e) {
      System.getLogger(TraversalListener.class.getName())
          .log(System.Logger.Level.WARNING, "a traversal listener failed", e);
    }
  }
}
