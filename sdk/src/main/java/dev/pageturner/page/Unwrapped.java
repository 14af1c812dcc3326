package dev.pageturner.page;

import java.util.concurrent.CompletionException;

/** What made a stage fail, without what the stages between put around it. */
final class Unwrapped {
  private Unwrapped() {}

  static Throwable of(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }
}
