package dev.pageturner.samples.process;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A main class in a process of its own, with this process's class path and standard streams. */
public final class JavaProcess {
  private JavaProcess() {}

  /**
   * {@return what starts it; its streams may be led elsewhere before}
   *
   * @param options of the JVM, such as {@code -Xmx32m}
   * @param main the class
   * @param args its arguments
   */
  public static ProcessBuilder of(List<String> options, Class<?> main, String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    // SQLite is a native library; JDK 24 and later warn unless that is allowed.
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-cp");
    command.add(classPath(main.getClassLoader()));
    command.add(main.getName());
    command.addAll(List.of(args));
    return new ProcessBuilder(command).inheritIO();
  }

  /**
   * In Maven's own JVM a class loader knows the class path of the sample, and nothing else does.
   */
  private static String classPath(ClassLoader loader) {
    if (!(loader instanceof URLClassLoader urls)) {
      return System.getProperty("java.class.path");
    }
    List<String> paths = new ArrayList<>();
    for (URL url : urls.getURLs()) {
      paths.add(pathOf(url));
    }
    return String.join(File.pathSeparator, paths);
  }

  private static String pathOf(URL url) {
    try {
      return Path.of(url.toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("not a file: " + url, e);
    }
  }
}
