package dev.pageturner.openapi.cli.options;

import dev.pageturner.openapi.spelling.PaginationWords;
import dev.pageturner.pagination.Pagination;
import java.util.List;
import java.util.stream.Stream;

/** Any pagination as the options that say it. */
public final class PaginationArguments {
  private PaginationArguments() {}

  /** {@return the options and their values, in turn} */
  public static List<String> of(Pagination pagination) {
    return PaginationWords.of(pagination).stream()
        .flatMap(word -> PaginationWords.FLAGS.contains(word.name())
            ? Stream.of(option(word.name()))
            : Stream.of(option(word.name()), word.value()))
        .toList();
  }

  static String option(String name) {
    return "--" + name;
  }
}
