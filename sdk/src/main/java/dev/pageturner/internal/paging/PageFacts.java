package dev.pageturner.internal.paging;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import dev.pageturner.internal.detect.EndSignal;
import dev.pageturner.internal.detect.HeaderNumber;
import dev.pageturner.internal.json.PathExpression;
import dev.pageturner.page.Total;
import dev.pageturner.pagination.EndRule;
import dev.pageturner.pagination.Flag;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.JsonPath;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import dev.pageturner.position.CursorValue;
import dev.pageturner.position.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a page that was read: enough to decide where the next one starts.
 *
 * @param pagination how the list pages
 * @param items where the items were
 * @param position where the page started
 * @param url the URL that answered, after redirects
 * @param headers the response's headers
 * @param signals the JSON of the signals in the body
 * @param lastItem the JSON of the last item as the server sent it, null without items or need
 * @param count the items of the page
 * @param countBefore the items of the pages before
 * @param askedSize the page size that was asked for, 0 for none
 */
record PageFacts(
    Pagination pagination,
    Items items,
    Position position,
    HttpUrl url,
    Headers headers,
    Map<JsonPath, String> signals,
    @Nullable String lastItem,
    long count,
    long countBefore,
    int askedSize) {

  /**
   * {@return the value as the next request would carry it; null when it is absent or says "end"}
   */
  @Nullable
  CursorValue cursor(Source source) {
    String header = source instanceof Source.Header name ? headers.get(name.name()) : null;
    CursorValue value = header != null ? CursorValue.text(header.strip()) : valueOf(json(source));
    return value == null || saysEnd(value) ? null : value;
  }

  /** {@return what a place says that holds no next position} */
  EndSignal endSignal(Source source) {
    String json = source instanceof Source.Header name ? headers.get(name.name()) : json(source);
    if (json == null) {
      return EndSignal.ABSENT;
    }
    boolean no = json.equals("null") || json.equals("false");
    return no ? EndSignal.NULL : EndSignal.EMPTY;
  }

  private boolean saysEnd(CursorValue value) {
    if (value.json()) {
      // An object or array with nothing in it is no place to go on from.
      return value.text().matches("false|\\{\\s*}|\\[\\s*]");
    }
    boolean endIfBlank = pagination.endRules().contains(EndRule.BLANK_CURSOR);
    boolean emptyIsCursor = pagination.endRules().contains(EndRule.EMPTY_STRING_IS_A_CURSOR);
    return (value.text().isEmpty() && !emptyIsCursor)
        || (endIfBlank && value.text().isBlank());
  }

  /** {@return what the flag says of further pages; empty when it is absent or unclear} */
  Optional<Boolean> hasMore() {
    Optional<Flag> flag = pagination.hasMore();
    return flag.flatMap(f -> truth(text(f.source())).map(more -> more != f.negated()));
  }

  private static Optional<Boolean> truth(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes" -> Optional.of(true);
      case "false", "0", "no" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** {@return the number of all pages; empty when it is absent, negative or no number} */
  Optional<Long> totalPages() {
    return pagination.totalPages().flatMap(source -> count(text(source)));
  }

  /** {@return the number of all items; empty when it is absent, negative or no number} */
  Optional<Total> totalItems() {
    return pagination.totalItems().flatMap(this::total);
  }

  private Optional<Total> total(Source source) {
    String json = json(source);
    if (json != null && json.startsWith("{")) {
      // Elasticsearch and OpenSearch: {"value": 10000, "relation": "gte"}.
      boolean least = "\"gte\"".equals(find(PathExpression.parse("$.relation"), json));
      return count(plain(find(PathExpression.parse("$.value"), json)))
          .map(n -> new Total(n, least ? Total.Accuracy.LOWER_BOUND : Total.Accuracy.EXACT));
    }
    return count(text(source)).map(n -> new Total(n, Total.Accuracy.EXACT));
  }

  private static Optional<Long> count(@Nullable String text) {
    if (text == null || text.isEmpty() || text.length() > 20) {
      return Optional.empty();
    }
    try {
      long count = new BigDecimal(text.strip()).longValueExact();
      return count < 0 ? Optional.empty() : Optional.of(count);
    } catch (NumberFormatException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** {@return the text of a string, or the JSON of another value; null when absent or null} */
  private @Nullable String text(Source source) {
    if (source instanceof Source.Header name) {
      return HeaderNumber.of(name.name(), headers.get(name.name()));
    }
    return plain(json(source));
  }

  private static @Nullable String plain(@Nullable String json) {
    CursorValue value = valueOf(json);
    return value == null ? null : value.text();
  }

  private @Nullable String json(Source source) {
    if (source instanceof Source.LastItem last) {
      for (JsonPath path : last.paths()) {
        String found = inLastItem(PathExpression.parse(path.text()));
        if (found != null && !found.equals("null")) {
          return found;
        }
      }
      return null;
    } else if (source instanceof Source.Body body) {
      String signal = signals.get(body.path());
      return signal == null && Signals.isInLastItem(body.path(), items)
          ? inLastItem(Signals.inLastItem(body.path(), items))
          : signal;
    }
    return null;
  }

  private @Nullable String inLastItem(PathExpression path) {
    return lastItem == null ? null : find(path, lastItem);
  }

  private static @Nullable String find(PathExpression path, String json) {
    try {
      return path.find(new Buffer().writeUtf8(json));
    } catch (IOException e) {
      throw new UncheckedIOException("read before: " + path, e);
    }
  }

  /** {@return the value of a JSON text; null when there is none, or JSON null} */
  static @Nullable CursorValue valueOf(@Nullable String json) {
    if (json == null || json.equals("null")) {
      return null;
    } else if (!json.startsWith("\"")) {
      return CursorValue.json(json);
    }
    try {
      return CursorValue.text(JsonReader.of(new Buffer().writeUtf8(json)).nextString());
    } catch (IOException | JsonDataException e) {
      throw new IllegalStateException("a string that was read before");
    }
  }
}
