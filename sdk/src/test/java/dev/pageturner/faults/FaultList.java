package dev.pageturner.faults;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The ways to fail that are known, and the tests that inject them, as faults.txt lists them. */
public final class FaultList {
  private static final String ASYNC = "dev.pageturner.async.";

  /** A way to fail, and the tests that inject it. */
  record Mode(String name, List<String> tests) {}

  private FaultList() {}

  static List<Mode> modes() throws IOException {
    try (InputStream list = FaultList.class.getResourceAsStream("/faults.txt")) {
      String text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .map(FaultList::mode)
          .toList();
    }
  }

  private static Mode mode(String line) {
    String[] parts = line.split(" \\| ");
    if (parts.length != 3) {
      throw new IllegalStateException("three parts are expected: " + line);
    }
    return new Mode(parts[1], parts[2].equals("-") ? List.of() : List.of(parts[2].split(" ")));
  }

  /** {@return the tests of the synchronous or of the asynchronous side} */
  public static Stream<String> tests(boolean async) throws IOException {
    return modes().stream()
        .flatMap(mode -> mode.tests().stream())
        .filter(test -> test.startsWith(ASYNC) == async);
  }

  /** {@return whether there is such a test: a class, or a class and a method} */
  public static boolean exists(String test) throws ClassNotFoundException {
    String[] parts = test.split("#");
    String name = parts[0].contains(".") ? parts[0] : "dev.pageturner.faults." + parts[0];
    Class<?> type = Class.forName(name);
    return parts.length == 1
        || Arrays.stream(type.getDeclaredMethods())
            .anyMatch(method -> method.getName().equals(parts[1]));
  }
}
