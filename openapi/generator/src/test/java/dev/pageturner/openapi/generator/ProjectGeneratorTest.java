package dev.pageturner.openapi.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project is made once and brought up to date afterwards. */
class ProjectGeneratorTest {
  private static final String PETS = """
      openapi: 3.0.0
      info: {title: 'Pets & <Co>', version: '1.0'}
      servers: [{url: 'https://pets.example.com'}]
      paths:
        /pets:
          get:
            operationId: listPets
            tags: [pets]
            parameters:
              - {name: cursor, in: query, schema: {type: string}}
              - {name: kind, in: query, required: true, schema: {type: string, enum: [cat, dog]}}
            responses:
              '200':
                description: ok
                content:
                  application/json:
                    schema:
                      type: object
                      properties:
                        pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}
                        next_cursor: {type: string}
        /pets/{id}:
          delete:
            operationId: deletePet
            tags: [pets]
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            responses: {'204': {description: ok}}
      components:
        schemas:
          Pet: {type: object, required: [id], properties: {id: {type: string}}}
      """;

  private static final ProjectSettings TOLD = new ProjectSettings(
      Optional.of("com.example"),
      Optional.of("pets-client"),
      Optional.of("1.2.0"),
      Optional.of("9.9"),
      Optional.of("https://example.com/pets"),
      Optional.of("https://example.com/pets.git"),
      Optional.of("Ada Lovelace <ada@example.com>"),
      Optional.of(License.MIT));

  @TempDir
  Path folder;

  private Path document;
  private Path root;

  @BeforeEach
  void writeDocument() throws Exception {
    document = Files.writeString(folder.resolve("pets.yaml"), PETS);
    root = folder.resolve("client");
  }

  private ProjectReport generate(ProjectSettings settings) {
    return ProjectGenerator.of(Generator.of("com.example.pets"), settings).generate(document, root);
  }

  private String text(String path) throws Exception {
    return Files.readString(root.resolve(path));
  }

  @Test
  void thePomHasWhatIsToldAndNoPlaceholder() throws Exception {
    ProjectReport report = generate(TOLD);

    assertThat(report.placeholders()).isEmpty();
    assertThat(report.kept()).isEmpty();
    assertThat(text("pom.xml"))
        .contains(
            "<groupId>com.example</groupId>",
            "<version>1.2.0</version>",
            "<name>Pets &amp; &lt;Co&gt; client</name>",
            "<url>https://example.com/pets</url>",
            "<name>MIT</name>",
            "scm:git:https://example.com/pets.git",
            "<name>Ada Lovelace</name>",
            "<email>ada@example.com</email>",
            "<pageturner.version>9.9</pageturner.version>",
            "maven-source-plugin",
            "maven-javadoc-plugin")
        .doesNotContain("placeholder");
    byte[] pom = text("pom.xml").getBytes(StandardCharsets.UTF_8);
    assertThat(DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(pom))
            .getDocumentElement()
            .getTagName())
        .isEqualTo("project");
    assertThat(text("LICENSE")).startsWith("MIT License").contains("(c) Ada Lovelace");
  }

  @Test
  void whatIsNotToldIsNamed() {
    assertThat(generate(ProjectSettings.none()).placeholders())
        .containsExactly(
            "pom.xml: url",
            "pom.xml: license",
            "pom.xml: developer",
            "pom.xml: scm",
            "pom.xml: pageturner.version");
  }

  @Test
  void theReadmeSaysHowToInstallAskAndList() throws Exception {
    generate(TOLD);

    assertThat(text("README.md"))
        .contains(
            "<artifactId>pets-client</artifactId>",
            "for (Pet each : client.pets().list(kind)) {",
            "| `pets().list` | `GET /pets` | Pages by a cursor: `$.next_cursor` goes back as"
                + " `cursor`. |");
  }

  @Test
  void theClientSaysItsNameAndVersion() throws Exception {
    generate(TOLD);

    assertThat(text("src/main/java/com/example/pets/PetsCoClient.java"))
        .contains(".header(\"User-Agent\", \"pets-client/1.2.0\")");
  }

  @Test
  void eachListHasATestWithTheLeastThatItTakes() throws Exception {
    ProjectReport report = generate(TOLD);

    assertThat(report.untested()).isEmpty();
    assertThat(text("src/test/java/com/example/pets/ListsTest.java"))
        .contains("void petsList()", "fromJson(\"\\\"cat\\\"\")");
    assertThat(text("src/test/resources/openapi/pets.yaml")).isEqualTo(PETS);
  }

  @Test
  void whatAPersonChangedOrTookAwayIsLeftAlone() throws Exception {
    generate(TOLD);
    Files.writeString(root.resolve("README.md"), "ours\n");
    Files.delete(root.resolve("LICENSE"));
    Files.writeString(root.resolve("src/main/java/com/example/pets/Own.java"), "// own\n");

    ProjectReport again = generate(TOLD);

    assertThat(again.kept()).containsExactly("LICENSE", "README.md");
    assertThat(text("README.md")).isEqualTo("ours\n");
    assertThat(root.resolve("LICENSE")).doesNotExist();
    assertThat(text("src/main/java/com/example/pets/Own.java")).isEqualTo("// own\n");
  }

  @Test
  void aFileThatWasThereBeforeIsLeftAlone() throws Exception {
    Files.createDirectories(root);
    Files.writeString(root.resolve("README.md"), "before\n");

    assertThat(generate(TOLD).kept()).containsExactly("README.md");
    assertThat(text("README.md")).isEqualTo("before\n");
  }

  @Test
  void aPomThatWasChangedSaysTheVersion() throws Exception {
    generate(TOLD);
    Files.writeString(
        root.resolve("pom.xml"), text("pom.xml").replace("<version>1.2.0<", "<version>2.0.0<"));

    ProjectReport again = generate(ProjectSettings.none());

    assertThat(again.kept()).isEmpty();
    assertThat(again.placeholders()).isEmpty();
    assertThat(text("src/main/java/com/example/pets/PetsCoClient.java"))
        .contains("\"pets-client/2.0.0\"");
    assertThat(text("README.md")).contains("<version>2.0.0</version>");
  }

  @Test
  void theChangeLogHasWhatIsDifferentFromTheLastTime() throws Exception {
    generate(TOLD);
    Files.writeString(
        document,
        PETS.replace("version: '1.0'", "version: '1.1'")
            .replace("delete:", "put:")
            .replace("deletePet", "putPet")
            .replace("required: [id], ", ""));

    generate(TOLD);
    String changed = text("CHANGELOG.md");
    generate(TOLD);

    assertThat(changed).isEqualTo("""
        # Changelog

        ## 1.2.0, for version 1.1 of the API

        ### Added

        - operation PUT /pets/{id} `pets().put`

        ### Changed

        - type `Pet`

        ### Removed

        - operation DELETE /pets/{id} `pets().delete`

        ## 1.2.0, for version 1.0 of the API

        Generated for the first time.
        """);
    assertThat(text("CHANGELOG.md")).isEqualTo(changed);
  }

  /** Only the classes that are called are none, whatever others are called. */
  @Test
  void aTypeNamedLikeAClientIsAType() throws Exception {
    String used = "{$ref: '#/components/schemas/OAuthClient'}";
    Files.writeString(
        document,
        PETS.replace(
                "properties: {id: {type: string}}",
                "properties: {id: {type: string}, by: " + used + "}")
            + "    OAuthClient: {type: object, properties: {name: {type: string}}}\n");
    generate(TOLD);

    assertThat(text(".pageturner/surface.txt"))
        .contains("type `OAuthClient`", "type `Pet`")
        .doesNotContain("type `PetsCoClient`", "type `PetsApi`", "type `PetsCoJson`");
  }

  @Test
  void aLicenceThatIsUnknownIsMisuse() {
    assertThatThrownBy(() -> License.of("WTFPL"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a licence: WTFPL; there are Apache-2.0, MIT, proprietary");
  }
}
