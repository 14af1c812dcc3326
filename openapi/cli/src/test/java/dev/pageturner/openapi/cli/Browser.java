package dev.pageturner.openapi.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Chromium without a window, where it is installed. */
final class Browser {
  private Browser() {}

  /** What a page became, and what the browser said of it. */
  record Loaded(String document, String log) {}

  private static Path executable() {
    Optional<Path> found = Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(
            name -> Stream.of(System.getenv("PATH").split(":")).map(path -> Path.of(path, name)))
        .filter(Files::isExecutable)
        .findFirst();
    assumeTrue(found.isPresent(), "no Chromium here: the pages are not looked at in a browser");
    return found.orElseThrow();
  }

  /** {@return the page at an address, after its scripts have run} */
  static Loaded load(String url, Path folder, String... more) throws Exception {
    List<String> command = new ArrayList<>(List.of(
        executable().toString(),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--user-data-dir=" + folder.resolve("profile"),
        "--enable-logging=stderr",
        "--v=0",
        "--virtual-time-budget=2000"));
    command.addAll(List.of(more));
    command.add("--dump-dom");
    command.add(url);
    Path out = folder.resolve("dom.html");
    Path err = folder.resolve("browser.log");
    Process process = new ProcessBuilder(command)
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("the browser does not end");
    }
    return new Loaded(
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
