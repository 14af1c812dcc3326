package dev.pageturner.openapi.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.parse.Documents;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationTest {
  private static final String JSON = "content: {application/json: {schema: {type: array}}}";

  @TempDir
  Path folder;

  @ParameterizedTest(name = "of {0} the success is {1}")
  @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
      202 J, 200 J              | 200 202
      201 J, 200                | 201 200
      204, 201 J                | 201 204
      2XX J, 206 J              | 206 2XX
      2xx J                     | 2XX
      default J, 204            | 204
      default J, 404 J          | default
      404 J                     | none
      202 T, 200 U              | 202 200
      202 U, 200                | 202 200
      """)
  void theAnswerThatACallerWaitsForComesFirst(String written, String expected) {
    String responses = written
        .replace(" J", ": {" + JSON + "}")
        .replace(" T", ": {content: {text/csv: {schema: {type: string}}}}")
        .replace(" U", ": {content: {application/json: {}}}");
    Operation operation = operation("{" + quoted(responses) + "}");

    assertThat(
            operation.successes().stream().map(Response::status).collect(Collectors.joining(" ")))
        .isEqualTo(expected == null ? "" : expected);
    assertThat(operation.success()).isEqualTo(operation.successes().stream().findFirst());
  }

  /** A status alone is a response without a body. */
  private static String quoted(String responses) {
    return java.util.Arrays.stream(responses.split(", (?=\\w+(:|,|$))"))
        .map(one -> one.contains(": ") ? one : one + ": {description: ''}")
        .map(one -> "'" + one.replaceFirst(":", "':"))
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest(name = "of {0} a client reads {1}")
  @CsvSource(delimiter = '|', textBlock = """
      text/csv: {schema: {}}, application/json: {}                         | application/json
      application/json: {}, application/hal+json: {schema: {}}             | application/hal+json
      text/plain: {}, text/csv: {schema: {}}                               | text/csv
      text/plain: {}, text/csv: {}                                         | text/plain
      """)
  void jsonThatIsDescribedIsRead(String content, String mediaType) {
    Operation operation = operation("{'200': {content: {" + content + "}}}");

    assertThat(operation.success().flatMap(Response::body).map(Content::mediaType))
        .contains(mediaType);
  }

  private Operation operation(String responses) {
    return Documents.yaml(folder, """
        openapi: 3.1.0
        paths: {/a: {get: {responses: %s}}}
        """.formatted(responses)).operations().get(0);
  }
}
