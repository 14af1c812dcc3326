package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.detect.DetectedPagination.PageSize;
import dev.pageturner.openapi.detect.DetectedPagination.PositionField;
import dev.pageturner.openapi.model.Location;
import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.Flag;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.JsonPath;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import java.util.List;
import java.util.Optional;

/**
 * A pagination that was said, as the facts that tables show and the mock server serves. They say
 * less than the pagination: of several values the first one, and nothing of what requests repeat.
 */
final class SaidFacts {
  private SaidFacts() {}

  /** {@return the facts; empty of a list of one page, or one that is decided when it is read} */
  static Optional<DetectedPagination> of(Pagination pagination, Location location) {
    return style(pagination)
        .map(style -> new DetectedPagination(
            style,
            items(pagination.items()),
            field(pagination.carrier()),
            next(pagination.next()),
            pagination.pageSize().flatMap(SaidFacts::size),
            pagination.hasMore().flatMap(SaidFacts::flag),
            pagination.totalItems().flatMap(SaidFacts::body),
            pagination.totalPages().flatMap(SaidFacts::body),
            lastItemField(pagination.next()),
            start(pagination.next()),
            1,
            List.of("an override says so at " + location)));
  }

  private static Optional<PageStyle> style(Pagination pagination) {
    Next next = pagination.next();
    boolean inBody = pagination.carrier() instanceof Carrier.Body
        || pagination.carrier() instanceof Carrier.Form;
    if (next instanceof Next.Cursor) {
      boolean ofItem = lastItemField(next).isPresent();
      PageStyle ofServer = inBody ? PageStyle.BODY_CURSOR : PageStyle.CURSOR;
      return Optional.of(ofItem ? PageStyle.AFTER_LAST_ITEM : ofServer);
    } else if (next instanceof Next.Url || next instanceof Next.LinkObject) {
      return Optional.of(PageStyle.NEXT_URL);
    } else if (next instanceof Next.LinkHeader) {
      return Optional.of(PageStyle.LINK_HEADER);
    } else if (next instanceof Next.Offset) {
      return Optional.of(PageStyle.OFFSET);
    } else if (next instanceof Next.PageNumber) {
      return Optional.of(PageStyle.PAGE_NUMBER);
    } else if (next instanceof Next.Detected && field(pagination.carrier()).isPresent()) {
      return Optional.of(inBody ? PageStyle.BODY_CURSOR : PageStyle.CURSOR);
    }
    return Optional.empty();
  }

  private static Optional<String> items(Items items) {
    if (items instanceof Items.ArrayAt array) {
      return Optional.of(array.path().text());
    } else if (items instanceof Items.ValuesOf values) {
      return Optional.of(values.path().text());
    } else if (items instanceof Items.One one) {
      return Optional.of(one.path().text());
    }
    return Optional.empty();
  }

  private static Optional<PositionField> field(Carrier carrier) {
    if (carrier instanceof Carrier.Query query) {
      return Optional.of(new PositionField(query.names().get(0), "query"));
    } else if (carrier instanceof Carrier.Header header) {
      return Optional.of(new PositionField(header.names().get(0), "header"));
    } else if (carrier instanceof Carrier.Body body) {
      return Optional.of(new PositionField(body.paths().get(0).text(), "body"));
    } else if (carrier instanceof Carrier.Form form) {
      return Optional.of(new PositionField(form.names().get(0), "body"));
    }
    return Optional.empty();
  }

  private static Optional<PageSize> size(dev.pageturner.pagination.PageSize size) {
    Optional<Long> most = Optional.of((long) size.max()).filter(max -> max > 0);
    return field(size.carrier()).map(field -> new PageSize(field.name(), field.in(), most));
  }

  private static Optional<String> next(Next next) {
    if (next instanceof Next.Cursor cursor) {
      return where(cursor.sources().get(0));
    } else if (next instanceof Next.Url url) {
      return where(url.source());
    } else if (next instanceof Next.LinkObject link) {
      return body(link.source()).map(path -> JsonPath.of(path + ".href").text());
    }
    return Optional.empty();
  }

  private static Optional<String> where(Source source) {
    return source instanceof Source.Header header
        ? Optional.of("header:" + header.name())
        : body(source);
  }

  private static Optional<String> body(Source source) {
    return source instanceof Source.Body body ? Optional.of(body.path().text()) : Optional.empty();
  }

  private static Optional<EndFlag> flag(Flag flag) {
    return body(flag.source()).map(path -> new EndFlag(path, flag.negated()));
  }

  private static Optional<String> lastItemField(Next next) {
    return next instanceof Next.Cursor cursor
            && cursor.sources().get(0) instanceof Source.LastItem last
        ? Optional.of(last.paths().get(0).text())
        : Optional.empty();
  }

  private static Optional<Long> start(Next next) {
    if (next instanceof Next.Offset offset) {
      return Optional.of(offset.first());
    }
    return next instanceof Next.PageNumber page ? Optional.of(page.first()) : Optional.empty();
  }
}
