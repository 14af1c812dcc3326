package dev.pageturner.openapi.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The jar that users run, in processes of its own. */
final class Jar {
  static final Path FILE = Path.of("target", "pageturner.jar").toAbsolutePath();

  private Jar() {}

  static List<String> command(String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.add("-jar");
    command.add(FILE.toString());
    command.addAll(List.of(args));
    return command;
  }

  /** {@return a process whose standard error goes to a file, and standard output nowhere} */
  static Process start(Path err, List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(err.toFile())
        .start();
  }

  /** {@return the exit code} */
  static int run(Path out, Path err, List<String> command) throws Exception {
    Process process = new ProcessBuilder(command)
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .redirectInput(new File("/dev/null"))
        .start();
    return codeOf(process);
  }

  static int codeOf(Process process) throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("the process does not end");
    }
    return process.exitValue();
  }
}
