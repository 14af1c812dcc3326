package dev.pageturner.openapi.cli.record;

/**
 * One row of the waterfall. Times are in nanoseconds since the beginning of the run.
 *
 * @param kind what it is
 * @param label what it is called
 * @param detail all about it
 * @param result what came of it
 * @param from its beginning
 * @param turn when the response began
 * @param to its end
 */
record TraceRow(
    Kind kind, String label, String detail, String result, long from, long turn, long to) {
  /** What a row shows. */
  enum Kind {
    REQUEST,
    FAILED,
    WAIT
  }
}
