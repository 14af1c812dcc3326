package dev.pageturner.internal.walk;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.text.ShortText;
import dev.pageturner.page.TraversalEvent;
import dev.pageturner.page.TraversalListener;
import dev.pageturner.position.Position;
import dev.pageturner.position.StopReason;
import dev.pageturner.position.Verdict;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells a listener of the application, whose exceptions must not break a traversal. */
final class EventEmitter implements TraversalListener {
  private static final Logger LOG = System.getLogger(TraversalListener.class.getName());

  private final TraversalListener guarded;

  EventEmitter(TraversalListener listener) {
    // A listener that is joined with another is guarded; nobody joined with nobody is still nobody.
    this.guarded = TraversalListener.none().and(listener);
  }

  /** A warning is never silent: where nobody listens, the log says it. */
  @Override
  public void on(TraversalEvent event) {
    if (guarded == TraversalListener.none() && event instanceof TraversalEvent.Warning warning) {
      LOG.log(Level.WARNING, warning.message());
    }
    guarded.on(event);
  }

  void requested(long page, Position position) {
    String kind = position.getClass().getSimpleName();
    on(new TraversalEvent.PageRequested(page, kind + ' ' + ShortText.hash(position)));
  }

  void received(long page, OpenPage<?> open, Duration elapsed) {
    long bytes = open.heldBytes();
    on(new TraversalEvent.PageReceived(page, open.status(), bytes, elapsed));
  }

  void warn(String message) {
    on(new TraversalEvent.Warning(message));
  }

  void recovered(TraversalEvent.Recovery how, String reason) {
    on(new TraversalEvent.Recovered(how, reason));
  }

  void failed(PageturnerException e) {
    on(new TraversalEvent.Failed(String.valueOf(e.getMessage())));
  }

  void doubt(Verdict verdict) {
    warn(verdict.toString());
  }

  void ended(StopReason reason, long pages, long items, long omitted, @Nullable Verdict verdict) {
    on(new TraversalEvent.Ended(reason, pages, items, omitted, Optional.ofNullable(verdict)));
  }
}
