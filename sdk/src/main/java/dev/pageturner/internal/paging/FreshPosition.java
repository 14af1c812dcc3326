package dev.pageturner.internal.paging;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.json.PathExpression;
import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import dev.pageturner.position.CursorValue;
import dev.pageturner.position.Place;
import dev.pageturner.position.Position;
import dev.pageturner.position.Since;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import okio.Buffer;

/**
 * The position that the refusal of a dead one offers instead: a cursor where pages have theirs, or
 * a URL there or in {@code Location}.
 *
 * <p>A list of changes has no fresh beginning but by a URL: a new token in its place would leave
 * out what changed between.
 */
final class FreshPosition {
  private FreshPosition() {}

  /** {@return the position, if the refusal has one that is not the dead one} */
  static Optional<Position> in(
      PageturnerException.Status refusal,
      Place place,
      Pagination pagination,
      PageRequests requests) {
    boolean start = place.position() instanceof Position.Start;
    boolean byUrl = start
        ? place
            .since()
            .map(Since::position)
            .filter(Position.Url.class::isInstance)
            .isPresent()
        : pagination.carrier() instanceof Carrier.TheUrl;
    Optional<Position> fresh = byUrl
        ? url(refusal, start ? Pagination.onePage() : pagination, requests)
        : start ? Optional.empty() : cursor(refusal, pagination, requests);
    return fresh.filter(each -> !each.equals(place.position()));
  }

  private static Optional<Position> url(
      PageturnerException.Status refusal, Pagination pagination, PageRequests requests) {
    Optional<String> own = pagination.next() instanceof Next.Url url
        ? value(url.source(), refusal).map(CursorValue::text)
        : Optional.empty();
    return own.or(() -> header("Location", refusal))
        .map(link -> requests.link(requests.base().url(), link, pagination))
        .map(url -> Position.url(url.toString()));
  }

  private static Optional<Position> cursor(
      PageturnerException.Status refusal, Pagination pagination, PageRequests requests) {
    if (!(pagination.next() instanceof Next.Cursor next)) {
      return Optional.empty();
    }
    List<CursorValue> values = next.sources().stream()
        .flatMap(source -> value(source, refusal).stream())
        .toList();
    if (values.size() < next.sources().size()) {
      return Optional.empty();
    }
    Position.Cursor cursor = new Position.Cursor(values);
    requests.requireCarried(cursor, pagination);
    return Optional.of(cursor);
  }

  private static Optional<CursorValue> value(Source source, PageturnerException.Status refusal) {
    if (source instanceof Source.Header header) {
      return header(header.name(), refusal).map(CursorValue::text);
    } else if (source instanceof Source.Body body) {
      return member(PathExpression.parse(body.path().text()), refusal.body());
    }
    return Optional.empty();
  }

  private static Optional<CursorValue> member(PathExpression path, String body) {
    try {
      return Optional.ofNullable(PageFacts.valueOf(path.find(new Buffer().writeUtf8(body))))
          .filter(value -> !value.text().isEmpty());
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // The words of an error may be anything, also cut.
    }
  }

  private static Optional<String> header(String name, PageturnerException.Status refusal) {
    Stream<Map.Entry<String, List<String>>> all = refusal.headers().entrySet().stream();
    return all.filter(each -> each.getKey().equalsIgnoreCase(name))
        .flatMap(each -> each.getValue().stream())
        .filter(value -> !value.isBlank())
        .findFirst();
  }
}
