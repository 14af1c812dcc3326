package dev.pageturner.openapi.mockserver.internal.list;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.mockserver.MockRequest;
import dev.pageturner.openapi.mockserver.internal.data.Row;
import dev.pageturner.openapi.mockserver.internal.data.Rows;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Which of a list's items a request asks for, and in which order.
 *
 * @param filters the filters of the list
 * @param asked what they are asked for
 * @param sorting the order
 */
record Selection(Filters filters, Map<String, List<String>> asked, Sorting sorting) {
  /** {@return what a request asks for} */
  static Selection of(MockRequest request, Filters filters) {
    return new Selection(filters, filters.asked(request), Sorting.of(request, filters.members()));
  }

  /** {@return the parameters that have an effect} */
  Set<String> parameters() {
    Set<String> parameters = new LinkedHashSet<>(asked.keySet());
    parameters.addAll(sorting.parameters());
    return parameters;
  }

  /**
   * {@return the rows that are asked for}
   *
   * @param all all rows
   * @param item shows a row as an item of the list
   */
  Rows of(Rows all, Function<Row, RawJson> item) {
    Rows some = asked.isEmpty() ? all : all.where(row -> filters.matches(item.apply(row), asked));
    if (sorting.keys().isEmpty()) {
      return some;
    }
    List<Row> rows = some.from(Long.MIN_VALUE, Integer.MAX_VALUE);
    Map<Row, RawJson> items = new HashMap<>();
    rows.forEach(row -> items.put(row, item.apply(row)));
    Comparator<Row> order = Comparator.comparing(items::get, sorting.order());
    return some.inOrder(rows.stream().sorted(order).toList());
  }
}
