package dev.pageturner.async.internal;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What made a stage fail, without what the stages between put around it. */
public final class StageFailure {
  private StageFailure() {}

  /** {@return the cause} */
  public static Throwable cause(Throwable failure) {
    Throwable cause = failure.getCause();
    boolean wrapped =
        failure instanceof CompletionException || failure instanceof ExecutionException;
    return wrapped && cause != null ? cause(cause) : failure;
  }

  /** {@return the cause to throw; an error is thrown here} */
  static Exception exception(Throwable failure) {
    Throwable cause = cause(failure);
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof Exception exception ? exception : new ExecutionException(cause);
  }
}
