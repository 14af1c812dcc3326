package dev.pageturner.samples.pipeline;

import dev.pageturner.lines.JsonLinesWriter;
import dev.pageturner.samples.process.JavaProcess;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Writes a file of events, as large as one likes, and runs the pipeline over it with 32 MiB. */
public final class BigFile {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  private final Random random = new Random(1);
  private final Sales sales = new Sales();
  private long events;

  private BigFile() {}

  /**
   * Runs.
   *
   * @param args the size of the file in MiB, 64 by default
   */
  public static void main(String... args) throws Exception {
    long mebibytes = args.length > 0 ? Long.parseLong(args[0]) : 64;
    Path directory = Path.of(System.getProperty("samples.directory", "target"), "pipeline");
    Files.createDirectories(directory);
    new BigFile().run(directory.resolve("events.jsonl"), mebibytes);
  }

  private void run(Path file, long mebibytes) throws Exception {
    long start = System.nanoTime();
    write(file, mebibytes << 20);
    print("Wrote     %,d MiB, %,d events, in %.1f s", mebibytes, events, secondsSince(start));

    start = System.nanoTime();
    Process pipeline = JavaProcess.of(List.of("-Xmx32m"), Pipeline.class, file.toString())
        .redirectOutput(ProcessBuilder.Redirect.PIPE)
        .start();
    try (BufferedReader out = pipeline.inputReader()) {
      String found = out.readLine();
      if (pipeline.waitFor() != 0 || !sales.toString().equals(found)) {
        throw new IllegalStateException("the pipeline found " + found + ", not " + sales);
      }
    }
    print("Read      with -Xmx32m: %s, in %.1f s", sales, secondsSince(start));
    Files.delete(file);
  }

  private void write(Path file, long bytes) {
    try (JsonLinesWriter<Event> lines = JsonLinesWriter.of(Event.class).create(file)) {
      while (lines.position() < bytes) {
        Event event = event();
        lines.write(event);
        if (event.valid()) {
          sales.add(event.items());
        }
      }
    }
  }

  /** {@return the next event; about one of six has no items, or one that nobody wanted} */
  private Event event() {
    List<Event.Item> items = new ArrayList<>();
    for (int count = random.nextInt(10); count > 0; count--) {
      String product = "lamp-%04d".formatted(random.nextInt(1000));
      int quantity = random.nextInt(60) == 0 ? 0 : 1 + random.nextInt(5);
      items.add(new Event.Item(product, quantity, 100 + random.nextInt(10_000)));
    }
    String id = "evt_" + ++events;
    return new Event(id, START.plusSeconds(events).toString(), items);
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void print(String line, Object... values) {
    System.out.printf(Locale.ROOT, line + "%n", values);
  }
}
