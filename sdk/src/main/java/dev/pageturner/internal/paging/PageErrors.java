package dev.pageturner.internal.paging;

import com.squareup.moshi.JsonEncodingException;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.internal.http.CallExchange;
import dev.pageturner.internal.http.PageBody;
import dev.pageturner.internal.json.DecodeErrors;
import dev.pageturner.internal.json.PathExpression;
import dev.pageturner.pagination.JsonPath;
import java.io.IOException;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What went wrong with the body of a page. */
final class PageErrors {
  private static final Set<String> NO_ERROR = Set.of("null", "false", "\"\"", "[]", "{}", "0");

  private PageErrors() {}

  /** {@return the error for what a reader or adapter threw at an item} */
  static PageturnerException of(
      Exception e, long index, String path, PageBody body, CallExchange exchange) {
    boolean syntax = e instanceof JsonEncodingException
        || e instanceof PageScanner.TooLong
        || e instanceof LineCursor.NoItem;
    if (e instanceof IOException io && body.isStreamed() && !syntax) {
      return exchange.bodyError(io);
    } else if (e instanceof PageScanner.TooLong) {
      return content(Kind.TOO_LARGE, e.getMessage() + " in " + exchange.shown(), exchange);
    } else if (body.isMarkup()) {
      return exchange.notJson(body);
    } else if (e instanceof LineCursor.NoItem line) {
      Kind kind = line.isTooLong() ? Kind.TOO_LARGE : Kind.PARSE;
      return content(kind, item(index, exchange) + ": " + e.getMessage(), exchange);
    }
    return DecodeErrors.of(item(index, exchange), path, e, exchange.info());
  }

  static PageturnerException isEventStream(CallExchange exchange) {
    String message =
        exchange.shown() + " answers with an event stream, which is no page: use events(…)";
    return content(Kind.PARSE, message, exchange);
  }

  static PageturnerException isNull(long index, CallExchange exchange) {
    return content(Kind.PARSE, item(index, exchange) + " is null", exchange);
  }

  private static String item(long index, CallExchange exchange) {
    return "item " + index + " of " + exchange.shown();
  }

  private static PageturnerException content(Kind kind, String message, CallExchange exchange) {
    return new PageturnerException.Content(kind, message, null, exchange.info());
  }

  /** A page without items, but with an error, is no empty page. */
  static void requireNoUsualError(
      Function<PathExpression, @Nullable String> body, CallExchange exchange) {
    for (JsonPath path : PageFormat.USUAL_ERRORS) {
      requireNoError(path, body.apply(PathExpression.parse(path.text())), exchange);
    }
  }

  static void requireNoError(JsonPath path, @Nullable String json, CallExchange exchange) {
    if (json != null && !NO_ERROR.contains(json)) {
      String message = "an error at " + path + " in the page from " + exchange.shown();
      throw PageturnerException.Content.quoting(Kind.API_ERROR, message, json, exchange.info());
    }
  }
}
