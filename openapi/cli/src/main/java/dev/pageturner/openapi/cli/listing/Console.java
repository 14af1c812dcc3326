package dev.pageturner.openapi.cli.listing;

import dev.pageturner.error.PageturnerException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * What a command has around it: streams, clocks, environment, and who may stop it.
 *
 * @param out where data goes
 * @param err where everything else goes
 * @param terminal whether {@code err} is a terminal
 * @param environment the environment's variables
 * @param clock the wall clock
 * @param nanos a clock that never goes back
 * @param stop ends a run from outside
 */
public record Console(
    OutputStream out,
    PrintStream err,
    BooleanSupplier terminal,
    Map<String, String> environment,
    InstantSource clock,
    LongSupplier nanos,
    Stop stop) {

  /** {@return that of this process} */
  public static Console system() {
    return new Console(
        new StandardOutput(),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        Console::isTerminal,
        System.getenv(),
        InstantSource.system(),
        System::nanoTime,
        new Stop());
  }

  /**
   * Prints data. That nobody reads it any more is no failure.
   *
   * @throws PageturnerException.Storage if it cannot be written
   */
  public void print(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      if (!StandardOutput.isReaderGone(e)) {
        throw new PageturnerException.Storage("standard output cannot be written", e);
      }
    }
  }

  /** Java cannot say whether standard error is a terminal; Linux, and any shell, can. */
  private static boolean isTerminal() {
    try {
      Path descriptor = Path.of("/proc/self/fd/2");
      if (Files.isSymbolicLink(descriptor)) {
        String target = Files.readSymbolicLink(descriptor).toString();
        return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
      }
      return new ProcessBuilder("sh", "-c", "test -t 2")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // Not a system with a shell of that name.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
