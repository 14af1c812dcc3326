package dev.pageturner.events;

import java.util.Objects;

/**
 * One event of an event stream.
 *
 * @param type what kind of event it is: its {@code event} field, or {@code message} without one
 * @param data its {@code data} fields, joined by line feeds; often one JSON value
 * @param id the last event id that the stream has named so far, with this event or before it; empty
 *     when there is none. A server can go on after it
 */
public record ServerEvent(String type, String data, String id) {
  /** Checks the values. */
  public ServerEvent {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(id, "id");
  }
}
