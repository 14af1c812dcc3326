package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import dev.pageturner.ApiClient;
import dev.pageturner.async.AsyncApiClient;
import dev.pageturner.openapi.generator.Generator;
import dev.pageturner.openapi.generator.ProjectGenerator;
import dev.pageturner.openapi.generator.ProjectReport;
import dev.pageturner.openapi.generator.ProjectSettings;
import io.github.resilience4j.core.registry.RegistryEvent;
import io.github.resilience4j.ratelimiter.RateLimiter;
import java.io.File;
import java.io.StringWriter;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import kotlin.Unit;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project of the example document, built as its owner would. */
class GeneratedProjectIT {
  @TempDir
  Path root;

  private void generate() {
    Generator generator = Generator.of("com.example.shop").async(true);
    ProjectReport report =
        ProjectGenerator.of(generator, ProjectSettings.none()).generate(Shop.SPEC, root);
    assertThat(report.untested()).isEmpty();
  }

  @Test
  void itsModuleCompiles() throws Exception {
    generate();

    assertThat(compile(root.resolve("src/main/java"), "--module-path", modules()))
        .isEmpty();
    assertThat(root.resolve("out/module-info.class")).exists();
  }

  @Test
  void itsTestsWalkEachList() throws Exception {
    generate();
    Files.delete(root.resolve("src/main/java/module-info.java"));
    String classPath = System.getProperty("java.class.path");
    assertThat(compile(root.resolve("src"), "-cp", classPath)).isEmpty();

    URL[] urls = {
      root.resolve("out").toUri().toURL(),
      root.resolve("src/test/resources").toUri().toURL()
    };
    try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
      Class<?> tests = loader.loadClass("com.example.shop.ListsTest");
      assertThat(run(tests)).hasSize(12);
    }
  }

  private static List<String> run(Class<?> tests) throws Exception {
    List<String> run = new ArrayList<>();
    Object instance = accessible(tests.getDeclaredConstructor()).newInstance();
    accessible(tests.getDeclaredMethod("start")).invoke(null);
    for (Method method : tests.getDeclaredMethods()) {
      if (method.isAnnotationPresent(Test.class)) {
        accessible(method).invoke(instance);
        run.add(method.getName());
      }
    }
    accessible(tests.getDeclaredMethod("stop")).invoke(null);
    return run;
  }

  private static <T extends AccessibleObject> T accessible(T member) {
    member.setAccessible(true);
    return member;
  }

  private String compile(Path sources, String... paths) throws Exception {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    List<String> options = new ArrayList<>(List.of(
        "--release",
        "17",
        "-proc:none",
        "-Xlint:all,-requires-transitive-automatic," + "-requires-automatic,-exports",
        "-d",
        root.resolve("out").toString()));
    options.addAll(Arrays.asList(paths));
    StringWriter told = new StringWriter();
    try (Stream<Path> files = Files.walk(sources);
        StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
      List<Path> java = files.filter(file -> file.toString().endsWith(".java")).toList();
      javac
          .getTask(told, manager, null, options, null, manager.getJavaFileObjectsFromPaths(java))
          .call();
    }
    return told.toString();
  }

  private static String modules() {
    return Stream.of(
            ApiClient.class,
            AsyncApiClient.class,
            OkHttpClient.class,
            Buffer.class,
            Moshi.class,
            Unit.class,
            RateLimiter.class,
            RegistryEvent.class,
            NullMarked.class)
        .map(each -> each.getProtectionDomain().getCodeSource().getLocation().getPath())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }
}
