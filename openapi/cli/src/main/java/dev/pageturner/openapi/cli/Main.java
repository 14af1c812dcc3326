package dev.pageturner.openapi.cli;

import dev.pageturner.openapi.cli.listing.Console;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The process {@code pageturner}. */
public final class Main {
  private static final long PATIENCE_SECONDS = 10;

  private Main() {}

  /**
   * Runs a command, and exits with its code.
   *
   * @param args the command and its options
   */
  public static void main(String... args) {
    Console console = Console.system();
    CountDownLatch done = new CountDownLatch(1);
    // A signal runs this hook; the process ends, with the signal's own code, once it is through.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(console, done), "stop"));
    int code;
    try {
      code = Pageturner.commandLine(console, args).execute(args);
    } finally {
      done.countDown();
    }
    System.exit(code);
  }

  private static void stop(Console console, CountDownLatch done) {
    console.stop().request();
    try {
      boolean inTime = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!inTime) {
        console.say("pageturner: it does not stop; the last checkpoint stays");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
