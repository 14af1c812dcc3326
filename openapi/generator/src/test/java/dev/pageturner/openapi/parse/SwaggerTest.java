package dev.pageturner.openapi.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.RequestBody;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwaggerTest {
  private ApiDocument document;

  @BeforeEach
  void read(@TempDir Path folder) {
    document = Documents.yaml(folder, """
        swagger: '2.0'
        host: api.example.com
        basePath: /v1
        schemes: [https, http]
        produces: [application/json]
        securityDefinitions:
          password: {type: basic}
          key: {type: apiKey, name: X-Key, in: header}
        definitions:
          Pet: {type: object, x-nullable: true}
        paths:
          /pets:
            get:
              parameters:
                - {name: tags, in: query, type: array, items: {type: string}, collectionFormat: multi}
                - {name: ids, in: query, type: array, items: {type: string}}
              responses: {200: {description: OK, schema: {$ref: '#/definitions/Pet'}, headers: {X-Next: {type: string}}}}
            post:
              consumes: [application/xml]
              parameters: [{name: pet, in: body, required: true, schema: {$ref: '#/definitions/Pet'}}]
              responses: {default: {description: none}}
          /pets/picture:
            put:
              parameters:
                - {name: title, in: formData, type: string, required: true}
                - {name: picture, in: formData, type: file}
              responses: {}
        """);
  }

  @Test
  void schemesHostAndBasePathMakeServers() {
    assertThat(document.servers())
        .extracting(server -> server.url())
        .containsExactly("https://api.example.com/v1", "http://api.example.com/v1");
  }

  @Test
  void parametersAreTheirOwnSchema() {
    Operation list = document.operations().get(0);

    assertThat(list.parameters())
        .extracting(parameter -> parameter.explode())
        .containsExactly(true, false);
    assertThat(list.parameters().get(0).schema().items().orElseThrow().types())
        .containsExactly("string");
  }

  @Test
  void aResponseIsProducedInTheDocumentsMediaTypes() {
    var response = document.operations().get(0).responses().get(0);

    assertThat(response.content())
        .extracting(content -> content.mediaType())
        .containsExactly("application/json");
    assertThat(response.content().get(0).schema().orElseThrow().target())
        .isSameAs(document.schemas().get("Pet"));
    assertThat(response.headers().get("X-Next").schema().orElseThrow().types())
        .containsExactly("string");
  }

  @Test
  void theBodyParameterIsTheRequestBody() {
    RequestBody body = document.operations().get(1).requestBody().orElseThrow();

    assertThat(document.operations().get(1).parameters()).isEmpty();
    assertThat(body.required()).isTrue();
    assertThat(body.content().get(0).mediaType()).isEqualTo("application/xml");
  }

  @Test
  void formFieldsBecomeOneObject() {
    RequestBody body = document.operations().get(2).requestBody().orElseThrow();

    assertThat(body.content().get(0).mediaType()).isEqualTo("multipart/form-data");
    assertThat(body.content().get(0).schema().orElseThrow().properties())
        .containsOnlyKeys("title", "picture");
    assertThat(body.content().get(0).schema().orElseThrow().required()).containsExactly("title");
  }

  @Test
  void basicIsASchemeOfHttp() {
    assertThat(document.securitySchemes().get("password").type()).isEqualTo("http");
    assertThat(document.securitySchemes().get("password").scheme()).contains("basic");
    assertThat(document.securitySchemes().get("key").in()).contains("header");
  }

  @Test
  void vendorsSayNullable() {
    assertThat(document.schemas().get("Pet").nullable()).isTrue();
  }
}
