package dev.pageturner.internal.http;

import java.util.regex.Pattern;

/** Media types of JSON values one after the other, by whatever name. */
public final class LineMedia {
  // RFC 7464 puts a control character before each line; Spring says stream+json.
  private static final Pattern LINE_TYPES = Pattern.compile(
      "(application|text)/((x-)?(nd-?json|jsonl|jsonlines|json-lines|json-seq|json-stream)"
          + "|stream\\+json|[\\w.-]+\\+(json-seq|ndjson|jsonl))\\s*(;.*)?",
      Pattern.CASE_INSENSITIVE);

  private LineMedia() {}

  /** {@return whether a media type, its parameters with it, is one of them} */
  public static boolean isOf(String type) {
    return LINE_TYPES.matcher(type.strip()).matches();
  }
}
