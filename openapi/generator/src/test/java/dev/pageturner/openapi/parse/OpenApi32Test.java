package dev.pageturner.openapi.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.Content;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Payload;
import dev.pageturner.openapi.model.Problem;
import dev.pageturner.openapi.model.Schema;
import dev.pageturner.openapi.model.Sequence;
import dev.pageturner.openapi.model.Tag;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenApi32Test {
  @TempDir
  Path folder;

  private static List<String> warnings(ApiDocument document) {
    return document.problems().stream().map(Problem::toString).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"additionalOperations", "x-oai-additionalOperations"})
  void queryAndAnyOtherMethodAreOperations(String others) {
    ApiDocument document = Documents.yaml(folder, """
        openapi: 3.2.0
        paths:
          /things:
            get: {operationId: list, responses: {}}
            query: {operationId: search, responses: {}}
            %s:
              LINK: {operationId: link, responses: {}}
              x-copy: {operationId: copy, responses: {}}
        """.formatted(others));

    assertThat(document.operations())
        .extracting(operation -> operation.method() + " " + operation.id().orElse(""))
        .containsExactly("GET list", "QUERY search", "LINK link", "x-copy copy");
    assertThat(warnings(document)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'GET', 'the path has an operation of this method already; this one is left out'",
    "'A B', 'not a method that is sent to a resource; the operation is left out'",
    "'CONNECT', 'not a method that is sent to a resource; the operation is left out'"
  })
  void aMethodThatCannotBeAnotherOneIsLeftOutWithAWarning(String method, String warning) {
    ApiDocument document = Documents.yaml(folder, """
        openapi: 3.2.0
        paths:
          /things:
            get: {responses: {}}
            additionalOperations:
              '%s': {responses: {}}
        """.formatted(method));

    assertThat(document.operations()).extracting(Operation::method).containsExactly("GET");
    assertThat(warnings(document)).singleElement().asString().endsWith(": " + warning);
  }

  @Test
  void theFieldsOfAQueryStringAreQueryParameters() {
    ApiDocument document = Documents.yaml(folder, """
        openapi: 3.2.0
        paths:
          /things:
            get:
              parameters:
                - name: criteria
                  in: querystring
                  required: true
                  content:
                    application/x-www-form-urlencoded:
                      schema:
                        allOf: [{properties: {cursor: {type: string}}}]
                        required: [ids]
                        properties: {ids: {type: array, items: {type: integer}}, tags: {type: array}}
                      encoding: {tags: {style: pipeDelimited}}
              responses: {}
        """);

    assertThat(document.operations().get(0).parameters())
        .extracting(one -> one.in() + " " + one.name() + " " + one.style() + " " + one.explode()
            + " " + one.required())
        .containsExactly(
            "query ids form true true",
            "query tags pipeDelimited false false",
            "query cursor form true false");
    assertThat(warnings(document)).isEmpty();
  }

  @Test
  void aQueryStringThatIsNoFormIsLeftOutWithAWarning() {
    ApiDocument document = Documents.yaml(folder, """
        openapi: 3.2.0
        paths:
          /things:
            get:
              parameters: [{name: q, in: querystring, content: {application/json: {schema: {}}}}]
              responses: {}
        """);

    assertThat(document.operations().get(0).parameters()).isEmpty();
    assertThat(warnings(document))
        .containsExactly("api.yaml:5 #/paths/~1things/get/parameters/0: a query string that is no"
            + " form is not sent; it is left out");
  }

  @Test
  void whatTheFirstPageNeedsIsRequired() {
    ApiDocument document = Documents.yaml(folder, """
        openapi: 3.0.3
        paths:
          /things:
            get:
              x-dropshot-pagination: {required: [project]}
              parameters:
                - {name: project, in: query, schema: {type: string}}
                - {name: page_token, in: query, schema: {type: string}}
              responses: {}
        """);

    assertThat(document.operations().get(0).parameters())
        .extracting(one -> one.name() + " " + one.required())
        .containsExactly("project true", "page_token false");
  }

  private Content answer(String media) {
    ApiDocument document = Documents.yaml(folder, """
        openapi: 3.2.0
        paths:
          /stream:
            get:
              responses:
                '200': {description: ok, content: {%s}}
        components:
          schemas:
            Note: {type: object, properties: {text: {type: string}}}
            Gone: {type: object, properties: {id: {type: string}}}
            Event: {type: object, required: [data], properties: {event: {type: string}, data: {type: string}}}
        """.formatted(media));
    assertThat(warnings(document)).isEmpty();
    return document.operations().get(0).responses().get(0).content().get(0);
  }

  private static String item(Content content) {
    return content
        .sequence()
        .flatMap(Sequence::item)
        .map(OpenApi32Test::inShort)
        .orElse("-");
  }

  private static String inShort(Schema schema) {
    return schema.oneOf().isEmpty()
        ? schema.refName().orElse(schema.types().toString())
        : schema.oneOf().stream().map(OpenApi32Test::inShort).toList().toString();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      application/jsonl: {itemSchema: {$ref: '#/components/schemas/Note'}}       | Note
      application/jsonl: {x-oai-itemSchema: {$ref: '#/components/schemas/Note'}} | Note
      application/json-seq: {itemSchema: {type: integer}}                        | [integer]
      text/event-stream: {itemSchema: {$ref: '#/components/schemas/Note'}}       | Note
      text/event-stream: {itemSchema: {$ref: '#/components/schemas/Event'}}      | -
      text/event-stream: {itemSchema: {properties: {data: {$ref: '#/components/schemas/Note'}, id: {}}}} | Note
      text/event-stream: {itemSchema: {properties: {data: {type: string, contentMediaType: application/json, contentSchema: {$ref: '#/components/schemas/Note'}}}}} | Note
      text/event-stream: {itemSchema: {allOf: [{$ref: '#/components/schemas/Event'}], properties: {data: {contentSchema: {$ref: '#/components/schemas/Note'}}}}} | Note
      text/event-stream: {itemSchema: {oneOf: [{properties: {data: {contentSchema: {$ref: '#/components/schemas/Note'}}}}, {properties: {data: {contentSchema: {$ref: '#/components/schemas/Gone'}}}}]}} | [Note, Gone]
      text/event-stream: {itemSchema: {oneOf: [{$ref: '#/components/schemas/Note'}, {$ref: '#/components/schemas/Gone'}]}} | [Note, Gone]
      """)
  void theItemsOfASequenceAreKnown(String media, String expected) {
    assertThat(item(answer(media))).isEqualTo(expected);
  }

  @Test
  void theEventThatEndsAStreamIsKnownByItsDataOrItsType() {
    Content byData = answer("text/event-stream: {itemSchema: {oneOf: ["
        + "{properties: {data: {contentSchema: {$ref: '#/components/schemas/Note'}}}},"
        + "{properties: {data: {const: '[end]'}}, x-ms-sse-terminal-event: true}]}}");
    Content byType = answer("text/event-stream: {itemSchema: {oneOf: ["
        + "{properties: {event: {const: note}, data: {$ref: '#/components/schemas/Note'}}},"
        + "{properties: {event: {const: bye}, data: {$ref: '#/components/schemas/Gone'}},"
        + " x-ms-sse-terminal-event: true}]}}");

    assertThat(item(byData)).isEqualTo("Note");
    assertThat(byData.sequence().orElseThrow().endData()).containsExactly("[end]");
    assertThat(item(byType)).isEqualTo("[Note, Gone]");
    assertThat(byType.sequence().orElseThrow().endTypes()).containsExactly("bye");
  }

  @Test
  void tagsKnowTheirParentsAndWhatTheyAreFor() {
    ApiDocument document = Documents.yaml(folder, """
        openapi: 3.2.0
        paths: {}
        tags:
          - {name: shop}
          - {name: cakes, summary: Cakes, parent: shop, kind: nav}
          - {name: beta, kind: badge}
          - {name: lost, parent: nowhere}
        """);

    assertThat(document.tags())
        .extracting(tag -> tag.parent().orElse("-"))
        .containsExactly("-", "shop", "-", "nowhere");
    assertThat(document.tags())
        .extracting(Tag::isNavigation)
        .containsExactly(true, true, false, true);
    assertThat(warnings(document))
        .containsExactly("api.yaml:7 #/tags/3: the parent of the tag is not declared; it has none");
  }

  @Test
  void aTagThatIsAPartOfItselfIsToldOf() {
    assertThat(warnings(Documents.yaml(folder, """
        openapi: 3.2.0
        paths: {}
        tags: [{name: a, parent: b}, {name: b, parent: a}]
        """)))
        .hasSize(2)
        .allMatch(text -> text.endsWith("the tag is a part of itself; it has no parent"));
  }

  @Test
  void whatIsNotReadIsNamedOnceForItsKind() {
    ApiDocument document = Documents.yaml(folder, """
        openapi: 3.2.0
        novelty: 1
        x-mine: 2
        paths:
          /a:
            get: {responses: {'200': {description: ok, content: {multipart/mixed: {itemEncoding: {}}}}}}
          /b:
            get: {responses: {'200': {description: ok, content: {multipart/mixed: {itemEncoding: {}}}}}}
        """);

    assertThat(warnings(document))
        .containsExactlyInAnyOrder(
            "api.yaml:2 #/novelty: 'novelty' of a document is not read here",
            "api.yaml:6 #/paths/~1a/get/responses/200/content/multipart~1mixed/itemEncoding:"
                + " 'itemEncoding' of a media type is not read here, nor at 1 more");
  }

  @Test
  void whatIsReadInAnotherWayIsNamed() {
    ApiDocument document = Documents.yaml(folder, """
        openapi: 3.2.0
        paths:
          /a:
            get: {parameters: [{name: c, in: cookie, style: cookie, schema: {type: string}}], responses: {}}
        components:
          schemas:
            Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}], discriminator: {propertyName: kind, defaultMapping: Cat}}
            Cat: {type: object}
        """);

    assertThat(warnings(document))
        .containsExactly(
            "api.yaml:7 #/components/schemas/Pet/discriminator: 'defaultMapping' is not read: a"
                + " value that no mapping names is kept as it comes",
            "api.yaml:4 #/paths/~1a/get/parameters/0: the style 'cookie' is not written; the"
                + " parameter has the usual one of its place");
  }

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource({
    "https://api.example.com/v1/openapi.yaml, https://api.example.com/v1/openapi.yaml#/components/schemas/Own",
    "https://api.example.com/v1/openapi.yaml, openapi.yaml#/components/schemas/Own",
    "https://api.example.com/v1/openapi.yaml, shared/types.yaml#/Other",
    "https://api.example.com/v1/openapi.yaml, https://api.example.com/v1/shared/types.yaml#/Other",
    "https://api.example.com/v1/openapi.yaml, /v1/shared/types.yaml#/Other",
    "/v1/openapi.yaml, /v1/shared/types.yaml#/Other",
    "openapi.yaml, shared/types.yaml#/Other",
    "https://api.example.com/v1/openapi.yaml, shared/types.yaml#/Back"
  })
  void referencesAreRelativeToWhatTheDocumentCallsItself(String self, String reference) {
    Documents.write(folder, "shared/types.yaml", """
        Other: {type: object, properties: {here: {type: string}}}
        Back: {$ref: 'https://api.example.com/v1/openapi.yaml#/components/schemas/Own'}
        """);
    ApiDocument document = Documents.yaml(folder, """
        openapi: 3.2.0
        $self: %s
        paths: {}
        components:
          schemas:
            Own: {type: object, properties: {here: {type: string}}}
            Ref: {$ref: '%s'}
        """.formatted(self, reference));

    assertThat(document.schemas().get("Ref").target().properties()).containsKey("here");
    assertThat(warnings(document)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "../common.yaml#/X, remote references are not fetched; any JSON is assumed",
    "https://elsewhere.example/x.yaml#/X, remote references are not fetched; any JSON is assumed",
    "none.yaml#/X, remote references are not fetched; any JSON is assumed"
  })
  void whatIsNotBelowTheDocumentIsAtItsUrl(String reference, String warning) {
    ApiDocument document = Documents.yaml(folder, """
        openapi: 3.2.0
        $self: https://api.example.com/v1/openapi.yaml
        paths: {}
        components: {schemas: {Ref: {$ref: '%s'}}}
        """.formatted(reference));

    assertThat(warnings(document)).singleElement().asString().endsWith(warning);
  }

  @Test
  void aNameThatIsNoneIsIgnoredWithAWarning() {
    assertThat(warnings(Documents.yaml(folder, """
        openapi: 3.2.0
        $self: 'https://api.example.com/v1#part'
        paths: {}
        """)))
        .containsExactly("api.yaml:2 #/$self: $self is no URI without a fragment; it is ignored");
  }

  @Test
  void webhooksAndCallbacksArePayloads() {
    ApiDocument document = Documents.yaml(folder, """
        openapi: 3.2.0
        paths:
          /subscriptions:
            post:
              callbacks:
                onEvent:
                  '{$request.body#/url}':
                    post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Note'}}}}, responses: {}}
              responses: {}
        webhooks:
          newPet: {$ref: '#/components/pathItems/Pet'}
          ping: {get: {responses: {}}}
        components:
          pathItems:
            Pet:
              post: {summary: A pet came., requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Note'}}}}, responses: {}}
          schemas:
            Note: {type: object, properties: {text: {type: string}}}
        """);

    assertThat(document.payloads()).extracting(Payload::name).containsExactly("newPet", "onEvent");
    assertThat(document.payloads().get(0).description()).contains("A pet came.");
    assertThat(document.operations()).extracting(Operation::path).containsExactly("/subscriptions");
    assertThat(warnings(document)).isEmpty();
  }
}
