package dev.pageturner.openapi.generator;

import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.openapi.emit.ModelTypes;
import dev.pageturner.openapi.emit.client.Clients;
import dev.pageturner.openapi.emit.name.JavaNames;
import dev.pageturner.openapi.emit.name.NameScope;
import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.InvalidDocumentException;
import dev.pageturner.openapi.model.Problem;
import dev.pageturner.openapi.model.ReadOptions;
import dev.pageturner.openapi.sources.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes a Java client of an OpenAPI document, whose lists page by themselves.
 *
 * <pre>{@code
 * Generator.of("com.example.petstore").generate(Path.of("petstore.yaml")).writeTo(Path.of("out"));
 * }</pre>
 *
 * <p>What it makes needs the sdk, and sdk-async if asked for, and nothing else. Immutable: each
 * setting gives back another generator.
 */
public final class Generator {
  private static final Pattern PACKAGE =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");

  private final String packageName;
  private final Optional<String> prefix;
  private final Optional<Path> overrides;
  private final Optional<Path> config;
  private final boolean async;
  private final ReadOptions reading;
  private final Optional<String> userAgent;

  private Generator(
      String packageName,
      Optional<String> prefix,
      Optional<Path> overrides,
      Optional<Path> config,
      boolean async,
      ReadOptions reading,
      Optional<String> userAgent) {
    this.userAgent = userAgent;
    this.packageName = packageName;
    this.prefix = prefix;
    this.overrides = overrides;
    this.config = config;
    this.async = async;
    this.reading = reading;
  }

  /**
   * {@return a generator of classes in a package}
   *
   * @throws IllegalArgumentException if it is no name of a package
   */
  public static Generator of(String packageName) {
    boolean words = PACKAGE.matcher(packageName).matches();
    if (!words || !javax.lang.model.SourceVersion.isName(packageName)) {
      throw new IllegalArgumentException("not the name of a package: " + packageName);
    }
    return new Generator(
        packageName,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        ReadOptions.defaults(),
        Optional.empty());
  }

  /**
   * {@return this generator with the beginning of the client's name}: {@code Petstore} for
   * {@code PetstoreClient}. Unless set, the document's title.
   */
  public Generator named(String prefix) {
    return new Generator(
        packageName,
        Optional.of(JavaNames.className(prefix)),
        overrides,
        config,
        async,
        reading,
        userAgent);
  }

  /** {@return this generator, with clients that don't wait besides those that do} */
  public Generator async(boolean async) {
    return new Generator(packageName, prefix, overrides, config, async, reading, userAgent);
  }

  /** {@return this generator with a file of overrides, which win over what is detected} */
  public Generator overrides(Path file) {
    return new Generator(
        packageName,
        prefix,
        Optional.of(Objects.requireNonNull(file, "file")),
        config,
        async,
        reading,
        userAgent);
  }

  /**
   * {@return this generator with a {@code stainless.yml}} Its pagination schemes win over what is
   * detected, its names of resources and methods over those that are made, and the name of its
   * organization over the document's title. Overrides win over it.
   */
  public Generator config(Path file) {
    return new Generator(
        packageName,
        prefix,
        overrides,
        Optional.of(Objects.requireNonNull(file, "file")),
        async,
        reading,
        userAgent);
  }

  /**
   * {@return this generator, which fetches what documents refer to by URL, or does not} Unless set,
   * no request is sent and any JSON is assumed, with a warning. {@link ReadOptions} has the bounds.
   */
  public Generator allowRemoteReferences(boolean allow) {
    return new Generator(
        packageName,
        prefix,
        overrides,
        config,
        async,
        reading.withRemoteReferences(allow),
        userAgent);
  }

  /**
   * {@return this generator, which follows references to files in another folder, too} Unless set,
   * references lead to files in the folder of the document, or below it.
   */
  public Generator allowFolder(Path folder) {
    return new Generator(
        packageName, prefix, overrides, config, async, reading.withFolder(folder), userAgent);
  }

  /**
   * {@return this generator with what the client calls itself in each request}:
   * {@code petstore-client/1.2.0}. Unless set, the name of the sdk.
   */
  public Generator userAgent(String name) {
    return new Generator(packageName, prefix, overrides, config, async, reading, Optional.of(name));
  }

  /** {@return the package of the classes} */
  public String packageName() {
    return packageName;
  }

  /** {@return whether there are clients that don't wait} */
  public boolean isAsync() {
    return async;
  }

  /**
   * {@return the client of a document}
   *
   * @param document the document; what it refers to is read below its folder only, and from other
   *     folders and URLs if that is allowed
   * @throws InvalidDocumentException if the document, the overrides or the configuration cannot be
   *     used; it says why with file, line and pointer
   */
  public Generated generate(Path document) {
    return outlined(document).generated();
  }

  /** {@return the client of a document, with what is to be written about it} */
  OutlinedClient outlined(Path document) {
    Optional<StainlessConfig> stainless = config.map(StainlessConfig::read);
    DetectedDocument detected = DetectedDocument.of(document, overrides, stainless, reading);
    ApiDocument read = detected.document();
    List<Detection> detections = detected.detections();
    NameScope classes = NameScope.ofClasses();
    String name = withoutClient(prefix
        .or(() -> stainless.flatMap(StainlessConfig::clientName).map(JavaNames::className))
        .orElseGet(() -> JavaNames.className(title(read))));
    ModelTypes types = ModelTypes.of(read, packageName, classes, name);
    Clients clients = Clients.of(read, types, packageName, name, classes, async, userAgent);
    List<SourceFile> files = new ArrayList<>(clients.sources(
        detections, stainless.map(StainlessConfig::names).orElse(operation -> List.of())));
    // What the clients need is known only now.
    files.addAll(types.sources());
    files.sort(Comparator.comparing(SourceFile::path));
    List<Problem> problems = new ArrayList<>(detected.problems());
    detections.forEach(detection -> problems.addAll(detection.warnings()));
    problems.addAll(clients.problems());
    return new OutlinedClient(
        new Generated(files, detections, inputs(document, read), problems), clients.outline());
  }

  private List<Path> inputs(Path document, ApiDocument read) {
    Set<Path> inputs = new LinkedHashSet<>();
    // A link that leads elsewhere tomorrow is another input, too.
    inputs.add(document.toAbsolutePath().normalize());
    Path real = real(document);
    read.files().forEach(name -> inputs.add(real.resolveSibling(name)));
    overrides.ifPresent(file -> inputs.add(file.toAbsolutePath()));
    config.ifPresent(file -> inputs.add(file.toAbsolutePath()));
    return List.copyOf(inputs);
  }

  private static Path real(Path document) {
    try {
      return document.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException("the document is gone", e);
    }
  }

  /** It is said behind the name. */
  private static String withoutClient(String name) {
    return name.matches(".+Client") ? name.substring(0, name.length() - "Client".length()) : name;
  }

  private static String title(ApiDocument document) {
    String words = document.title().replaceAll("(?i)\\b(the|rest|api|openapi|swagger)\\b", " ");
    return words.isBlank() || words.strip().length() > 40 ? shortTitle(document) : words;
  }

  private static String shortTitle(ApiDocument document) {
    String file =
        document.file().replaceFirst("(?i)(?:\\.(?:gz|ya?ml|json|openapi|swagger))+$", "");
    return document.title().isBlank() || document.title().length() > 40 ? file : document.title();
  }
}
