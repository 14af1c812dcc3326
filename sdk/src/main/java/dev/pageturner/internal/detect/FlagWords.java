package dev.pageturner.internal.detect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Names of flags that say whether there are more pages. */
final class FlagWords {
  /** Words that make a name a question or name what there is more of. */
  private static final Set<String> AROUND = Set.of(
      "is",
      "has",
      "have",
      "are",
      "there",
      "was",
      "load",
      "available",
      "exists",
      "exist",
      "any",
      "of",
      "the",
      "in",
      "page",
      "pages",
      "result",
      "results",
      "item",
      "items",
      "record",
      "records",
      "row",
      "rows",
      "entry",
      "entries",
      "element",
      "elements",
      "data",
      "list",
      "stream",
      "set",
      "response",
      "feed",
      "batch",
      "also");

  private static final Set<String> MORE = Set.of("more", "next", "truncated", "additional");
  private static final Set<String> LAST = Set.of("last", "final", "end", "eof", "exhausted");
  private static final Set<String> DONE =
      Set.of("done", "complete", "completed", "finished", "incomplete", "partial");

  private FlagWords() {}

  /**
   * What a flag says of further pages.
   *
   * @param more whether there are more
   * @param exact whether its name can mean nothing else, rather than one vague word
   */
  record Said(boolean more, boolean exact) {}

  /** {@return what a statement says of further pages, if it is a flag for that} */
  static Optional<Said> of(Statement statement, Set<String> listNames) {
    return statement
        .truth()
        .flatMap(value ->
            nameOf(statement, listNames).map(name -> new Said(name.more() == value, name.exact())));
  }

  /** What the flag says where it is true. */
  private static Optional<Said> nameOf(Statement statement, Set<String> listNames) {
    return Stream.of(statement.words(), statement.withoutVendor())
        .flatMap(words -> named(words, listNames).stream())
        .findFirst();
  }

  private static Optional<Said> named(List<String> words, Set<String> listNames) {
    List<String> core = words.stream()
        .filter(w -> !AROUND.contains(w) && !listNames.contains(Words.singular(w)))
        .toList();
    boolean no = core.size() == 2 && core.get(0).equals("no");
    if (core.size() != 1 && !no) {
      return Optional.empty();
    }
    String word = core.get(core.size() - 1);
    boolean exact = words.size() > 1;
    if (MORE.contains(word)) {
      return Optional.of(new Said(!no, exact));
    } else if (LAST.contains(word) && !no) {
      return Optional.of(new Said(false, exact));
    } else if (DONE.contains(word) && !no) {
      boolean more = word.equals("incomplete") || word.equals("partial");
      return Optional.of(new Said(more, false));
    }
    return Optional.empty();
  }

  /** {@return whether a flag can be believed: its name is exact, or one word near the items} */
  static boolean isClear(Statement statement, Said said) {
    return said.exact() || (statement.near() && !isAboutWork(statement));
  }

  /** {@return whether a flag's one word also means that work, rather than a list, is at its end} */
  static boolean isAboutWork(Statement statement) {
    return statement.hasAny(DONE);
  }
}
