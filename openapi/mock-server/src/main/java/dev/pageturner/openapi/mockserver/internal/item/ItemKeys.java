package dev.pageturner.openapi.mockserver.internal.item;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.mockserver.internal.data.Row;
import dev.pageturner.openapi.mockserver.internal.data.Rows;
import dev.pageturner.openapi.mockserver.internal.json.Steps;
import dev.pageturner.openapi.mockserver.internal.sample.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What tells the items of a list apart: the members that hold their numbers.
 *
 * @param keys the members, the most telling first; empty if items have none
 */
public record ItemKeys(List<Key> keys) {
  /**
   * A member that is different for each item.
   *
   * @param names where it is in an item, empty for the item itself
   * @param identifier writes its values
   */
  record Key(List<String> names, Identifier identifier) {}

  /** {@return the item with its keys} */
  RawJson identified(RawJson item, long serial) {
    RawJson identified = item;
    for (Key key : keys) {
      identified = Steps.put(identified, key.names(), key.identifier().value(serial));
    }
    return identified;
  }

  /** {@return the row that a value of one of the keys names} */
  Optional<Row> row(String value, Rows rows) {
    OptionalLong serial = serial(value, rows);
    return serial.isEmpty() ? Optional.empty() : rows.bySerial(serial.getAsLong());
  }

  /** {@return the place behind the item that a value names, be it removed meanwhile} */
  public OptionalLong placeAfter(String value, Rows rows) {
    OptionalLong serial = serial(value, rows);
    OptionalLong place = serial.isEmpty() ? serial : rows.placeOf(serial.getAsLong());
    return place.isEmpty() ? place : OptionalLong.of(place.getAsLong() + 1);
  }

  private OptionalLong serial(String value, Rows rows) {
    OptionalLong named = rows.named(value);
    return named.isPresent()
        ? named
        : keys.stream()
            .map(key -> key.identifier().number(value))
            .filter(OptionalLong::isPresent)
            .findFirst()
            .orElse(OptionalLong.empty());
  }

  /** {@return the value of the first key} */
  Optional<RawJson> id(long serial) {
    return keys.stream().findFirst().map(key -> key.identifier().value(serial));
  }
}
