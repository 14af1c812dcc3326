package dev.pageturner.openapi.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.InvalidDocumentException;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.SpecVersion;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenApiReaderTest {
  private static final String EMPTY =
      "{\"openapi\": \"3.0.3\", \"info\": {\"title\": \"T\"}, \"paths\": {}}";

  @TempDir
  Path folder;

  @ParameterizedTest
  @CsvSource({
    "'openapi: 3.0.3', OPENAPI_3_0",
    "'openapi: 3.1.0', OPENAPI_3_1",
    "'openapi: \"3.2.0\"', OPENAPI_3_2",
    "'swagger: \"2.0\"', SWAGGER_2_0",
    "'swagger: 2.0', SWAGGER_2_0"
  })
  void theVersionIsRecognised(String line, SpecVersion version) {
    assertThat(Documents.yaml(folder, line + "\npaths: {}\n").version()).isEqualTo(version);
  }

  @Test
  void aByteOrderMarkIsSkipped() throws Exception {
    Path file = Files.writeString(folder.resolve("bom.json"), "\uFEFF" + EMPTY);

    assertThat(OpenApiReader.read(file).title()).isEqualTo("T");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void utf16WithAByteOrderMarkIsRead(String charset) throws Exception {
    Path file = Files.write(folder.resolve("wide.json"), ("\uFEFF" + EMPTY).getBytes(charset));

    assertThat(OpenApiReader.read(file).title()).isEqualTo("T");
  }

  @Test
  void aPackedFileIsUnpacked() throws Exception {
    Path file = folder.resolve("api.json.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(EMPTY.getBytes(StandardCharsets.UTF_8));
    }

    assertThat(OpenApiReader.read(file).title()).isEqualTo("T");
  }

  @Test
  void aFileWithoutAnEndingIsReadByItsFirstLetter() {
    assertThat(OpenApiReader.read(Documents.write(folder, "api", EMPTY)).title())
        .isEqualTo("T");
    assertThat(OpenApiReader.read(
                Documents.write(folder, "other", "openapi: 3.0.0\ninfo: {title: U}\npaths: {}"))
            .title())
        .isEqualTo("U");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {}                     | not OpenAPI, as no 'openapi' or 'swagger' names a version
      []                     | not OpenAPI, as no 'openapi' or 'swagger' names a version
      12                     | not OpenAPI, as no 'openapi' or 'swagger' names a version
      {"info": {}}           | not OpenAPI, as no 'openapi' or 'swagger' names a version
      {"openapi": "4.0"}     | version 4.0 is not known
      {"openapi": "3.3.0"}   | version 3.3.0 is not known
      {"openapi": "3.10.0"}  | version 3.10.0 is not known
      {"openapi": "2.0"}     | version 2.0 is not known
      {"swagger": "1.2"}     | version 1.2 is not known
      """, quoteCharacter = '`')
  void aVersionThatIsNotKnownIsAnErrorThatSaysWhichAre(String text, String problem) {
    assertThatThrownBy(() -> OpenApiReader.read(Documents.write(folder, "api.json", text)))
        .isInstanceOf(InvalidDocumentException.class)
        .hasMessage(
            "api.json:1 #: " + problem + ": OpenAPI 3.0, 3.1 and 3.2 and Swagger 2.0 are known");
  }

  @Test
  void aMissingFileAndAFolderAreSaidToBeNoFile() {
    assertThatThrownBy(() -> OpenApiReader.read(folder.resolve("none.yaml")))
        .hasMessage("none.yaml:1 #: there is no such file");
    assertThatThrownBy(() -> OpenApiReader.read(folder))
        .hasMessageContaining("there is no such file");
  }

  @Test
  void aBrokenFileIsNamedWithItsLine() {
    assertThatThrownBy(() -> Documents.json(folder, "{'openapi': '3.0.0',\n 'paths': {'/a' 1}}"))
        .isInstanceOf(InvalidDocumentException.class)
        .hasMessageStartingWith("api.json:2 #/paths/~1a")
        .hasMessageContaining("expected ':'");
    assertThatThrownBy(() -> Documents.yaml(folder, "openapi: 3.0.0\npaths:\n\t/a: 1\n"))
        .isInstanceOf(InvalidDocumentException.class)
        .hasMessageStartingWith("api.yaml:3 #: not YAML");
  }

  @Test
  void bytesThatAreNoTextAreSaidToBeNone() throws Exception {
    Path file = Files.write(folder.resolve("api.json"), new byte[] {'"', (byte) 0xC3, '"'});

    assertThatThrownBy(() -> OpenApiReader.read(file))
        .hasMessage("api.json:1 #: not text in UTF-8 or UTF-16");
  }

  @Test
  void whatAPathDeclaresHoldsForItsOperations() {
    Operation operation = Documents.yaml(folder, """
        openapi: 3.0.0
        paths:
          /a/{id}:
            summary: of the path
            parameters:
              - {name: id, in: path, required: true, schema: {type: string}}
              - {name: q, in: query, schema: {type: string}}
            get:
              parameters:
                - {name: q, in: query, schema: {type: integer}}
              responses: {'200': {description: OK}}
        """).operations().get(0);

    assertThat(operation.summary()).contains("of the path");
    assertThat(operation.parameters())
        .extracting(parameter -> parameter.name())
        .containsExactly("id", "q");
    assertThat(operation.parameters().get(1).schema().types()).containsExactly("integer");
  }

  @Test
  void aVariableThatNobodyDeclaresBecomesAStringAndAnExtraParameterIsLeftOut() {
    ApiDocument document = Documents.yaml(folder, """
        openapi: 3.0.0
        paths:
          /a/{x}/{y}:
            get:
              parameters: [{name: x, in: path, schema: {type: integer}}, {name: z, in: path}]
              responses: {}
        """);

    assertThat(document.operations().get(0).parameters())
        .extracting(parameter -> parameter.name())
        .containsExactly("x", "y");
    assertThat(document.problems())
        .extracting(problem -> problem.message())
        .containsExactly(
            "the path has no variable for this parameter; it is left out",
            "a variable of the path is not declared; a string is assumed");
  }

  @Test
  void parametersHaveTheStyleOfTheirPlace() {
    Operation operation = Documents.yaml(folder, """
        openapi: 3.0.0
        paths:
          /a:
            get:
              parameters:
                - {name: a, in: query, schema: {type: array}}
                - {name: b, in: header, schema: {type: array}}
                - {name: c, in: query, style: deepObject, explode: true, schema: {type: object}}
                - {name: d, in: query, content: {application/json: {schema: {type: object}}}}
              responses: {}
        """).operations().get(0);

    assertThat(operation.parameters())
        .extracting(parameter -> parameter.style() + " " + parameter.explode())
        .containsExactly("form true", "simple false", "deepObject true", "form true");
    assertThat(operation.parameters().get(3).mediaType()).contains("application/json");
  }

  @Test
  void responsesKeepTheirOrderAndTheirSpelling() {
    Operation operation = Documents.yaml(folder, """
        openapi: 3.0.0
        paths:
          /a:
            get:
              responses:
                4xx: {description: bad}
                2XX: {description: good, headers: {Link: {schema: {type: string}}}}
                default: {description: other}
        """).operations().get(0);

    assertThat(operation.responses())
        .extracting(response -> response.status())
        .containsExactly("4XX", "2XX", "default");
    assertThat(operation.responses().get(1).headers()).containsOnlyKeys("Link");
  }
}
