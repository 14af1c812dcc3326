package dev.pageturner.samples.pipeline;

import java.util.List;
import java.util.Locale;

/** Adds up what was sold; stands for a database that takes batches. */
final class Sales {
  private long items;
  private long cents;

  void add(List<Event.Item> batch) {
    for (Event.Item item : batch) {
      items++;
      cents += item.quantity() * item.cents();
    }
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%,d items worth %,d cents", items, cents);
  }
}
