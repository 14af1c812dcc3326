package dev.pageturner.openapi.mockserver.internal.request;

import java.util.Map;

/** A request that is answered with an error. */
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final transient Map<String, String> headers;

  public Refusal(int status, String message) {
    this(status, message, Map.of());
  }

  public Refusal(int status, String message, Map<String, String> headers) {
    super(message, null, false, false);
    this.status = status;
    this.headers = headers;
  }

  public int status() {
    return status;
  }

  /** {@return what the answer says besides} */
  public Map<String, String> headers() {
    return headers;
  }

  public String text() {
    return String.valueOf(getMessage());
  }
}
