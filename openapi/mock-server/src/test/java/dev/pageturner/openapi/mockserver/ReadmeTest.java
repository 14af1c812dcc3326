package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final Path BASE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();

  @Test
  void theTestOfTheReadmeRuns() throws IOException {
    String readme = found(BASE.resolve("../../README.md"), "(?ms)^```java test\\n(.*?)^```$");
    String test = found(
        BASE.resolve("src/test/java/dev/pageturner/openapi/mockserver/RateLimitedPetsTest.java"),
        "(?ms)^// readme:start\\n(.*?)^ *// readme:end$");

    assertThat(readme).isEqualToNormalizingNewlines(test + "}\n");
  }

  private static String found(Path file, String pattern) throws IOException {
    Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(file));
    assertThat(matcher.find()).as("%s in %s", pattern, file).isTrue();
    return matcher.group(1);
  }
}
