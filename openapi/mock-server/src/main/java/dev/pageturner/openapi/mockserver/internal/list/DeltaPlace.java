package dev.pageturner.openapi.mockserver.internal.list;

import dev.pageturner.openapi.mockserver.internal.sample.Described;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a list's sync tokens are: those that the document describes, or else the usual ones beside
 * its next position.
 *
 * @param header the header of the last page, empty where the body has a place
 * @param names where the body of the last page has it
 * @param parameter the parameter of the query that carries it
 * @param url whether it stands in the body as a whole URL
 */
record DeltaPlace(Optional<String> header, List<String> names, String parameter, boolean url) {
  private static final String MEMBER = "(?i).*(delta_?(link|token)|sync_?token)";
  private static final String PARAMETER = "(?i)\\$?(delta_?token|sync_?token)";

  /**
   * {@return the place of a list's tokens}
   *
   * @param operation the list
   * @param body what the document says about a page
   * @param signal the way in which the list is paged
   */
  static DeltaPlace of(Operation operation, Described body, PageSignal signal) {
    String parameter = operation.parameters().stream()
        .filter(one -> one.in().equals("query"))
        .map(Parameter::name)
        .filter(name -> name.matches(PARAMETER))
        .findFirst()
        .orElse("syncToken");
    if (signal.next().filter(names -> !names.isEmpty()).isEmpty()) {
      return new DeltaPlace(Optional.of("X-Sync-Token"), List.of(), parameter, false);
    }
    List<String> next = signal.next().orElseThrow();
    List<String> around = next.subList(0, next.size() - 1);
    String last = next.get(next.size() - 1);
    List<String> names = new ArrayList<>(around);
    names.add(body.at(around).names().stream()
        .filter(name -> name.matches(MEMBER))
        .findFirst()
        .orElse(usual(last, signal.isUrl())));
    return new DeltaPlace(Optional.empty(), names, parameter, signal.isUrl());
  }

  private static String usual(String next, boolean url) {
    if (next.endsWith("nextLink")) {
      return next.replace("nextLink", "deltaLink");
    }
    return url ? "deltaLink" : next.equals("nextPageToken") ? "nextSyncToken" : "syncToken";
  }
}
