package dev.pageturner.openapi.cli.record;

import java.time.Duration;

/** The sums of a run. */
final class TraceCounts {
  private long requests;
  private long bytes;
  private long retries;
  private long waits;
  private long rows;
  private Duration waited = Duration.ZERO;

  void sent(Recorded recorded) {
    requests++;
    bytes += recorded.bytes();
  }

  void waited(Duration duration) {
    waits++;
    waited = waited.plus(duration);
  }

  void retried() {
    retries++;
  }

  void row() {
    rows++;
  }

  long requests() {
    return requests;
  }

  long bytes() {
    return bytes;
  }

  long retries() {
    return retries;
  }

  long waits() {
    return waits;
  }

  /** The time waited, as it was announced. */
  Duration waited() {
    return waited;
  }

  /** The rows, those left out too. */
  long rows() {
    return rows;
  }
}
