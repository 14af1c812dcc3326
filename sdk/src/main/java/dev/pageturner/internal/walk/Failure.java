package dev.pageturner.internal.walk;

import dev.pageturner.error.PageturnerException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What became of a page that could not be fetched, on its way from one thread to another. */
final class Failure {
  private Failure() {}

  /** {@return what made a stage fail, without what the stages between put around it} */
  static Throwable cause(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }

  /** Throws a failure where the consumer stands, if there is one. */
  static void throwIfAny(@Nullable Throwable e) {
    if (e instanceof RuntimeException runtime) {
      throw runtime;
    } else if (e instanceof Error error) {
      throw error;
    } else if (e != null) {
      throw new PageturnerException.Callback("a page could not be fetched", e);
    }
  }
}
