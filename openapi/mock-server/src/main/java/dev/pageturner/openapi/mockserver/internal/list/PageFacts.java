package dev.pageturner.openapi.mockserver.internal.list;

import dev.pageturner.openapi.mockserver.internal.data.Row;
import dev.pageturner.openapi.mockserver.internal.fault.Twist;
import dev.pageturner.openapi.mockserver.internal.request.Asked;
import java.util.List;
import java.util.Optional;

/**
 * One page, before it is written.
 *
 * @param asked the request
 * @param place where the page starts
 * @param rank how many rows are before it
 * @param size how many rows were asked for
 * @param rows the rows
 * @param next where the next page starts; meaningless without more
 * @param more whether there are more pages
 * @param count how many rows there are
 * @param twist what a fault does to it
 * @param stamp what its cursors say besides their place
 * @param token the next position where it is none of a place, among changes
 */
record PageFacts(
    Asked asked,
    long place,
    long rank,
    int size,
    List<Row> rows,
    long next,
    boolean more,
    long count,
    Twist twist,
    String stamp,
    Optional<String> token) {
  /** {@return the number of the page, from 0} */
  long number() {
    return rank / size;
  }

  /** {@return the number of all pages} */
  long pages() {
    return (count + size - 1) / size;
  }

  /** {@return a number that tells this next position from others of the same place} */
  int again() {
    return twist.kind() == Twist.Kind.EMPTY_PAGE ? 1 : 0;
  }
}
