package dev.pageturner.openapi.cli.listing;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.cli.record.Recorded;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks into the first page for the number of all items. */
final class TotalFinder {
  private static final Pattern MEMBER =
      Pattern.compile("\\.([A-Za-z_][\\w-]*)|\\['((?:[^'\\\\])*)'\\]");

  private TotalFinder() {}

  /** {@return the number, if the pagination knows where it is and it is there} */
  static OptionalLong find(Pagination pagination, Recorded page) {
    Optional<String> text = pagination.totalItems().flatMap(source -> text(source, page));
    return text.filter(digits -> digits.matches("\\d{1,18}")).stream()
        .mapToLong(Long::parseLong)
        .findFirst();
  }

  private static Optional<String> text(Source source, Recorded page) {
    if (source instanceof Source.Header header) {
      return Optional.ofNullable(page.answer().get(header.name()));
    } else if (source instanceof Source.Body body) {
      return pointer(body.path().text()).flatMap(pointer -> at(page, pointer));
    }
    return Optional.empty();
  }

  private static Optional<String> at(Recorded page, String pointer) {
    try {
      return page.content()
          .map(content -> RawJson.parse(content.utf8()))
          .flatMap(json -> json.at(pointer))
          .map(RawJson::text);
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // No JSON: whoever reads the page will say so.
    }
  }

  /** {@return the JSON Pointer of a path of plain members; of no other} */
  static Optional<String> pointer(String path) {
    StringBuilder pointer = new StringBuilder();
    Matcher member = MEMBER.matcher(path);
    int at = path.startsWith("$") ? 1 : 0;
    while (at < path.length()) {
      if (!member.find(at) || member.start() != at) {
        return Optional.empty();
      }
      String name = member.group(1) == null ? member.group(2) : member.group(1);
      pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
      at = member.end();
    }
    return Optional.of(pointer.toString());
  }
}
