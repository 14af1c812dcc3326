package dev.pageturner.openapi.cli.options;

import dev.pageturner.pagination.Pagination;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A common way to page, whose parts can be said otherwise. */
public enum Preset {
  /** Decided from the first response. */
  DETECT,
  /** A list of one page. */
  ONE_PAGE,
  /** A cursor in the body goes back in the query. */
  CURSOR,
  /** The URL of the next page in the body. */
  NEXT_URL,
  /** The Link header. */
  LINK_HEADER,
  /** HAL. */
  HAL,
  /** OData. */
  ODATA,
  /** FHIR bundles. */
  FHIR,
  /** A count of items. */
  OFFSET,
  /** A count of pages. */
  PAGE_NUMBER,
  /** A field of the last item. */
  AFTER_LAST_ITEM;

  /** {@return the way to page, as it is unless parts of it are said otherwise} */
  public Pagination pagination() {
    return switch (this) {
      case DETECT -> Pagination.detect();
      case ONE_PAGE -> Pagination.onePage();
      case CURSOR -> Pagination.cursor("$.next_cursor", "cursor");
      case NEXT_URL -> Pagination.nextUrl("$.next");
      case LINK_HEADER -> Pagination.linkHeader();
      case HAL -> Pagination.hal();
      case ODATA -> Pagination.odata();
      case FHIR -> Pagination.fhir();
      case OFFSET -> Pagination.offset("offset", "limit");
      case PAGE_NUMBER -> Pagination.pageNumber("page", 1);
      case AFTER_LAST_ITEM -> Pagination.afterLastItem("$.id", "starting_after");
    };
  }

  /** Reads names such as {@code link-header}. */
  static final class Names implements ITypeConverter<Preset> {
    @Override
    public Preset convert(String name) {
      return named(name);
    }
  }

  private static Preset named(String name) {
    return Stream.of(values())
        .filter(preset -> preset.toString().equals(name))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("no preset '" + name + "'; there are "
            + Stream.of(values()).map(Preset::toString).collect(Collectors.joining(", "))));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
