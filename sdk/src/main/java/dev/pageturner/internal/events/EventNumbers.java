package dev.pageturner.internal.events;

import dev.pageturner.events.EventOptions;
import dev.pageturner.events.ServerEvent;
import dev.pageturner.internal.json.PathExpression;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The numbers in the events of one traversal: which is the last, and which events of a connection
 * came on one before.
 *
 * <p>A server that was asked for the events after a number may begin there, a little before, or at
 * the first one. So what comes on a further connection is left out up to the last number, and with
 * it the events between that have none. As soon as one is new, all are.
 */
public final class EventNumbers {
  private final @Nullable PathExpression path;
  private final Consumer<String> warnings;
  private OptionalLong last = OptionalLong.empty();
  private boolean consecutive = true;
  private boolean joining;
  private boolean repeating;

  /**
   * Begins at the first event.
   *
   * @param options where the number is, if there is one
   * @param warnings takes a message when events are missing
   */
  public EventNumbers(EventOptions options, Consumer<String> warnings) {
    this.path =
        options.resumeFrom().map(at -> PathExpression.parse(at.number())).orElse(null);
    this.warnings = warnings;
  }

  /**
   * Checks what the options say before anything is sent.
   *
   * @throws IllegalArgumentException if the path of the number is none
   */
  public static void check(EventOptions options) {
    options.resumeFrom().ifPresent(at -> PathExpression.parse(at.number()));
  }

  /** {@return the number to go on after, if the events have one} */
  public OptionalLong last() {
    return last;
  }

  /** Says that what comes now comes on another connection. */
  public void joined() {
    joining = last.isPresent();
    repeating = false;
  }

  /** {@return whether an event has not come before} */
  public boolean isNew(ServerEvent event) {
    OptionalLong number = path == null ? OptionalLong.empty() : numberOf(event, path);
    if (number.isEmpty()) {
      return !repeating;
    } else if (joining && number.getAsLong() <= last.getAsLong()) {
      repeating = true;
      return false;
    }
    follow(number.getAsLong());
    return true;
  }

  private void follow(long number) {
    boolean next = last.isEmpty() || number == last.getAsLong() + 1;
    if (joining && consecutive && !next) {
      warnings.accept("events are missing: the stream went on with number " + number
          + " after number " + last.getAsLong());
    } else if (!joining) {
      consecutive &= next;
    }
    last = OptionalLong.of(number);
    joining = false;
    repeating = false;
  }

  /** Some servers write numbers as texts, which JavaScript reads exactly. */
  private static OptionalLong numberOf(ServerEvent event, PathExpression path) {
    try {
      return EventValue.find(event, path).stream().mapToLong(Long::parseLong).findFirst();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
