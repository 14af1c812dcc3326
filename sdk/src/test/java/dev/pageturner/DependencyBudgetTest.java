package dev.pageturner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What users of the sdk have to take along: 12 jars and 3.6 MB at most. */
class DependencyBudgetTest {
  private static final int MAX_JARS = 12;
  private static final long MAX_BYTES = 3_600_000;

  /** Directly, and what these bring. */
  private static final List<String> AT_RUN_TIME = List.of(
      "annotations",
      "jspecify",
      "kotlin-stdlib",
      "moshi",
      "okhttp-jvm",
      "okio-jvm",
      "resilience4j-core",
      "resilience4j-ratelimiter",
      "slf4j-api");

  /** What only the tests use, or the application brings if it wants metrics. */
  private static final Pattern OF_THE_TESTS = Pattern.compile(
      "junit-.*|opentest4j|apiguardian-api|assertj-core|byte-buddy|mockwebserver3|archunit"
          // Optional: for who uses dev.pageturner.metrics.
          + "|micrometer-.*|HdrHistogram|LatencyUtils"
          + "|slf4j-nop|micrometer-.*|HdrHistogram|LatencyUtils|surefire.*|okhttp-tls|jmh-.*|jopt-simple|commons-math3");

  private static final Pattern JAR = Pattern.compile("(.+?)-\\d[\\w.+-]*\\.jar");

  @Test
  void noOtherLibraryIsNeededAtRunTime() {
    assertThat(runTime().map(DependencyBudgetTest::artifact))
        .containsExactlyInAnyOrderElementsOf(AT_RUN_TIME);
    assertThat(AT_RUN_TIME).hasSizeLessThanOrEqualTo(MAX_JARS);
  }

  @Test
  void whatIsNeededAtRunTimeIsSmall() {
    assertThat(runTime().mapToLong(jar -> jar.toFile().length()).sum())
        .isPositive()
        .isLessThanOrEqualTo(MAX_BYTES);
  }

  private static Stream<Path> runTime() {
    return jars().filter(jar -> !OF_THE_TESTS.matcher(artifact(jar)).matches());
  }

  /**
   * Surefire keeps the class path in any of these, depending on the Java version and the module.
   */
  private static Stream<Path> jars() {
    return Stream.of("java.class.path", "jdk.module.path", "surefire.test.class.path")
        .flatMap(name -> Arrays.stream(System.getProperty(name, "").split(File.pathSeparator)))
        .filter(path -> path.endsWith(".jar"))
        .map(Path::of)
        .distinct();
  }

  private static String artifact(Path jar) {
    Matcher name = JAR.matcher(jar.getFileName().toString());
    return name.matches() ? name.group(1) : jar.getFileName().toString();
  }
}
