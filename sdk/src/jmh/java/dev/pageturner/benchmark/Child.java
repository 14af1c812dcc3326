package dev.pageturner.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** This program's other processes: the server, and clients with a heap of their own. */
final class Child implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private Child(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static Child start(List<String> options, Class<?> main, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(args));
    return new Child(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  String line() throws IOException {
    return output.readLine();
  }

  /** Passes on what it prints, and waits for its end. */
  int copyOutput() throws IOException, InterruptedException {
    for (String line = line(); line != null; line = line()) {
      System.out.println(line);
    }
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
