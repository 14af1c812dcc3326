package dev.pageturner.openapi.mockserver.internal.json;

import dev.pageturner.json.RawJson;

/** JSON values as they stand in URLs and headers. */
public final class PlainText {
  private PlainText() {}

  /** {@return a text without its quotes, and anything else as JSON} */
  public static String of(RawJson value) {
    return value.kind() == RawJson.Kind.STRING ? value.asString() : value.text();
  }
}
