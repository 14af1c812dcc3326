package dev.pageturner.internal.paging;

import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** What the media type of a response says of the form of its page. */
enum PageMedia {
  /** Newline-delimited JSON, by whatever name. */
  LINES,
  /** An event stream, which is no page. */
  EVENTS,
  /** JSON, or something that may be JSON: servers mix it up. */
  ANY;

  // RFC 7464 puts a control character before each line; Spring says stream+json.
  private static final Pattern LINE_TYPES = Pattern.compile(
      "(application|text)/((x-)?(nd-?json|jsonl|jsonlines|json-lines|json-seq|json-stream)"
          + "|stream\\+json|[\\w.-]+\\+(json-seq|ndjson|jsonl))\\s*(;.*)?",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern EVENT_TYPE =
      Pattern.compile("text/event-stream\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

  /** {@return what the headers of a response say} */
  static PageMedia of(Headers headers) {
    @Nullable String type = headers.get("Content-Type");
    if (type == null) {
      return ANY;
    } else if (LINE_TYPES.matcher(type.strip()).matches()) {
      return LINES;
    }
    return EVENT_TYPE.matcher(type.strip()).matches() ? EVENTS : ANY;
  }
}
