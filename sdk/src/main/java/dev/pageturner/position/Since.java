package dev.pageturner.position;

import java.util.Objects;

/**
 * What a list of changes begins from: what the end of an earlier traversal offered for later.
 *
 * @param position a URL, which is asked for as it is; or a cursor, whose values the first request
 *     carries; or whatever a page function offered
 * @param sync how the list offers it, in one line, as far as that gives the position its meaning;
 *     empty where the position says by itself how it is sent
 * @param whole whether the whole list comes from there, instead of its changes, which the server no
 *     longer knew
 */
public record Since(Position position, String sync, boolean whole) {
  /** Makes what a list of changes begins from. */
  public Since(Position position, String sync) {
    this(position, sync, false);
  }

  /** Checks the values. */
  public Since {
    Objects.requireNonNull(position, "position");
    Objects.requireNonNull(sync, "sync");
  }
}
