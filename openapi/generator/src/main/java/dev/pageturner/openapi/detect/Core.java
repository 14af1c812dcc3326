package dev.pageturner.openapi.detect;

import java.util.regex.Pattern;

/**
 * A request field's name without the object it stands in: {@code number} of {@code page[number]},
 * {@code cursor} of {@code options.pagination.cursor}.
 *
 * @param name the last part, joined
 * @param inPage whether the part before it speaks of pages
 */
record Core(String name, boolean inPage) {
  private static final Pattern PARTS = Pattern.compile("[\\[\\].]+");

  static Core of(String wireName) {
    String[] parts = PARTS.split(wireName.replaceFirst("^[.$]+", ""));
    String last = parts.length == 0 ? "" : Name.of(parts[parts.length - 1]).joined();
    boolean inPage = parts.length > 1 && Name.of(parts[parts.length - 2]).matches("page|paging|pagination|pager|pageable|pageinfo|paginate|pageoptions|pagerequest|paginationrequest|paginationoptions|cursor");
    return new Core(last, inPage);
  }
}
