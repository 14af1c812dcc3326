package dev.pageturner.openapi.maven;

import dev.pageturner.openapi.generator.Generated;
import dev.pageturner.openapi.generator.License;
import dev.pageturner.openapi.generator.ProjectGenerator;
import dev.pageturner.openapi.generator.ProjectReport;
import dev.pageturner.openapi.generator.ProjectSettings;
import dev.pageturner.openapi.model.InvalidDocumentException;
import dev.pageturner.openapi.model.Problem;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Generates the client of one OpenAPI document, and adds it to the sources of the project.
 *
 * <p>Nothing is written while the document with all files it refers to, be they there or not, the
 * overrides, the settings and the plugin are as they were, and what was generated is still there.
 * After a change, sources that are not wanted any more are removed, also where the package or the
 * output folder is another one now. A project with several documents has an execution for each,
 * with an output folder of its own.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends AbstractMojo {
  /** The document: OpenAPI 3.0, 3.1, 3.2 or Swagger 2.0, as YAML or JSON. */
  @Parameter(property = "pageturner.spec", required = true)
  private @Nullable File spec;

  /** The Java package of the client. */
  @Parameter(property = "pageturner.packageName", required = true)
  private @Nullable String packageName;

  /** The beginning of the client's name, {@code Petstore}; the document's title by default. */
  @Parameter(property = "pageturner.clientName")
  private @Nullable String clientName;

  /** Corrections of what was detected; none by default. */
  @Parameter(property = "pageturner.overrides")
  private @Nullable File overrides;

  /**
   * A {@code stainless.yml}, whose pagination schemes win over what is detected and whose names
   * over those that are made; none by default.
   */
  @Parameter(property = "pageturner.config")
  private @Nullable File config;

  /** Whether methods that do not block are generated, too; the project then needs sdk-async. */
  @Parameter(property = "pageturner.async", defaultValue = "false")
  private boolean async;

  /**
   * Whether references to {@code http} and {@code https} URLs are fetched; any JSON is assumed
   * otherwise. Only files are watched: that a fetched document has changed is not noticed, until
   * something else changes or {@code mvn clean} is run.
   */
  @Parameter(property = "pageturner.allowRemoteReferences", defaultValue = "false")
  private boolean allowRemoteReferences;

  /** Folders whose files references may lead to, beside that of the document; none by default. */
  @Parameter(property = "pageturner.allowFolders")
  private @Nullable List<File> allowFolders;

  /** Where the sources go. */
  @Parameter(
      property = "pageturner.outputDirectory",
      defaultValue = "${project.build.directory}/generated-sources/pageturner")
  private @Nullable File outputDirectory;

  /**
   * The root of a Maven project to make around the client: pom, README, LICENSE, CHANGELOG,
   * module-info and a test of each list. None by default. The client then goes into that project
   * and is not added to the sources of this one; each run brings the project up to date and leaves
   * alone what a person has changed.
   */
  @Parameter(property = "pageturner.project")
  private @Nullable File projectDirectory;

  /** The group id of that project; the package of the client by default. */
  @Parameter(property = "pageturner.project.groupId")
  private @Nullable String projectGroupId;

  /** The artifact id of that project; made of the package by default. */
  @Parameter(property = "pageturner.project.artifactId")
  private @Nullable String projectArtifactId;

  /** The version of that project; 0.1.0-SNAPSHOT by default, later what its pom says. */
  @Parameter(property = "pageturner.project.version")
  private @Nullable String projectVersion;

  /** The home page of that project. */
  @Parameter(property = "pageturner.project.url")
  private @Nullable String projectUrl;

  /** The repository of that project's source. */
  @Parameter(property = "pageturner.project.scm")
  private @Nullable String projectScm;

  /** Who that project is by: {@code Ada Lovelace <ada@example.com>}. */
  @Parameter(property = "pageturner.project.developer")
  private @Nullable String projectDeveloper;

  /** The licence of that project: Apache-2.0, MIT or proprietary. */
  @Parameter(property = "pageturner.project.license")
  private @Nullable String projectLicense;

  /** Whether to do nothing. */
  @Parameter(property = "pageturner.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private @Nullable MavenProject project;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private @Nullable MojoExecution execution;

  /** For Maven. */
  public GenerateMojo() {}

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("skipped");
      return;
    }
    try {
      if (projectDirectory == null) {
        generate(settings());
      } else {
        generateProject(settings(), projectDirectory.toPath());
      }
    } catch (InvalidDocumentException | IllegalArgumentException e) {
      throw new MojoFailureException(e.getMessage(), e);
    } catch (IOException | UncheckedIOException e) {
      throw new MojoExecutionException("the sources cannot be written: " + e.getMessage(), e);
    }
  }

  private Settings settings() {
    return new Settings(
        given(execution, "execution").getVersion(),
        given(spec, "spec").toPath().toAbsolutePath(),
        given(packageName, "packageName"),
        Optional.ofNullable(clientName),
        Optional.ofNullable(overrides).map(file -> file.toPath().toAbsolutePath()),
        Optional.ofNullable(config).map(file -> file.toPath().toAbsolutePath()),
        async,
        allowRemoteReferences,
        Optional.ofNullable(allowFolders).orElse(List.of()).stream()
            .map(folder -> folder.toPath().toAbsolutePath())
            .toList(),
        given(outputDirectory, "outputDirectory").toPath().toAbsolutePath());
  }

  private void generate(Settings settings) throws IOException {
    LastRun lastRun = new LastRun(note());
    if (lastRun.isStillRight(settings.digest())) {
      getLog().info("the client of " + settings.document().getFileName() + " is up to date");
    } else {
      lastRun.forget();
      Generated client = settings.generate();
      client.problems().forEach(this::tell);
      client.writeTo(settings.output());
      lastRun.save(settings.digest(), inputs(client), outputs(client, settings.output()));
      getLog().info(client.files().size() + " files for " + settings.document().getFileName());
    }
    given(project, "project").addCompileSourceRoot(settings.output().toString());
  }

  private void generateProject(Settings settings, Path root) throws IOException {
    LastRun lastRun = new LastRun(note());
    lastRun.forget();
    ProjectReport report = ProjectGenerator.of(settings.generator(), projectSettings(settings))
        .generate(settings.document(), root);
    // Sources of an execution that made no project yet are not wanted any more.
    lastRun.save("project", List.of(), List.of());
    report.client().problems().forEach(this::tell);
    report
        .kept()
        .forEach(
            path -> getLog().info("left alone, as it was changed or removed by hand: " + path));
    report.placeholders().forEach(what -> getLog().warn("still a placeholder: " + what));
    report.untested().forEach(list -> getLog().warn("no test: " + list));
    getLog()
        .info(report.client().files().size() + " files for "
            + settings.document().getFileName() + " in " + root);
  }

  private ProjectSettings projectSettings(Settings settings) {
    return new ProjectSettings(
        Optional.ofNullable(projectGroupId),
        Optional.ofNullable(projectArtifactId),
        Optional.ofNullable(projectVersion),
        Optional.of(settings.pluginVersion()),
        Optional.ofNullable(projectUrl),
        Optional.ofNullable(projectScm),
        Optional.ofNullable(projectDeveloper),
        Optional.ofNullable(projectLicense).map(License::of));
  }

  private List<Path> inputs(Generated client) {
    List<Path> inputs = new ArrayList<>(client.inputs());
    inputs.addAll(snapshots());
    return inputs;
  }

  private static List<Path> outputs(Generated client, Path output) {
    return client.files().stream().map(file -> output.resolve(file.path())).toList();
  }

  /** The version of a snapshot stays the same while its code changes. */
  private List<Path> snapshots() {
    return given(execution, "execution")
        .getMojoDescriptor()
        .getPluginDescriptor()
        .getArtifacts()
        .stream()
        .filter(Artifact::isSnapshot)
        .map(artifact -> artifact.getFile().toPath())
        .toList();
  }

  private void tell(Problem problem) {
    getLog().warn(problem.toString());
  }

  private Path note() {
    Path target = Path.of(given(project, "project").getBuild().getDirectory());
    String id = given(execution, "execution").getExecutionId();
    return target.resolve("pageturner").resolve(id.replaceAll("[^A-Za-z0-9_.-]", "_") + ".txt");
  }

  private static <T> T given(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException("<" + name + "> is not set");
    }
    return value;
  }
}
