package dev.pageturner.openapi.detect;

import java.util.List;
import java.util.Optional;

/**
 * One way in which an operation can be paged.
 *
 * @param style the combination
 * @param items where the items are, in JSONPath; empty if the document doesn't say
 * @param position what carries the position; empty where a URL does
 * @param next where the next position stands: JSONPath, or {@code header:NAME}; empty if the client
 *     counts, or if the document doesn't say
 * @param size what asks for the page size
 * @param endFlag the boolean that says whether more follow
 * @param total where the number of all items stands, in JSONPath
 * @param totalPages where the number of all pages stands, in JSONPath
 * @param lastItemField the field of the last item that is sent, for
 *     {@link PageStyle#AFTER_LAST_ITEM}; empty if the document doesn't tell
 * @param start the first page number or offset, for the styles that count
 * @param confidence from 0 to 1, how sure the evidence makes it
 * @param evidence why, in words
 */
public record DetectedPagination(
    PageStyle style,
    Optional<String> items,
    Optional<PositionField> position,
    Optional<String> next,
    Optional<PageSize> size,
    Optional<EndFlag> endFlag,
    Optional<String> total,
    Optional<String> totalPages,
    Optional<String> lastItemField,
    Optional<Long> start,
    double confidence,
    List<String> evidence) {

  /**
   * {@return whether the document leaves open where the next position stands, so that it is
   * recognised when the first page is there}
   */
  public boolean isOpen() {
    return switch (style) {
      case CURSOR, BODY_CURSOR, NEXT_URL -> next.isEmpty();
      case AFTER_LAST_ITEM -> lastItemField.isEmpty();
      case LINK_HEADER, OFFSET, PAGE_NUMBER -> false;
    };
  }

  /**
   * What carries a position to the server.
   *
   * @param name the name on the wire, dotted for a field of the body
   * @param in {@code query}, {@code header} or {@code body}
   */
  public record PositionField(String name, String in) {}

  /**
   * What asks for a page size.
   *
   * @param name the name on the wire, dotted for a field of the body
   * @param in {@code query}, {@code header} or {@code body}
   * @param maximum the largest size the server takes, if the document says so
   */
  public record PageSize(String name, String in, Optional<Long> maximum) {}
}
