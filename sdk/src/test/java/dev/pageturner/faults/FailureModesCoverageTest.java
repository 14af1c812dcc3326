package dev.pageturner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ways to fail that are known, and the tests that inject them: faults.txt has the list. */
class FailureModesCoverageTest {
  private static final int OPEN = 9;

  private static List<String[]> modes() throws Exception {
    List<String[]> modes = new ArrayList<>();
    try (InputStream list = FailureModesCoverageTest.class.getResourceAsStream("/faults.txt")) {
      String text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> modes.add(line.split(" \\| ")));
    }
    return modes;
  }

  @Test
  void everyTestThatIsNamedExists() throws Exception {
    for (String[] mode : modes()) {
      assertThat(mode).hasSize(3);
      if (!mode[2].equals("-")) {
        for (String test : mode[2].split(" ")) {
          assertThat(exists(test)).as(test).isTrue();
        }
      }
    }
  }

  private static boolean exists(String test) throws Exception {
    String[] parts = test.split("#");
    String name = parts[0].contains(".") ? parts[0] : "dev.pageturner.faults." + parts[0];
    Class<?> type = Class.forName(name);
    return parts.length == 1
        || Arrays.stream(type.getDeclaredMethods())
            .anyMatch(method -> method.getName().equals(parts[1]));
  }

  @Test
  void noMoreThanTheKnownModesAreOpenHere() throws Exception {
    List<String[]> modes = modes();
    long open = modes.stream().filter(mode -> mode[2].equals("-")).count();

    System.out.println(
        (modes.size() - open) + " of " + modes.size() + " ways to fail are injected");
    assertThat(open).isLessThanOrEqualTo(OPEN);
  }
}
