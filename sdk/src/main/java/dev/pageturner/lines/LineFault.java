package dev.pageturner.lines;

import dev.pageturner.error.PageturnerException.Kind;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** What is wrong with a line, before it is said where; it never leaves the package. */
final class LineFault extends Exception {
  @Serial
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final boolean wholeSource;

  LineFault(Kind kind, String reason, @Nullable Throwable cause, boolean wholeSource) {
    super(reason, cause, false, false);
    this.kind = kind;
    this.wholeSource = wholeSource;
  }

  static LineFault parse(String reason) {
    return new LineFault(Kind.PARSE, reason, null, false);
  }

  Kind kind() {
    return kind;
  }

  /** {@return whether no line of the source can be better than this one} */
  boolean isWholeSource() {
    return wholeSource;
  }
}
