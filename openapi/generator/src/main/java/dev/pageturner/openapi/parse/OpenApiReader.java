package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.InvalidDocumentException;
import dev.pageturner.openapi.model.Location;
import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.ReadOptions;
import dev.pageturner.openapi.model.Schemas;
import dev.pageturner.openapi.model.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads OpenAPI 3.0, 3.1, 3.2 and Swagger 2.0 from JSON or YAML 1.2, packed with gzip or not.
 *
 * <p>References may lead to other files in the folder of the document, or below it, and in folders
 * that {@link ReadOptions} allow. A document opened through a symbolic link is in the folder of the
 * file that the link leads to, and has that file's name. Remote references are not fetched unless
 * allowed: any JSON is assumed in their place, with a warning in {@link ApiDocument#problems()}.
 */
public final class OpenApiReader {
  private static final Duration FETCH = Duration.ofSeconds(30);

  /** A patch version makes no difference to a reader. */
  private static final Map<SpecVersion, String> PATTERNS = Map.of(
      SpecVersion.SWAGGER_2_0, "2(\\.0([.-].*)?)?",
      SpecVersion.OPENAPI_3_0, "3\\.0([.-].*)?",
      SpecVersion.OPENAPI_3_1, "3\\.1([.-].*)?",
      SpecVersion.OPENAPI_3_2, "3\\.2([.-].*)?");

  private OpenApiReader() {}

  /**
   * {@return the document in {@code file}, every reference in it checked, nothing fetched}
   *
   * @throws InvalidDocumentException if it can't be used; the message has file, line and pointer of
   *     each error
   */
  public static ApiDocument read(Path file) {
    return read(file, ReadOptions.defaults());
  }

  /**
   * {@return the document in {@code file}, every reference in it checked}
   *
   * @throws InvalidDocumentException if it can't be used; the message has file, line and pointer of
   *     each error
   */
  public static ApiDocument read(Path file, ReadOptions options) {
    Problems problems = new Problems();
    Path real = real(file, problems);
    DocumentFolder folder = new DocumentFolder(
        Optional.ofNullable(real.getParent()).orElse(real), options.folders(), problems);
    String name = String.valueOf(real.getFileName());
    Optional<Node> root = folder.tree(name);
    problems.throwIfBroken();
    Optional<RemoteDocuments> remote = options.allowRemoteReferences()
        ? Optional.of(new RemoteDocuments(new RemoteFetch(FETCH), problems))
        : Optional.empty();
    RefResolver refs =
        new RefResolver(name, folder, remote, problems).startingAt(root.orElseThrow());
    return document(root.orElseThrow(), folder, refs, problems);
  }

  private static Path real(Path file, Problems problems) {
    try {
      if (Files.isRegularFile(file)) {
        return file.toRealPath();
      }
      problems.error(top(file), "there is no such file");
    } catch (IOException e) {
      problems.error(top(file), "cannot be read: " + e.getClass().getSimpleName());
    }
    throw new InvalidDocumentException(problems.all());
  }

  private static Location top(Path file) {
    return new Location(String.valueOf(file.toAbsolutePath().normalize().getFileName()), 1, "");
  }

  private static ApiDocument document(
      Node root, DocumentFolder folder, RefResolver refs, Problems problems) {
    Optional<ObjectNode> object = root.asObject();
    Optional<SpecVersion> version = object.flatMap(OpenApiReader::version);
    if (object.isEmpty() || version.isEmpty()) {
      problems.error(root.location(), unknownVersion(object));
      throw new InvalidDocumentException(problems.all());
    }
    // Follows all references: from here on, no other file is read.
    new RefCheck(refs, problems).check(root);
    Context context = new Context(refs, new Schemas(refs), problems, new UnreadMembers());
    ApiDocument document =
        new DocumentReader(context, version.get()).read(object.get(), folder.names());
    problems.throwIfBroken();
    return document;
  }

  private static Optional<SpecVersion> version(ObjectNode root) {
    String version = root.text("openapi").or(() -> root.text("swagger")).orElse("");
    boolean swagger = !root.has("openapi");
    return Stream.of(SpecVersion.values())
        .filter(known -> swagger == (known == SpecVersion.SWAGGER_2_0))
        .filter(known -> version.matches(PATTERNS.getOrDefault(known, "")))
        .findFirst();
  }

  private static String unknownVersion(Optional<ObjectNode> root) {
    Optional<String> named =
        root.flatMap(object -> object.text("openapi").or(() -> object.text("swagger")));
    String known = "OpenAPI 3.0, 3.1 and 3.2 and Swagger 2.0 are known";
    return named
        .map(version -> "version " + version + " is not known: " + known)
        .orElse("not OpenAPI, as no 'openapi' or 'swagger' names a version: " + known);
  }
}
