package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Header parameters of three names are ignored: what they would say is said elsewhere. */
class IgnoredHeadersTest {
  @TempDir
  private Path folder;

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Accept", "Content-Type", "authorization"})
  void aRequiredHeaderThatOpenApiIgnoresIsNotMissed(String name) throws IOException {
    Path document = Files.writeString(folder.resolve("api.yaml"), """
        openapi: 3.0.3
        info: {title: Things, version: '1'}
        paths:
          /things:
            get:
              operationId: listThings
              parameters:
                - {name: %s, in: header, required: true, schema: {type: string, enum: [text/odd]}}
                - {name: offset, in: query, schema: {type: integer}}
                - {name: limit, in: query, schema: {type: integer}}
              responses:
                '200':
                  description: ok
                  content:
                    application/json:
                      schema:
                        type: object
                        properties:
                          total: {type: integer}
                          things: {type: array, items: {type: object, properties: {id: {type: string}}}}
        """.formatted(name));

    try (MockApi api = MockApi.start(document, MockOptions.newBuilder().items(5).build());
        ApiClient client = ApiClient.create(api.baseUrl())) {
      assertThat(client.request("/things").list().toList()).hasSize(5);
    }
  }
}
