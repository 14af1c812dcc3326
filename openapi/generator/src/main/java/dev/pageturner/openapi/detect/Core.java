package dev.pageturner.openapi.detect;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A request field's name without the object it stands in: {@code number} of {@code page[number]},
 * {@code cursor} of {@code options.pagination.cursor}.
 *
 * @param name the last part, joined
 * @param inPage whether the part before it speaks of pages
 */
record Core(String name, boolean inPage) {
  private static final Pattern BETWEEN = Pattern.compile("[\\[\\].]+");
  private static final Names PAGE = Names.of("""
      page paging pagination pager pageable pageinfo paginate pageoptions pagerequest paginationrequest
      paginationoptions cursor
      """);

  static Core of(String wireName) {
    List<Name> parts = BETWEEN
        .splitAsStream(wireName)
        .filter(part -> !part.isEmpty())
        .map(Name::of)
        .toList();
    String last = parts.isEmpty() ? "" : parts.get(parts.size() - 1).joined();
    boolean inPage = parts.size() > 1 && PAGE.contain(parts.get(parts.size() - 2));
    return new Core(last, inPage);
  }
}
