package dev.pageturner.openapi.mockserver.internal.list;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.detect.DetectedPagination;
import dev.pageturner.openapi.detect.DetectedPagination.PositionField;
import dev.pageturner.openapi.detect.PageStyle;
import dev.pageturner.openapi.mockserver.internal.data.Rows;
import dev.pageturner.openapi.mockserver.internal.fault.Twist;
import dev.pageturner.openapi.mockserver.internal.item.ItemKeys;
import dev.pageturner.openapi.mockserver.internal.json.PlainText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One way to page a list: reads the position of a request, and says what the next one is.
 *
 * @param found the way
 * @param next where the next position stands in the body, empty if it doesn't
 * @param cursors writes positions that are cursors
 * @param keys the ids of the items
 * @param link the parameter that carries the position in a URL of the server's own making, with
 *     that parameter's own way
 */
record PageSignal(
    DetectedPagination found,
    Optional<List<String>> next,
    Cursors cursors,
    ItemKeys keys,
    Optional<PageSignal> link) {

  /** What carries a position where no parameter is declared. */
  static final PositionField CURSOR = new PositionField("cursor", "query");

  /** {@return what a request carries the position in} */
  PositionField field() {
    return found.position().orElse(CURSOR);
  }

  boolean isUrl() {
    return found.style() == PageStyle.NEXT_URL || found.style() == PageStyle.LINK_HEADER;
  }

  /** {@return whether the server hands out positions, rather than the client making them} */
  boolean isHandedOut() {
    return isUrl() || found.style() == PageStyle.CURSOR || found.style() == PageStyle.BODY_CURSOR;
  }

  /** {@return whether its positions are cursors with room for more than a place} */
  boolean isStamped() {
    return isHandedOut() && link.isEmpty() && cursors.isOpaque();
  }

  /** {@return whether clients count by it, or the server's links do} */
  boolean isCounted() {
    return link.map(PageSignal::isCounted)
        .orElse(found.style() == PageStyle.OFFSET || found.style() == PageStyle.PAGE_NUMBER);
  }

  /** {@return the place that a value of the request stands for, empty if it stands for none} */
  OptionalLong place(String value, int size, Rows rows) {
    return switch (found.style()) {
      case OFFSET -> counted(value, 0, 1, rows);
      case PAGE_NUMBER -> counted(value, 1, size, rows);
      case AFTER_LAST_ITEM -> keys.placeAfter(value, rows);
      default -> {
        OptionalLong place = cursors.read(value);
        // Some cursors are the id of the last item, and clients know it.
        yield place.isPresent() ? place : keys.placeAfter(value, rows);
      }
    };
  }

  private OptionalLong counted(String value, long first, int times, Rows rows) {
    if (!value.matches("\\d{1,15}")) {
      return OptionalLong.empty();
    }
    long number = Long.parseLong(value) - found.start().orElse(first);
    return number < 0 ? OptionalLong.empty() : OptionalLong.of(rows.place(number * times));
  }

  /** {@return the next position as it stands in the body or a header} */
  RawJson nextValue(PageFacts page) {
    return switch (found.style()) {
      case OFFSET -> RawJson.of(page.rank() + page.rows().size() + found.start().orElse(0L));
      case PAGE_NUMBER -> RawJson.of(page.number() + 1 + found.start().orElse(1L));
      case NEXT_URL, LINK_HEADER -> RawJson.of(url(page));
      default -> cursor(page);
    };
  }

  private String url(PageFacts page) {
    String url = plainUrl(page);
    if (page.twist().kind() == Twist.Kind.OTHER_HOST) {
      okhttp3.HttpUrl parsed = okhttp3.HttpUrl.get(url);
      String query = parsed.encodedQuery() == null ? "" : "?" + parsed.encodedQuery();
      return page.twist().origin() + parsed.encodedPath() + query;
    }
    return url;
  }

  private String plainUrl(PageFacts page) {
    Twist.Kind kind = page.twist().kind();
    if (kind == Twist.Kind.SAME_CURSOR) {
      return page.asked().url();
    }
    if (link.isPresent() && kind == Twist.Kind.NONE) {
      RawJson value = link.get().nextValue(page);
      return page.asked()
          .urlWith(link.get().field().name(), PlainText.of(value), field().name());
    }
    RawJson value = cursor(page);
    String other = link.map(one -> one.field().name()).orElse(field().name());
    return page.asked().urlWith(field().name(), PlainText.of(value), other);
  }

  private RawJson cursor(PageFacts page) {
    return page.token()
        .map(RawJson::of)
        .orElseGet(() -> cursors.write(target(page), page.again(), page.stamp()));
  }

  private static long target(PageFacts page) {
    return switch (page.twist().kind()) {
      case SAME_CURSOR, EMPTY_PAGE -> page.place();
      // Before any row, wherever rows were inserted.
      case CYCLE -> -1_000_000;
      default -> page.next();
    };
  }
}
