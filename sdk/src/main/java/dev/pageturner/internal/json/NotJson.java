package dev.pageturner.internal.json;

import java.io.Serial;

/**
 * Bytes that are not one JSON value. It is thrown often when bad lines are skipped, and always
 * turned into something else, so it has no stack trace.
 */
public final class NotJson extends Exception {
  @Serial
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Reason {
    /** Something else was expected at the offset. */
    SYNTAX,
    /** The value is not complete: the text ends at the offset. */
    CUT,
    /** The byte at the offset is not UTF-8. */
    ENCODING,
    /** The array or object at the offset is nested too deep. */
    NESTING
  }

  private final Reason reason;
  private final int offset;

  NotJson(Reason reason, int offset, String message) {
    super(message, null, false, false);
    this.reason = reason;
    this.offset = offset;
  }

  /** {@return what is wrong} */
  public Reason reason() {
    return reason;
  }

  /** {@return the bytes before the fault, counted from where the check began} */
  public int offset() {
    return offset;
  }

  /** {@return what was expected, such as {@code expected ':'}; nothing of the text, no position} */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
