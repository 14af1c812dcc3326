package dev.pageturner.openapi.cli;

import dev.pageturner.openapi.cli.listing.Console;
import dev.pageturner.openapi.cli.listing.Stop;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Runs commands in this process, and keeps what they print. */
final class Cli {
  final Stop stop = new Stop();
  final Map<String, String> environment = new HashMap<>();
  final AtomicLong added = new AtomicLong();
  boolean terminal;
  boolean shown;
  LongSupplier nanos = () -> System.nanoTime() + added.get();
  OutputStream replacedOut;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** {@return the exit code} */
  int run(String... args) {
    out.reset();
    err.reset();
    Console console = new Console(
        replacedOut == null ? out : replacedOut,
        new PrintStream(err, true, StandardCharsets.UTF_8),
        () -> terminal,
        () -> shown,
        environment,
        InstantSource.system(),
        nanos,
        stop);
    return Pageturner.commandLine(console, args).execute(args);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  List<String> lines() {
    return out().lines().toList();
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
