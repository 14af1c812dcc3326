package dev.pageturner.openapi.cli.record;

import java.util.Locale;

/** A request in one line, for people: {@code GET https://… 200, 14,203 bytes, 0.12 s}. */
public final class RequestLine {
  private static final double SECOND = 1e9;

  private final Secrets secrets;

  /** Masks these. */
  public RequestLine(Secrets secrets) {
    this.secrets = secrets;
  }

  /** {@return the line} */
  public String of(Recorded recorded) {
    String asked = recorded.method() + " " + secrets.url(recorded.url());
    double seconds = (recorded.endedAt() - recorded.sentAt()) / SECOND;
    String came = recorded.status() == 0
        ? recorded.failure().orElse("no answer")
        : String.format(Locale.ROOT, "%d, %,d bytes", recorded.status(), recorded.bytes())
            + recorded.failure().map(failure -> ", " + failure).orElse("");
    return String.format(Locale.ROOT, "%s %s, %.2f s", asked, came, seconds);
  }
}
