package dev.pageturner;

import dev.pageturner.internal.http.Pause;

/** Opens what only tests may set. */
public final class Testing {
  private Testing() {}

  /** {@return a builder whose client waits as the test says} */
  public static ApiClient.Builder pausing(ApiClient.Builder builder, Pause pause) {
    return builder.pause(pause);
  }
}
