package dev.pageturner.openapi.testing;

import com.squareup.moshi.Moshi;
import dev.pageturner.ApiClient;
import dev.pageturner.async.AsyncApiClient;
import dev.pageturner.openapi.sources.SourceFile;
import io.github.resilience4j.ratelimiter.RateLimiter;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import kotlin.Unit;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.jspecify.annotations.NullMarked;

/**
 * Generated sources compiled in this process, with all of javac's warnings, against the sdk,
 * sdk-async and what these bring, nothing else.
 */
public final class Compilation {
  private final List<String> errors = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final Map<String, byte[]> classes = new ConcurrentHashMap<>();

  private Compilation() {}

  /** {@return the outcome of compiling files as Java 17} */
  public static Compilation of(List<SourceFile> files) {
    Compilation compilation = new Compilation();
    compilation.compile(files);
    return compilation;
  }

  private void compile(List<SourceFile> files) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
    List<String> options = List.of(
        "-Xlint:all", "-proc:none", "--release", "17", "-cp", classPath(), "-Xmaxerrs", "20");
    List<Source> sources = files.stream().map(Source::new).toList();
    JavaFileManager manager =
        new InMemory(javac.getStandardFileManager(told, Locale.ROOT, null), classes);
    javac.getTask(null, manager, told, options, null, sources).call();
    for (Diagnostic<? extends JavaFileObject> each : told.getDiagnostics()) {
      boolean error = each.getKind() == Diagnostic.Kind.ERROR;
      boolean warning = each.getKind() == Diagnostic.Kind.WARNING
          || each.getKind() == Diagnostic.Kind.MANDATORY_WARNING;
      if (error || warning) {
        (error ? errors : warnings).add(each.toString());
      }
    }
  }

  private static String classPath() {
    return Stream.of(
            ApiClient.class,
            AsyncApiClient.class,
            OkHttpClient.class,
            Buffer.class,
            Moshi.class,
            Unit.class,
            RateLimiter.class,
            NullMarked.class)
        .map(each -> each.getProtectionDomain().getCodeSource().getLocation().getPath())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** {@return what javac refuses} */
  public List<String> errors() {
    return errors;
  }

  /** {@return what javac warns of} */
  public List<String> warnings() {
    return warnings;
  }

  /** {@return the class of that name, if everything was compiled} */
  public Class<?> load(String name) throws ClassNotFoundException {
    if (!errors.isEmpty()) {
      throw new AssertionError(String.join("\n", errors));
    }
    return new Loader(classes).loadClass(name);
  }

  /** Not closed: what was loaded is part of the test until its end. */
  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> classes;

    Loader(Map<String, byte[]> classes) {
      super(Compilation.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(SourceFile file) {
      super(URI.create("string:///" + file.path()), Kind.SOURCE);
      this.text = file.text();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, byte[]> classes;

    InMemory(JavaFileManager files, Map<String, byte[]> classes) {
      super(files);
      this.classes = classes;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("class:///" + name.replace('.', '/')), kind) {
        @Override
        public OutputStream openOutputStream() {
          return new ByteArrayOutputStream() {
            @Override
            public void close() {
              classes.put(Objects.requireNonNull(name), toByteArray());
            }
          };
        }
      };
    }
  }
}
