package dev.pageturner.openapi.model;

import java.util.List;
import java.util.Optional;

/**
 * A body that is one item after the other: events, lines or records.
 *
 * @param item what each item is, of an event its data; absent for data that is text
 * @param endData the data of events that end the stream and are no items
 * @param endTypes the types of events that are the last ones of the stream
 */
public record Sequence(Optional<Schema> item, List<String> endData, List<String> endTypes) {
  /** Copies the lists. */
  public Sequence {
    endData = List.copyOf(endData);
    endTypes = List.copyOf(endTypes);
  }
}
