package dev.pageturner.openapi.generator;

import dev.pageturner.openapi.emit.client.ClientOutline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a whole Maven project around a client: pom, readme, licence, change log, module and a test
 * of each list.
 *
 * <p>To run it again brings the project up to date. What a person has changed or taken away since
 * is left alone, as {@code .pageturner/files.txt} tells; a pom is written again only if something
 * is said about the project. The change log gets what is different from the last time, of which
 * {@code .pageturner/surface.txt} is the memory.
 */
public final class ProjectGenerator {
  private static final String SURFACE = ".pageturner/surface.txt";
  private static final String CHANGES = "CHANGELOG.md";
  private static final String RESOURCES = "src/test/resources";

  private final Generator generator;
  private final ProjectSettings settings;

  private ProjectGenerator(Generator generator, ProjectSettings settings) {
    this.generator = generator;
    this.settings = settings;
  }

  /**
   * {@return a generator of projects}
   *
   * @param generator makes the client
   * @param settings what is known about the project
   */
  public static ProjectGenerator of(Generator generator, ProjectSettings settings) {
    return new ProjectGenerator(generator, settings);
  }

  /**
   * Makes a project, or brings one up to date.
   *
   * @param document the document
   * @param root the root of the project
   * @throws UncheckedIOException if a file could not be read or written
   */
  public ProjectReport generate(Path document, Path root) {
    try {
      return generate(document, ProjectFolder.open(root));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProjectReport generate(Path document, ProjectFolder folder) throws IOException {
    String pom = folder.text("pom.xml");
    Coordinates coordinates = Coordinates.of(pom, settings, generator.packageName());
    String userAgent = coordinates.artifactId() + "/" + coordinates.version();
    OutlinedClient made = generator.userAgent(userAgent).outlined(document);
    Generated generated = made.generated();
    generated.writeTo(folder.root().resolve("src/main/java"));
    ClientOutline client = made.outline();

    List<String> placeholders = new ArrayList<>();
    if (pom.isEmpty() || settings.saysAnything()) {
      PomFile file = new PomFile(coordinates, settings, client, generator.isAsync());
      folder.write("pom.xml", file.text());
      placeholders.addAll(folder.kept().contains("pom.xml") ? List.of() : file.placeholders());
    }
    if (settings.license().isPresent()) {
      String holder = settings.developer().orElse(client.title() + " contributors");
      folder.write("LICENSE", settings.license().get().text(holder));
    }
    folder.write("README.md", new ReadmeFile(coordinates, client).text());
    folder.write(".gitignore", "target/\n");
    folder.write(
        "src/main/java/module-info.java",
        ModuleFile.text(generator.packageName(), client.title(), generator.isAsync()));
    changes(made, coordinates, folder);
    List<String> untested = test(document, made, folder);
    folder.close();
    return new ProjectReport(generated, folder.written(), folder.kept(), placeholders, untested);
  }

  private void changes(OutlinedClient made, Coordinates coordinates, ProjectFolder folder)
      throws IOException {
    Surface now = Surface.of(made.outline(), made.generated().files());
    Surface before = Surface.read(folder.text(SURFACE));
    String since = before.isEmpty() ? "\nGenerated for the first time.\n" : now.since(before);
    if (!since.isEmpty()) {
      String title = "# Changelog\n";
      String earlier = folder.text(CHANGES);
      String section = "\n## " + coordinates.version() + ", for version "
          + made.outline().version() + " of the API\n" + since;
      String rest = earlier.startsWith(title) ? earlier.substring(title.length()) : earlier;
      folder.write(CHANGES, title + section + rest);
      folder.write(".pageturner/changes.md", section.strip() + "\n");
    }
    folder.write(SURFACE, now.text());
  }

  /** The server of the test needs the document and what it refers to. */
  private List<String> test(Path document, OutlinedClient made, ProjectFolder folder)
      throws IOException {
    Path real = document.toRealPath();
    Path folderOfDocument = real.resolveSibling("");
    for (Path input : made.generated().inputs()) {
      if (Files.isRegularFile(input) && input.toRealPath().startsWith(folderOfDocument)) {
        String name = folderOfDocument.relativize(input.toRealPath()).toString();
        folder.write(RESOURCES + "/openapi/" + name.replace('\\', '/'), Files.readAllBytes(input));
      }
    }
    ListsTestFile test = new ListsTestFile(made.outline(), "/openapi/" + real.getFileName());
    String path = generator.packageName().replace('.', '/');
    folder.write("src/test/java/" + path + "/ListsTest.java", test.text());
    return test.untested();
  }
}
