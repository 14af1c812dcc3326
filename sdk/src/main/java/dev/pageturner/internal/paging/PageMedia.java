package dev.pageturner.internal.paging;

import dev.pageturner.internal.http.LineMedia;
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

  private static final Pattern EVENT_TYPE =
      Pattern.compile("text/event-stream\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

  /** {@return what the headers of a response say} */
  static PageMedia of(Headers headers) {
    @Nullable String type = headers.get("Content-Type");
    if (type == null) {
      return ANY;
    } else if (LineMedia.isOf(type)) {
      return LINES;
    }
    return EVENT_TYPE.matcher(type.strip()).matches() ? EVENTS : ANY;
  }
}
