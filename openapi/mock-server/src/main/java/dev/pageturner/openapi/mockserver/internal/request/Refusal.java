package dev.pageturner.openapi.mockserver.internal.request;

import dev.pageturner.json.RawJson;
import java.util.List;
import java.util.Map;

/** A request that is answered with an error. */
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final transient Map<String, String> headers;
  private final transient Map<List<String>, RawJson> members;

  public Refusal(int status, String message) {
    this(status, message, Map.of());
  }

  public Refusal(int status, String message, Map<String, String> headers) {
    this(status, message, headers, Map.of());
  }

  public Refusal(
      int status, String message, Map<String, String> headers, Map<List<String>, RawJson> members) {
    super(message, null, false, false);
    this.status = status;
    this.headers = headers;
    this.members = members;
  }

  public int status() {
    return status;
  }

  /** {@return what the answer says besides} */
  public Map<String, String> headers() {
    return headers;
  }

  /** {@return what the error has besides, by the names that lead there} */
  public Map<List<String>, RawJson> members() {
    return members;
  }

  public String text() {
    return String.valueOf(getMessage());
  }
}
