package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.Parameter;
import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.Pagination;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The parameters of a list that say which page is wanted: what the walk over all pages sets by
 * itself, what another way to page the same list would set, and their counterparts of the way back.
 * Filters and orders are none.
 */
public final class PageParameters {
  private final Detection detection;
  private final Set<String> known = new HashSet<>();

  private PageParameters(Detection detection) {
    this.detection = detection;
    detection.pagination().ifPresent(this::addCarriers);
    for (DetectedPagination choice : detection.choices()) {
      choice.position().ifPresent(field -> known.add(key(field.in(), field.name())));
      choice.size().ifPresent(field -> known.add(key(field.in(), field.name())));
    }
  }

  /** {@return the page parameters of an operation, none if it is no list} */
  public static List<Parameter> of(Detection detection) {
    if (detection.pagination().isEmpty()) {
      return List.of();
    }
    PageParameters found = new PageParameters(detection);
    return detection.operation().parameters().stream().filter(found::isOne).toList();
  }

  private void addCarriers(Pagination pagination) {
    List<Carrier> carriers = new ArrayList<>(List.of(pagination.carrier()));
    pagination.pageSize().ifPresent(size -> carriers.add(size.carrier()));
    for (Carrier carrier : carriers) {
      if (carrier instanceof Carrier.Query query) {
        query.names().forEach(name -> known.add(key("query", name)));
      } else if (carrier instanceof Carrier.Header header) {
        header.names().forEach(name -> known.add(key("header", name)));
      }
    }
  }

  private static String key(String in, String name) {
    return in + ' ' + name;
  }

  /** An object of parameters is one if all its members are. */
  private boolean isOne(Parameter parameter) {
    List<RequestField> fields = RequestFields.of(parameter);
    return known.contains(key(parameter.in(), parameter.name()))
        || (!fields.isEmpty() && fields.stream().allMatch(this::isOne));
  }

  private boolean isOne(RequestField field) {
    return known.contains(key(field.in(), field.name()))
        || detection.best().filter(best -> isOneBeside(field, best.style())).isPresent();
  }

  private static boolean isOneBeside(RequestField field, PageStyle style) {
    if (RequestRoles.isTime(field)) {
      return false;
    }
    return switch (style) {
      case CURSOR, BODY_CURSOR, AFTER_LAST_ITEM -> RequestRoles.isBefore(field);
      case NEXT_URL, LINK_HEADER ->
        RequestRoles.isCursor(field)
            || RequestRoles.isPage(field)
            || RequestRoles.isOffset(field)
            || RequestRoles.isBefore(field);
      case OFFSET, PAGE_NUMBER -> false;
    };
  }
}
