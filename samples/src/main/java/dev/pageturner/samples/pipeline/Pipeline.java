package dev.pageturner.samples.pipeline;

import dev.pageturner.lines.JsonLines;
import java.nio.file.Path;

/** From events in a file to batches of the items of the valid ones; holds one batch at a time. */
public final class Pipeline {
  private Pipeline() {}

  /**
   * Runs, and prints the sales.
   *
   * @param args the file
   */
  public static void main(String... args) {
    System.out.println(sales(Path.of(args[0])));
  }

  static Sales sales(Path file) {
    Sales sales = new Sales();
    JsonLines.from(file)
        .as(Event.class)
        .filter(Event::valid)
        .flatMap(Event::items)
        .batched(500)
        .forEach(sales::add);
    return sales;
  }
}
