package dev.pageturner.openapi.mockserver;

/** A request that is answered with an error. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;
  private final int status;

  Refusal(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
