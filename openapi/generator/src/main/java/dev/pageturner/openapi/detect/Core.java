package dev.pageturner.openapi.detect;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A request field's name without the object it stands in: {@code number} of {@code page[number]},
 * {@code cursor} of {@code options.pagination.cursor}.
 *
 * @param name the last part
 * @param written the same as on the wire
 * @param inPage whether the part before it speaks of pages
 */
record Core(Name name, String written, boolean inPage) {
  private static final Pattern BETWEEN = Pattern.compile("[\\[\\].]+");

  static Core of(String wireName) {
    List<String> parts =
        BETWEEN.splitAsStream(wireName).filter(part -> !part.isEmpty()).toList();
    String last = parts.isEmpty() ? "" : parts.get(parts.size() - 1);
    boolean inPage = parts.size() > 1
        && Vocabulary.of(WordRole.PAGE_GROUP).contain(Name.of(parts.get(parts.size() - 2)));
    return new Core(Name.of(last), last, inPage);
  }

  /** {@return whether the name is one of a role} */
  boolean is(WordRole role) {
    return Vocabulary.of(role).contain(name);
  }

  /** {@return whether the name is a vague one of a role} */
  boolean isVague(WordRole role) {
    return Vocabulary.vague(role).contain(name);
  }
}
