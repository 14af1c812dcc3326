package dev.pageturner.openapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateTest {
  private static final String SHOP = DetectTest.SHOP.toString();
  private final Cli cli = new Cli();

  @TempDir
  private Path folder;

  private static List<Path> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theClientOfADocumentCompiles() throws IOException {
    Path out = folder.resolve("src");
    int code = cli.run("generate", SHOP, "--package", "com.example.shop", "--out", out.toString());
    assertThat(code).as(cli.err()).isZero();
    assertThat(cli.out()).isEmpty();
    List<Path> sources = sources(out);
    assertThat(cli.err()).contains(sources.size() + " files in " + out + ", 12 lists");
    assertThat(sources).allMatch(file -> file.startsWith(out.resolve("com/example/shop")));
    var compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-d", Files.createDirectory(folder.resolve("classes")).toString(), "-proc:none");
      boolean compiled = compiler
          .getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
          .call();
      assertThat(compiled).as("%s", said).isTrue();
    }
  }

  @Test
  void whatIsNoneOfOursIsLeftAlone() throws IOException {
    Path out = folder.resolve("src");
    cli.run("generate", SHOP, "--package", "com.example.shop", "--out", out.toString());
    Path file = sources(out).get(0);
    Files.writeString(file, "class Mine {}");
    assertThat(cli.run("generate", SHOP, "--package", "com.example.shop", "--out", out.toString()))
        .isEqualTo(2);
    assertThat(cli.err()).contains("left alone").endsWith("--help)\n");
    assertThat(file).hasContent("class Mine {}");
  }

  @Test
  void anOverrideIsTakenByEachCommand() throws IOException {
    Path overrides = folder.resolve("overrides.yaml");
    Files.writeString(overrides, "operations:\n  listUsers: false\n");
    String[] more = {"--overrides", overrides.toString()};
    assertThat(cli.run("detect", SHOP, more[0], more[1])).isZero();
    assertThat(cli.out()).contains("11 of 32 operations page.").doesNotContain("  /users ");
    int code = cli.run(
        "generate",
        SHOP,
        "--package",
        "a.b",
        "--out",
        folder.resolve("o").toString(),
        more[0],
        more[1]);
    assertThat(code).isZero();
    assertThat(cli.err()).contains(", 11 lists");
    assertThat(cli.run("export", SHOP, "listUsers", "--dry-run", more[0], more[1]))
        .isZero();
    assertThat(cli.out()).contains("# The first response decides");

    Files.writeString(overrides, "operations:\n  listNobody: false\n");
    assertThat(cli.run("detect", SHOP, more[0], more[1])).isEqualTo(1);
    assertThat(cli.err()).startsWith("overrides.yaml:2").contains("no such operation");
  }

  @Test
  void aConfigurationOfStainlessNamesWhatIsGenerated() throws IOException {
    Path config = folder.resolve("stainless.yml");
    Files.writeString(config, """
        organization: {name: acme}
        resources: {people: {methods: {everyone: get /users, lost: get /nowhere}}}
        readme: {}
        """);
    Path out = folder.resolve("out");
    String[] command = {"generate", SHOP, "--package", "a.b", "--out", out.toString()};

    assertThat(cli.run(
            command[0],
            command[1],
            command[2],
            command[3],
            command[4],
            command[5],
            "--config",
            config.toString()))
        .isZero();
    assertThat(cli.err())
        .contains("Warning: stainless.yml:2 #/resources/people/methods/lost: the document has no"
            + " such operation; the name is unused")
        .contains("Warning: stainless.yml:1 #: nothing is made of: readme");
    assertThat(sources(out)).contains(out.resolve("a/b/AcmeClient.java"));
    assertThat(out.resolve("a/b/PeopleApi.java")).content().contains(" everyone(");

    Files.writeString(
        config, "resources: {x: {methods: {all: {endpoint: get /users, paginated: false}}}}\n");
    assertThat(cli.run("detect", SHOP, "--config", config.toString())).isZero();
    assertThat(cli.out()).contains("11 of 32 operations page.");

    Files.writeString(config, "nothing: here\n");
    assertThat(cli.run(
            command[0],
            command[1],
            command[2],
            command[3],
            command[4],
            command[5],
            "--config",
            config.toString()))
        .isEqualTo(1);
    assertThat(cli.err()).startsWith("stainless.yml:1 #: no stainless.yml");
  }

  @Test
  void aNameThatIsNoPackageIsRefused() {
    assertThat(cli.run("generate", SHOP, "--package", "a..b", "--out", folder.toString()))
        .isEqualTo(2);
    assertThat(cli.err()).contains("not the name of a package").hasLineCount(1);
    assertThat(folder).isEmptyDirectory();
  }
}
