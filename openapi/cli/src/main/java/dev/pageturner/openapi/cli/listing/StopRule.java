package dev.pageturner.openapi.cli.listing;

import dev.pageturner.pagination.EndRule;
import dev.pageturner.pagination.Flag;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What ends a list, in words. */
final class StopRule {
  private StopRule() {}

  /** {@return one sentence} */
  static String of(Pagination pagination) {
    if (pagination.isDetected()) {
      return "The first response decides how the list pages, and what ends it;"
          + " where nothing looks like a next page, it ends after one.";
    } else if (pagination.next() instanceof Next.None) {
      return "Ends after one page.";
    }
    return "Ends " + String.join(", or ", reasons(pagination)) + ".";
  }

  private static List<String> reasons(Pagination pagination) {
    List<String> reasons = new ArrayList<>();
    addNext(pagination, reasons);
    pagination.hasMore().ifPresent(flag -> addFlag(pagination, flag, reasons));
    pagination
        .totalItems()
        .ifPresent(total -> reasons.add("after as many items as " + total + " says"));
    pagination
        .totalPages()
        .ifPresent(total -> reasons.add("after as many pages as " + total + " says"));
    if (has(pagination, EndRule.SHORT_PAGE)) {
      reasons.add("after a page with fewer items than asked for");
    }
    if (has(pagination, EndRule.REPEATED_CURSOR)) {
      reasons.add("when the cursor is the one just sent");
    }
    if (!pagination.endStatuses().isEmpty()) {
      String statuses = new TreeSet<>(pagination.endStatuses())
          .stream().map(String::valueOf).collect(Collectors.joining(" or "));
      reasons.add("at status " + statuses + " after the first page");
    }
    return reasons;
  }

  private static void addNext(Pagination pagination, List<String> reasons) {
    Next next = pagination.next();
    if (next instanceof Next.Cursor cursor) {
      String sources =
          cursor.sources().stream().map(Source::toString).collect(Collectors.joining(", "));
      reasons.add("when " + sources + " is " + missing(pagination));
    } else if (next instanceof Next.Url url) {
      reasons.add("when " + url.source() + " is " + missing(pagination));
    } else if (next instanceof Next.LinkObject link) {
      reasons.add("when " + link.source() + " is " + missing(pagination));
    } else if (next instanceof Next.LinkHeader link) {
      reasons.add("when no Link header has rel=" + link.relation());
    }
    boolean counts = next instanceof Next.Offset || next instanceof Next.PageNumber;
    boolean told = pagination.hasMore().isPresent();
    boolean atEmpty = has(pagination, EndRule.EMPTY_PAGE) || pagination.mayRepeatCursor();
    if (atEmpty || (counts && !told)) {
      reasons.add("after a page without items");
    }
    if (pagination.overlap().isPresent()) {
      reasons.add("after a page whose items were all delivered before");
    }
  }

  private static String missing(Pagination pagination) {
    String values = "absent, null, false";
    if (has(pagination, EndRule.BLANK_CURSOR)) {
      values += ", blank";
    }
    return has(pagination, EndRule.EMPTY_STRING_IS_A_CURSOR) ? values : values + " or empty";
  }

  private static void addFlag(Pagination pagination, Flag flag, List<String> reasons) {
    if (!has(pagination, EndRule.CURSOR_WINS)) {
      reasons.add("when " + flag.source() + " is " + (flag.negated() ? "true" : "false"));
    }
  }

  private static boolean has(Pagination pagination, EndRule rule) {
    return pagination.endRules().contains(rule);
  }
}
