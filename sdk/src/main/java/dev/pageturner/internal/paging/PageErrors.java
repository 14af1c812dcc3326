package dev.pageturner.internal.paging;

import com.squareup.moshi.JsonEncodingException;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.internal.http.Exchange;
import dev.pageturner.internal.http.PageBody;
import dev.pageturner.internal.json.DecodeErrors;
import dev.pageturner.internal.json.JsonPath;
import dev.pageturner.pagination.Path;
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
      Exception e, long index, String path, PageBody body, Exchange exchange) {
    boolean syntax = e instanceof JsonEncodingException || e instanceof PageScanner.TooLong;
    if (e instanceof IOException io && body.isStreamed() && !syntax) {
      return exchange.bodyError(io);
    } else if (e instanceof PageScanner.TooLong) {
      return content(Kind.TOO_LARGE, e.getMessage() + " in " + exchange.shown(), exchange);
    } else if (body.isMarkup()) {
      return exchange.notJson(body);
    }
    return DecodeErrors.of(item(index, exchange), path, e, exchange.info());
  }

  static PageturnerException isNull(long index, Exchange exchange) {
    return content(Kind.PARSE, item(index, exchange) + " is null", exchange);
  }

  private static String item(long index, Exchange exchange) {
    return "item " + index + " of " + exchange.shown();
  }

  private static PageturnerException content(Kind kind, String message, Exchange exchange) {
    return new PageturnerException.Content(kind, message, null, exchange.info());
  }

  /** A page without items, but with an error, is no empty page. */
  static void requireNoUsualError(Function<JsonPath, @Nullable String> body, Exchange exchange) {
    for (Path path : PageFormat.USUAL_ERRORS) {
      requireNoError(path, body.apply(JsonPath.parse(path.text())), exchange);
    }
  }

  static void requireNoError(Path path, @Nullable String json, Exchange exchange) {
    if (json != null && !NO_ERROR.contains(json)) {
      String message = "an error at " + path + " in the page from " + exchange.shown();
      throw PageturnerException.Content.quoting(Kind.API_ERROR, message, json, exchange.info());
    }
  }
}
