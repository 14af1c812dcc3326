package dev.pageturner.openapi.cli.listing;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.model.Printable;
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
 * @param shown whether {@code out} is a terminal
 * @param environment the environment's variables
 * @param clock the wall clock
 * @param nanos a clock that never goes back
 * @param stop ends a run from outside
 */
public record Console(
    OutputStream out,
    PrintStream err,
    BooleanSupplier terminal,
    BooleanSupplier shown,
    Map<String, String> environment,
    InstantSource clock,
    LongSupplier nanos,
    Stop stop) {

  /** {@return that of this process} */
  public static Console system() {
    return new Console(
        new StandardOutput(),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        () -> isTerminal(2),
        () -> isTerminal(1),
        System.getenv(),
        InstantSource.system(),
        System::nanoTime,
        new Stop());
  }

  /**
   * {@return text of a document or a server as it may stand on a terminal, on one line: what the
   * terminal would obey is written as its code}
   */
  public static String text(String text) {
    return Printable.of(text);
  }

  /**
   * {@return the same JSON as it may stand on a terminal: what the terminal would obey is an escape
   * in a string}
   */
  static RawJson text(RawJson json) {
    return RawJson.parse(Printable.json(json.text()));
  }

  /** Says a line on standard error, as {@link #text(String)} has it. */
  public void say(String line) {
    err.println(text(line));
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

  /** Java cannot say whether a stream is a terminal; Linux, and any shell, can. */
  private static boolean isTerminal(int stream) {
    try {
      Path descriptor = Path.of("/proc/self/fd/" + stream);
      if (Files.isSymbolicLink(descriptor)) {
        String target = Files.readSymbolicLink(descriptor).toString();
        return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
      }
      return new ProcessBuilder("sh", "-c", "test -t " + stream)
              .redirectOutput(ProcessBuilder.Redirect.INHERIT)
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
