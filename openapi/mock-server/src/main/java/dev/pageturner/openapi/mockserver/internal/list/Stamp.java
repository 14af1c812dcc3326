package dev.pageturner.openapi.mockserver.internal.list;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a cursor says about the request that it was given to.
 *
 * @param millis when that was, in milliseconds since 1970
 * @param request its number among the requests to the list
 * @param filters a hash of the parameters beside the position
 * @param version the version of the rows when the walk began
 */
record Stamp(long millis, long request, int filters, long version) {
  private static final Pattern FORM =
      Pattern.compile("([0-9a-f]{1,16})-([0-9a-f]{1,16})-([0-9a-f]{1,8})-([0-9a-f]{1,16})");

  static Optional<Stamp> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(new Stamp(
            Long.parseUnsignedLong(form.group(1), 16),
            Long.parseUnsignedLong(form.group(2), 16),
            Integer.parseUnsignedInt(form.group(3), 16),
            Long.parseUnsignedLong(form.group(4), 16)))
        : Optional.empty();
  }

  String text() {
    return Long.toHexString(millis) + "-" + Long.toHexString(request) + "-"
        + Integer.toHexString(filters) + "-" + Long.toHexString(version);
  }
}
