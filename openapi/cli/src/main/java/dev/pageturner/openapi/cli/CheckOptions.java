package dev.pageturner.openapi.cli;

import dev.pageturner.openapi.check.Check;
import dev.pageturner.openapi.check.PagingCheck;
import dev.pageturner.openapi.check.Severity;
import dev.pageturner.openapi.cli.listing.ExitCode;
import dev.pageturner.openapi.cli.report.CheckedLists;
import dev.pageturner.pagination.Pagination;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is checked of a list, and what becomes of the report. */
final class CheckOptions {
  /** How the report is written. */
  enum Format {
    /** For terminals. */
    text,
    /** For people: one page. */
    html,
    /** For programs: one object for each list and each check. */
    jsonl
  }

  /** What makes the run fail. */
  enum FailOn {
    /** What loses or doubles items. */
    error,
    /** What makes clients guess or fail, too. */
    warning
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.text;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Writes the report there rather than to standard output.")
  private @Nullable Path output;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "warning",
      description = "error or warning: what exit code 3 is for. Default: ${DEFAULT-VALUE}.")
  private FailOn failOn = FailOn.warning;

  @Option(
      names = "--max-requests",
      paramLabel = "N",
      defaultValue = "100",
      description = "Sends at most so many requests to each list. Default: ${DEFAULT-VALUE}.")
  private int maxRequests = 100;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "CHECK",
      converter = CheckNames.class,
      description = {
        "Makes these checks and no others: complete, unique, order, size, end, totals,",
        "filter, links, insert, limits, headers."
      })
  private List<Check> only = new ArrayList<>();

  @Option(
      names = "--skip",
      split = ",",
      paramLabel = "CHECK",
      converter = CheckNames.class,
      description = "Leaves these checks out.")
  private List<Check> skip = new ArrayList<>();

  @Option(
      names = "--key",
      paramLabel = "MEMBER",
      description = "What tells items apart: a member's name, or a pointer such as /meta/id.")
  private @Nullable String key;

  @Option(
      names = "--other-filter",
      paramLabel = "NAME=VALUE",
      description = "A filter that makes another list, to try a cursor with.")
  private @Nullable String otherFilter;

  @Option(
      names = "--page-size",
      paramLabel = "ITEMS",
      description = "Items per page of the walks; --size-param says how to ask for them.")
  private @Nullable Integer pageSize;

  /** {@return how the report is written} */
  Format format() {
    return format;
  }

  /** {@return where the report goes; empty for standard output} */
  Optional<Path> output() {
    return Optional.ofNullable(output);
  }

  /** {@return the most requests for each list} */
  int maxRequests() {
    return maxRequests;
  }

  /**
   * {@return the checks to make}
   *
   * @throws IllegalArgumentException if there are none, or another option is out of its bounds
   */
  Set<Check> checks() {
    Set<Check> checks = only.isEmpty() ? EnumSet.allOf(Check.class) : EnumSet.copyOf(only);
    checks.removeAll(skip);
    if (checks.isEmpty()) {
      throw new IllegalArgumentException("--only and --skip leave no check to make");
    } else if (maxRequests < 1) {
      throw new IllegalArgumentException("--max-requests is at least 1");
    } else if (pageSize != null && pageSize < 1) {
      throw new IllegalArgumentException("--page-size is at least 1");
    } else if (otherFilter != null && otherFilter.indexOf('=') < 1) {
      throw new IllegalArgumentException("--other-filter takes NAME=VALUE");
    }
    return checks;
  }

  /**
   * {@return the check of a list with all that was said}
   *
   * @param check the check
   * @param list the list
   */
  PagingCheck apply(PagingCheck check, CheckTarget list) {
    PagingCheck said = check.maxRequests(maxRequests);
    said = key == null ? said : said.key(key);
    said = pageSize == null ? said : said.pageSize(pageSize);
    said = list.insert() == null ? said : said.ofSamples().insert(list.insert());
    if (otherFilter != null) {
      int equals = otherFilter.indexOf('=');
      return said.otherFilter(otherFilter.substring(0, equals), otherFilter.substring(equals + 1));
    }
    return list.filter().isEmpty()
        ? said
        : said.otherFilter(list.filter().get().getKey(), list.filter().get().getValue());
  }

  /** Makes sure that there is a way to ask for the page size, if one is wanted. */
  void check(Pagination pagination) {
    if (pageSize != null && pagination.pageSize().isEmpty()) {
      throw new IllegalArgumentException(
          "--page-size needs --size-param, such as limit or per_page");
    }
  }

  /** {@return the exit code of a run that ended} */
  int code(CheckedLists all) {
    boolean found = all.count(Severity.ERROR) > 0
        || (failOn == FailOn.warning && all.count(Severity.WARNING) > 0);
    if (found) {
      return ExitCode.FOUND;
    }
    return all.isChecked() ? ExitCode.COMPLETE : ExitCode.IN_DOUBT;
  }
}
