package dev.pageturner.openapi.emit;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.pageturner.internal.json.Deviations;
import dev.pageturner.json.ExactJson;
import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.sources.SourceFile;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.ratelimiter.RateLimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import okhttp3.OkHttpClient;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Generated sources, compiled with every lint on exactly the class path that the sdk has. */
final class Compiled {
  private static final List<Class<?>> SDK = List.of(
      RawJson.class,
      OkHttpClient.class,
      ByteString.class,
      Moshi.class,
      kotlin.Unit.class,
      RateLimiter.class,
      IntervalFunction.class,
      Nullable.class);

  private final ClassLoader loader;
  private final String packageName;
  private final Moshi moshi;
  private final Moshi strictMoshi;

  private Compiled(ClassLoader loader, String packageName, String jsonClass) throws Exception {
    this.loader = loader;
    this.packageName = packageName;
    JsonAdapter.Factory adapters =
        (JsonAdapter.Factory) loader.loadClass(jsonClass).getMethod("adapters").invoke(null);
    this.moshi = new Moshi.Builder().add(adapters).addLast(ExactJson.factory()).build();
    this.strictMoshi =
        new Moshi.Builder().add(adapters).addLast(ExactJson.strictFactory()).build();
  }

  /** Compiles sources into a folder; an error of javac is an error of the test. */
  static Compiled of(Path folder, List<SourceFile> sources, String packageName, String jsonClass) {
    List<String> errors = compile(folder, sources).stream()
        .filter(message -> message.startsWith("ERROR"))
        .toList();
    if (!errors.isEmpty()) {
      throw new AssertionError(String.join("\n", errors));
    }
    try {
      URL classes = folder.resolve("classes").toUri().toURL();
      ClassLoader loader = new URLClassLoader(new URL[] {classes}, Compiled.class.getClassLoader());
      return new Compiled(loader, packageName, jsonClass);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@return what javac says, each with its kind first} */
  static List<String> compile(Path folder, List<SourceFile> sources) {
    try {
      List<Path> files = new ArrayList<>();
      for (SourceFile source : sources) {
        Path file = folder.resolve("sources").resolve(source.path()).normalize();
        if (!file.startsWith(folder)) {
          throw new AssertionError("outside of the folder: " + source.path());
        }
        Files.createDirectories(file.getParent());
        // Not every text can be encoded, and then it must not get as far as here.
        Files.writeString(file, source.text(), StandardCharsets.UTF_8);
        files.add(file);
      }
      return javac(Files.createDirectories(folder.resolve("classes")), files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> javac(Path classes, List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(diagnostics, null, StandardCharsets.UTF_8)) {
      List<String> options = List.of(
          "-Xlint:all", "-proc:none", "--release", "17", "-cp", classPath(), "-d", "" + classes);
      compiler
          .getTask(
              new StringWriter(),
              manager,
              diagnostics,
              options,
              null,
              manager.getJavaFileObjectsFromPaths(files))
          .call();
    }
    return diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
        .map(diagnostic -> diagnostic.getKind() + " " + diagnostic)
        .toList();
  }

  private static String classPath() {
    return SDK.stream()
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
        .distinct()
        .collect(Collectors.joining(java.io.File.pathSeparator));
  }

  Class<?> type(String name) {
    return load(packageName + "." + name);
  }

  /** {@return a class by its whole name} */
  Class<?> load(String name) {
    try {
      return loader.loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("unchecked")
  JsonAdapter<Object> adapter(String name) {
    return (JsonAdapter<Object>) moshi.adapter(type(name));
  }

  /** {@return the value that JSON is, apostrophes read as quotes} */
  Object read(String name, String json) {
    try {
      return adapter(name).fromJson(json.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the value that JSON is to a client that decodes strictly} */
  Object readStrictly(String name, String json) {
    try {
      return strictMoshi.<Object>adapter(type(name)).fromJson(json.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the value that JSON is, and puts what is told of it into a list} */
  Object read(String name, String json, List<String> told) {
    try {
      return read(type(name), json.replace('\'', '"'), told);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the value that JSON is, and puts what is told of it into a list} */
  Object read(Type type, String json, List<String> told) throws IOException {
    return Deviations.telling(moshi.<Object>adapter(type), told::add).fromJson(json);
  }

  /** {@return what becomes of JSON that is read and written again, quotes as apostrophes} */
  String roundTrip(String name, String json) {
    return adapter(name).toJson(read(name, json)).replace('"', '\'');
  }

  /** {@return what an accessor of a value says} */
  static Object get(Object value, String accessor) {
    try {
      return value.getClass().getMethod(accessor).invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@return a builder of a type, without a value} */
  Object builder(String name) {
    try {
      return type(name + "$Builder").getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@return the value of a constant} */
  Object constant(String type, String name) {
    try {
      return type(type).getField(name).get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@return the names of the public constants of a type, in order} */
  List<String> constants(String type) {
    return Stream.of(type(type).getFields()).map(field -> field.getName()).toList();
  }
}
