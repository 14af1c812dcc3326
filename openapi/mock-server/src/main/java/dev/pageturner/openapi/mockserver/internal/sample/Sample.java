package dev.pageturner.openapi.mockserver.internal.sample;

import dev.pageturner.json.Json;

/** Makes values of one schema. Safe for use by several threads. */
@FunctionalInterface
public interface Sample {
  /** {@return the value that {@code draw} decides on} */
  Json value(Draw draw);
}
