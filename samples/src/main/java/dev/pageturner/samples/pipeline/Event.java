package dev.pageturner.samples.pipeline;

import java.util.List;

/**
 * One line of the file: something was ordered.
 *
 * @param id of the event
 * @param at when, in UTC
 * @param items what was ordered; an event without any is not valid
 */
public record Event(String id, String at, List<Item> items) {
  /**
   * One position of an order.
   *
   * @param product its id
   * @param quantity from 1
   * @param cents the price of one
   */
  public record Item(String product, int quantity, long cents) {}

  boolean valid() {
    return !items.isEmpty() && items.stream().allMatch(item -> item.quantity() > 0);
  }
}
