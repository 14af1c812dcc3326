package dev.pageturner.internal.http;

import dev.pageturner.page.TraversalEvent;
import dev.pageturner.page.TraversalListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/** Warnings for a person, which go to the listener or, where nobody listens, to the log. */
public final class Warnings {
  private static final Logger LOG = System.getLogger(TraversalListener.class.getName());

  private Warnings() {}

  /** {@return what takes the messages for a listener of the application} */
  public static Consumer<String> to(TraversalListener listener) {
    TraversalListener guarded = TraversalListener.none().and(listener);
    return guarded == TraversalListener.none()
        ? message -> LOG.log(Level.WARNING, message)
        : message -> guarded.on(new TraversalEvent.Warning(message));
  }
}
