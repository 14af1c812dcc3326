package dev.pageturner.openapi.mockserver.internal.sample;

import dev.pageturner.json.RawJson;

/** Makes values of one schema. Safe for use by several threads. */
@FunctionalInterface
public interface Sample {
  /** {@return the value that {@code draw} decides on} */
  RawJson value(Draw draw);
}
