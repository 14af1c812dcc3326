package dev.pageturner.samples;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;

/** What a main class prints on standard output. */
public final class Printed {
  private Printed() {}

  /** Runs the class in this JVM. */
  public static String by(Class<?> main, String... args) throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      Method method = main.getMethod("main", String[].class);
      method.invoke(null, (Object) args);
    } finally {
      System.setOut(out);
    }
    return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
