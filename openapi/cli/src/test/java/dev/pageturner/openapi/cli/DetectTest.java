package dev.pageturner.openapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.detect.DetectionLines;
import dev.pageturner.openapi.detect.PaginationDetector;
import dev.pageturner.openapi.parse.OpenApiReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectTest {
  static final Path SHOP = Path.of("..", "specs", "shop.yaml");
  private final Cli cli = new Cli();

  @TempDir
  private Path folder;

  @Test
  void jsonLinesHaveALineForEachOperation() {
    assertThat(cli.run("detect", SHOP.toString(), "--format", "jsonl")).isZero();
    assertThat(cli.lines())
        .isEqualTo(PaginationDetector.detect(OpenApiReader.read(SHOP)).stream()
            .map(DetectionLines::of)
            .toList())
        .allSatisfy(line -> assertThat(RawJson.parse(line).get("paginated")).isPresent());
    assertThat(cli.err()).isEmpty();
  }

  @Test
  void thePathsOfTheTableStayAsTheyAre() throws Exception {
    Path document = folder.resolve("api.yaml");
    Files.writeString(document, """
        openapi: 3.0.3
        info: {title: Odd, version: '1'}
        paths:
          '/@|bold users|@/@@||': {get: {responses: {'200': {description: One.}}}}
        """);

    assertThat(cli.run("detect", document.toString(), "--all")).isZero();
    assertThat(cli.lines().get(1)).isEqualTo("GET     /@|bold users|@/@@||  -");
  }

  @Test
  void theTableHasTheListsAndSaysHowManyThereAre() {
    assertThat(cli.run("detect", SHOP.toString())).isZero();
    assertThat(cli.lines().get(0)).startsWith("METHOD  PATH").endsWith("SURE");
    assertThat(cli.out())
        .containsPattern(
            "GET +/users +cursor +\\$\\.\\S+ +query \\S+ +\\$\\.\\S+ +\\S+ +\\d\\.\\d\\d\n")
        .containsPattern("\n\\d+ of \\d+ operations page\\.\n$")
        .doesNotContain("/health");
    int lists = cli.lines().size();
    cli.run("detect", SHOP.toString(), "--all");
    assertThat(cli.lines()).hasSizeGreaterThan(lists);
    assertThat(cli.out()).containsPattern("GET +/health +-\n");
  }

  @Test
  void theOverridesAreYamlThatSaysWhatWasFound() throws IOException {
    Path overrides = folder.resolve("overrides.yaml");
    assertThat(cli.run("detect", SHOP.toString(), "--write-overrides", overrides.toString()))
        .isZero();
    assertThat(Files.readString(overrides))
        .startsWith("operations:\n")
        .contains("\"GET /users\": {\"style\": \"cursor\"".replace("\": \"cursor", "\":\"cursor"));
    assertThat(cli.run("detect", SHOP.toString(), "--write-overrides", "/no/such/folder/o"))
        .isEqualTo(1);
    assertThat(cli.err()).isEqualTo("pageturner: /no/such/folder/o cannot be written\n");
  }

  @Test
  void overridesThatAPersonCorrectedAreReplacedOnlyOnDemand() throws IOException {
    Path overrides = folder.resolve("overrides.yaml");
    String[] write = {"detect", SHOP.toString(), "--write-overrides", overrides.toString()};
    assertThat(cli.run(write)).isZero();
    String written = Files.readString(overrides);
    assertThat(cli.run(write)).isZero(); // It says the same.

    String corrected = written.replace("\"cursor\"", "\"after\"") + "# Checked by Ada.\n";
    Files.writeString(overrides, corrected);
    assertThat(cli.run(write)).isEqualTo(2);
    assertThat(cli.err())
        .contains("overrides.yaml is there already and says something else; --overwrite replaces");
    assertThat(cli.out()).isEmpty();
    assertThat(overrides).hasContent(corrected);

    Files.writeString(overrides, "");
    assertThat(cli.run(write)).isEqualTo(2);

    assertThat(cli.run(
            "detect", SHOP.toString(), "--write-overrides", overrides.toString(), "--overwrite"))
        .isZero();
    assertThat(overrides).hasContent(written);
  }

  @Test
  void theWebPageHasTheEvidenceAndNothingFromElsewhere() {
    assertThat(cli.run("detect", SHOP.toString(), "--format", "html")).isZero();
    assertThat(cli.out())
        .startsWith("<!doctype html>")
        .contains("How Lantern Shop pages", "<h3>Evidence</h3>", "data-style=\"link-header\"")
        .doesNotContainPattern("(src|href)=");
  }

  @Test
  void whatADocumentSaysIsTextInTheWebPage() throws IOException {
    Path document = folder.resolve("evil.yaml");
    Files.writeString(document, """
        openapi: 3.0.3
        info: {title: "<script>alert(1)</script>", version: "</title>"}
        paths:
          /<img src=x onerror=alert(2)>:
            get:
              operationId: "\\"><script>alert(3)</script>"
              responses: {'200': {description: ok}}
        """);
    assertThat(cli.run("detect", document.toString(), "--format", "html")).isZero();
    assertThat(cli.out()).doesNotContain("<script>alert", "<img");
  }

  @Test
  void aBrokenDocumentIsSaidWithItsPlace() throws IOException {
    Path document = folder.resolve("broken.yaml");
    Files.writeString(document, "openapi: 3.0.3\ninfo: [\n");
    assertThat(cli.run("detect", document.toString())).isEqualTo(1);
    assertThat(cli.err()).startsWith("broken.yaml:").doesNotContain("Exception");
    assertThat(cli.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"detect", "generate", "export", "mock"})
  void whatADocumentRefersToIsFetchedOnlyIfAllowed(String command) throws IOException {
    Path document = folder.resolve("remote.yaml");
    Files.writeString(document, """
        openapi: 3.0.3
        paths:
          /a:
            get: {operationId: a, responses: {'200': {$ref: 'http://user@127.0.0.1/a'}}}
        """);
    List<String> arguments = new ArrayList<>(List.of(command, document.toString()));
    arguments.addAll(
        switch (command) {
          case "generate" ->
            List.of("--package", "p", "--out", folder.resolve("out").toString());
          case "export" -> List.of("a", "--dry-run", "--base-url", "http://localhost");
          default -> List.of();
        });
    cli.stop.request();
    cli.run(arguments.toArray(String[]::new));
    assertThat(cli.err()).doesNotContain("no URL");
    arguments.add("--allow-remote-refs");
    assertThat(cli.run(arguments.toArray(String[]::new))).isEqualTo(1);
    assertThat(cli.err()).startsWith("remote.yaml:4 #/paths/~1a/get/responses/200/$ref: ");
  }
}
