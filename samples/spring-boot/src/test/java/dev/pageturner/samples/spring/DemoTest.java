package dev.pageturner.samples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DemoTest {
  @Test
  void printsWhatTheReadmeSays() throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      Demo.main();
    } finally {
      System.setOut(out);
    }
    assertThat(Path.of("..", "README.md"))
        .content()
        .contains("```text\n" + printed.toString(StandardCharsets.UTF_8) + "```");
  }
}
