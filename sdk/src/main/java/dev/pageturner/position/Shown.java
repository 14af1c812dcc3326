package dev.pageturner.position;

import java.util.List;
import java.util.stream.Collectors;

/** Values cut for people: a cursor may have many thousand characters. */
final class Shown {
  private static final int LONGEST = 64;

  private Shown() {}

  static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    return "#%08x (%d characters)".formatted(text.hashCode(), text.length());
  }

  static String withoutQuery(String url) {
    int query = url.indexOf('?');
    return query < 0
        ? shortened(url)
        : shortened(url.substring(0, query)) + "?#%08x".formatted(url.hashCode());
  }

  static String joined(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
