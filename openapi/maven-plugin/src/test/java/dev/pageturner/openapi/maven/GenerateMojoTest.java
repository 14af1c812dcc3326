package dev.pageturner.openapi.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the goal as Maven does, which sets the fields, and then once more after a change. */
class GenerateMojoTest {
  private static final String DOCUMENT = """
      openapi: 3.1.0
      info: {title: Pets, version: '1'}
      paths:
        /pets:
          get:
            operationId: listPets
            responses:
              '200':
                description: All pets.
                content:
                  application/json:
                    schema: {$ref: 'pet.yaml'}
      """;
  private static final String PET = "{type: object, properties: {name: {type: string}}}";
  private static final String CONFIG = "resources: {}";
  private static final String OVERRIDES = "operations: {}\n";

  /** A whole project knows by itself what a person has changed, and is made anew each time. */
  private static final Pattern OF_PROJECTS = Pattern.compile("project[A-Z].*");

  /** Says whether it runs at all, and where it is: not what the client is made of. */
  private static final Set<String> NO_SETTINGS = Set.of("skip", "project", "execution");

  @TempDir
  Path folder;

  private final Map<String, Object> parameters = new HashMap<>();
  private final PluginDescriptor plugin = new PluginDescriptor();

  @BeforeEach
  void configure() throws Exception {
    write("pets.yaml", DOCUMENT);
    write("pet.yaml", PET);
    write("overrides.yaml", OVERRIDES);
    write("stainless.yml", CONFIG);
    parameters.put("spec", file("pets.yaml"));
    parameters.put("packageName", "it.pets");
    parameters.put("clientName", "Pets");
    parameters.put("overrides", file("overrides.yaml"));
    parameters.put("config", file("stainless.yml"));
    parameters.put("async", false);
    parameters.put("allowRemoteReferences", false);
    parameters.put("allowFolders", List.of());
    parameters.put("outputDirectory", file("target/generated"));
    plugin.setVersion("1");
    plugin.setArtifacts(List.of());
  }

  /** A value of each parameter that makes another client than the one it has at first. */
  private Map<String, Object> others() throws Exception {
    write("others.yaml", DOCUMENT);
    write("more.yaml", OVERRIDES);
    write("other.yml", CONFIG);
    return Map.of(
        "spec",
        file("others.yaml"),
        "packageName",
        "it.others",
        "clientName",
        "Animals",
        "overrides",
        file("more.yaml"),
        "config",
        file("other.yml"),
        "async",
        true,
        "allowRemoteReferences",
        true,
        "allowFolders",
        List.of(file("shared")),
        "outputDirectory",
        file("target/others"));
  }

  static List<String> settings() {
    return Arrays.stream(GenerateMojo.class.getDeclaredFields())
        .filter(field -> !field.isSynthetic())
        .map(Field::getName)
        .filter(
            name -> !NO_SETTINGS.contains(name) && !OF_PROJECTS.matcher(name).matches())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("settings")
  void eachParameterCounts(String name) throws Exception {
    assertThat(others()).containsKey(name);
    assertThat(isUpToDate()).isFalse();

    Object before = parameters.put(name, others().get(name));
    assertThat(isUpToDate()).isFalse();
    assertThat(isUpToDate()).isTrue();

    parameters.put(name, before);
    assertThat(isUpToDate()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("optional")
  void aParameterThatIsLeftOutCounts(String name) throws Exception {
    assertThat(isUpToDate()).isFalse();

    parameters.remove(name);
    assertThat(isUpToDate()).isFalse();
  }

  static List<String> optional() {
    return List.of("clientName", "overrides", "config");
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void theContentOfEachFileCounts(String name) throws Exception {
    assertThat(isUpToDate()).isFalse();

    write(name, Files.readString(folder.resolve(name)) + "\n# another line\n");
    assertThat(isUpToDate()).isFalse();
    assertThat(isUpToDate()).isTrue();
  }

  static List<String> inputs() {
    return List.of("pets.yaml", "pet.yaml", "overrides.yaml", "stainless.yml");
  }

  @Test
  void aReferencedFileThatComesLaterCounts() throws Exception {
    Files.delete(folder.resolve("pet.yaml"));
    assertThat(isUpToDate()).isFalse();
    assertThat(isUpToDate()).isTrue();

    write("pet.yaml", PET);
    assertThat(isUpToDate()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"packageName", "clientName", "outputDirectory", "async"})
  void nothingOfAnotherConfigurationIsLeftBehind(String name) throws Exception {
    run(new ArrayList<>());
    List<Path> wanted = sources();
    Object before = parameters.put(name, others().get(name));
    run(new ArrayList<>());
    assertThat(sources()).isNotEqualTo(wanted);

    parameters.put(name, before);
    run(new ArrayList<>());
    assertThat(sources()).isEqualTo(wanted);
  }

  @Test
  void aProjectTakesThePlaceOfTheSourcesBeforeIt() throws Exception {
    run(new ArrayList<>());
    List<Path> wanted = sources();
    parameters.put("projectDirectory", file("client"));
    run(new ArrayList<>());
    assertThat(sources()).isEmpty();
    assertThat(folder.resolve("client/pom.xml")).exists();

    parameters.remove("projectDirectory");
    run(new ArrayList<>());
    assertThat(sources()).isEqualTo(wanted).isNotEmpty();
  }

  private List<Path> sources() throws Exception {
    try (Stream<Path> files = Files.walk(folder.resolve("target"))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  @Test
  void theVersionOfThePluginCounts() throws Exception {
    assertThat(isUpToDate()).isFalse();

    plugin.setVersion("2");
    assertThat(isUpToDate()).isFalse();
  }

  @Test
  void anotherBuildOfASnapshotCounts() throws Exception {
    write("plugin.jar", "first");
    Artifact artifact = new DefaultArtifact(
        "it", "plugin", "1-SNAPSHOT", "runtime", "jar", null, new DefaultArtifactHandler("jar"));
    artifact.setFile(file("plugin.jar"));
    plugin.setArtifacts(List.of(artifact));
    assertThat(isUpToDate()).isFalse();
    assertThat(isUpToDate()).isTrue();

    write("plugin.jar", "other");
    assertThat(isUpToDate()).isFalse();
  }

  @Test
  void nothingIsWrittenWhileNothingHasChanged() throws Exception {
    assertThat(isUpToDate()).isFalse();
    Path client = folder.resolve("target/generated/it/pets/PetsClient.java");
    var written = Files.getLastModifiedTime(client);
    write("pets.yaml", DOCUMENT);

    assertThat(isUpToDate()).isTrue();
    assertThat(Files.getLastModifiedTime(client)).isEqualTo(written);
  }

  @Test
  void theSourcesAreCompiledWhetherNewOrNot() throws Exception {
    assertThat(run(new ArrayList<>()).getCompileSourceRoots()).hasSize(1);
    assertThat(run(new ArrayList<>()).getCompileSourceRoots()).hasSize(1);
  }

  private boolean isUpToDate() throws Exception {
    List<String> said = new ArrayList<>();
    run(said);
    assertThat(said).hasSize(1);
    return said.get(0).endsWith(" is up to date");
  }

  private MavenProject run(List<String> said) throws Exception {
    MavenProject project = new MavenProject();
    project.getBuild().setDirectory(folder.resolve("target").toString());
    MojoDescriptor goal = new MojoDescriptor();
    goal.setPluginDescriptor(plugin);
    GenerateMojo mojo = new GenerateMojo();
    set(mojo, "project", project);
    set(mojo, "execution", new MojoExecution(goal, "default"));
    for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
      set(mojo, parameter.getKey(), parameter.getValue());
    }
    mojo.setLog(new SystemStreamLog() {
      @Override
      public void info(CharSequence line) {
        said.add(line.toString());
      }
    });
    mojo.execute();
    return project;
  }

  private static void set(GenerateMojo mojo, String name, Object value) throws Exception {
    Field field = GenerateMojo.class.getDeclaredField(name);
    field.setAccessible(true);
    field.set(mojo, value);
  }

  private File file(String name) {
    return folder.resolve(name).toFile();
  }

  private void write(String name, String text) throws Exception {
    Files.writeString(folder.resolve(name), text);
  }
}
