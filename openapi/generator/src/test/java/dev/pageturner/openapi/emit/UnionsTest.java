package dev.pageturner.openapi.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnionsTest {
  private static final String ANIMALS = """
      Mapped:
        oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
        discriminator:
          propertyName: kind
          mapping: {meow: '#/components/schemas/Cat', purr: Cat, woof: '#/components/schemas/Dog'}
      ByName:
        oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
        discriminator: {propertyName: kind}
      ByShape:
        anyOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
      Cat:
        type: object
        required: [lives]
        properties: {lives: {type: integer}, kind: {type: string}}
      Dog:
        type: object
        required: [tricks]
        properties: {tricks: {type: array, items: {type: string}}}
      """;

  @ParameterizedTest(name = "{0} of {1} is {2}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      Mapped  | {'kind':'purr','lives':9}        | Cat
      Mapped  | {'lives':9,'kind':'meow'}        | Cat
      Mapped  | {'kind':'woof','tricks':['sit']} | Dog
      Mapped  | {'kind':'moo','milk':1.50}       | Mapped$Unknown
      Mapped  | {'lives':9}                      | Mapped$Unknown
      Mapped  | 'moo'                            | Mapped$Unknown
      ByName  | {'kind':'Dog','tricks':[]}       | Dog
      ByName  | {'kind':'dog','tricks':[]}       | ByName$Unknown
      ByShape | {'lives':9}                      | Cat
      ByShape | {'tricks':[]}                    | Dog
      ByShape | {'milk':1e2}                     | ByShape$Unknown
      ByShape | [1, 2]                           | ByShape$Unknown
      """)
  void objectsAreToldApart(String union, String json, String type) {
    Compiled models = Models.compiled(ANIMALS);

    assertThat(models.read(union, json).getClass()).isEqualTo(models.type(type));
    assertThat(models.roundTrip(union, json)).hasSameSizeAs(json);
  }

  @Test
  void aDiscriminatorThatTheObjectDoesNotHaveIsWritten() {
    Compiled models = Models.compiled(ANIMALS);

    assertThat(models.roundTrip("Mapped", "{'tricks':['sit'],'kind':'woof'}"))
        .isEqualTo("{'kind':'woof','tricks':['sit']}");
  }

  @Test
  void aBuilderKnowsTheDiscriminatorOfItsType() {
    Compiled models = Models.compiled("""
        Pet:
          oneOf: [{$ref: '#/components/schemas/Cow'}, {$ref: '#/components/schemas/Hen'}]
          discriminator: {propertyName: kind, mapping: {moo: '#/components/schemas/Cow'}}
        Cow: {type: object, required: [kind], properties: {kind: {type: string}}}
        Hen: {type: object, properties: {kind: {type: string, enum: [Hen, Duck]}}}
        """);

    Object cow = Compiled.get(models.builder("Cow"), "build");

    assertThat(models.adapter("Cow").toJson(cow)).isEqualTo("{\"kind\":\"moo\"}");
  }

  @Test
  void fixedValuesTellApartWithoutADiscriminator() {
    Compiled models = Models.compiled("""
        Event:
          oneOf:
            - {type: object, properties: {type: {const: open}, at: {type: integer}}}
            - {type: object, properties: {type: {enum: [close]}, at: {type: integer}}}
        """);

    Object event = models.read("Event", "{'at':1,'type':'close'}");

    assertThat(event.getClass().getSimpleName()).isEqualTo("Close");
    assertThat(models.roundTrip("Event", "{'type':'open','at':1}"))
        .isEqualTo("{'type':'open','at':1}");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {'icon':'file_1'}
      {'icon':{'id':'file_1'}}
      {}
      """)
  void textOrAnObjectIsEither(String json) {
    Compiled models = Models.compiled("""
        Account:
          type: object
          properties:
            icon:
              anyOf: [{type: string, maxLength: 5000}, {$ref: '#/components/schemas/File'}]
              nullable: true
        Other:
          type: object
          properties:
            icon: {anyOf: [{maxLength: 10, type: string}, {$ref: '#/components/schemas/File'}]}
        File: {type: object, properties: {id: {type: string}}}
        """);

    assertThat(models.roundTrip("Account", json)).isEqualTo(json);
    assertThat(models.roundTrip("Other", json)).isEqualTo(json);
    assertThat(models.type("StringOrFile").isSealed()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      'a'        | OfString
      12         | OfNumber
      1.5        | OfNumber
      true       | OfBoolean
      ['a',['b']] | OfList
      {'a':'b'}  | OfMap
      """)
  void kindsOfJsonTellApart(String json, String type) {
    Compiled models = Models.compiled("""
        Any:
          anyOf:
            - {type: [string, integer, 'null']}
            - {type: number}
            - {type: boolean}
            - {type: array, items: {$ref: '#/components/schemas/Any'}}
            - {type: object, additionalProperties: {$ref: '#/components/schemas/Any'}}
            - {$ref: '#/components/schemas/Any'}
        """);

    assertThat(models.read("Any", json).getClass().getSimpleName()).isEqualTo(type);
    assertThat(models.roundTrip("Any", json)).isEqualTo(json);
  }

  @Test
  void heirsAreTheAlternativesOfTheirBase() {
    Compiled models = Models.compiled("""
        App:
          type: object
          required: [id, mode]
          discriminator: {propertyName: mode, mapping: {SAML: '#/components/schemas/SamlApp'}}
          properties: {id: {type: string}, mode: {type: string}}
        SamlApp:
          allOf:
            - {$ref: '#/components/schemas/App'}
            - {type: object, properties: {issuer: {type: string}}}
        OtherApp:
          allOf: [{$ref: '#/components/schemas/App'}]
        Page: {type: object, properties: {apps: {type: array, items: {$ref: '#/components/schemas/App'}}}}
        """);
    String json = "{'apps':[{'id':'1','mode':'SAML','issuer':'i'},{'id':'2','mode':'OtherApp'},"
        + "{'id':'3','mode':'NEW'}]}";

    assertThat(models.roundTrip("Page", json)).isEqualTo(json);
    assertThat(models.type("App").isAssignableFrom(models.type("SamlApp"))).isTrue();
    assertThat(models.type("App").isAssignableFrom(models.type("OtherApp"))).isTrue();
  }

  @Test
  void alternativesHaveTheMembersBesideThem() {
    Compiled models = Models.compiled("""
        Target:
          type: object
          required: [id]
          properties: {id: {type: string}}
          oneOf:
            - {type: object, required: [url], properties: {url: {type: string}}}
            - {type: object, required: [mail], properties: {mail: {type: string}}}
        """);

    assertThat(models.roundTrip("Target", "{'id':'1','mail':'a@b'}"))
        .isEqualTo("{'id':'1','mail':'a@b'}");
  }

  @Test
  void alternativesThatOnlyRequireAreNoUnion() {
    Compiled models = Models.compiled("""
        Target:
          type: object
          properties: {url: {type: string}, mail: {type: string}}
          anyOf: [{required: [url]}, {required: [mail]}]
        """);

    assertThat(models.type("Target").isRecord()).isTrue();
  }

  @Test
  void aUnionOfUnionsHasTheAlternativesOfBoth() {
    Compiled models = Models.compiled("""
        A: {type: object, properties: {type: {const: a}}}
        B: {type: object, properties: {type: {const: b}}}
        C: {type: object, properties: {type: {const: c}}}
        Inner: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
        Outer: {oneOf: [{$ref: '#/components/schemas/Inner'}, {$ref: '#/components/schemas/C'}]}
        """);

    assertThat(models.read("Outer", "{'type':'b'}").getClass()).isEqualTo(models.type("B"));
    assertThat(models.read("Outer", "{'type':'c'}").getClass()).isEqualTo(models.type("C"));
  }

  @Test
  void oneAlternativeAndNullIsTheAlternative() {
    Compiled models = Models.compiled("""
        Key:
          type: object
          required: [name, owner]
          properties:
            name: {anyOf: [{type: string}, {type: 'null'}]}
            owner: {oneOf: [{type: 'null'}, {$ref: '#/components/schemas/Owner'}]}
        Owner: {type: object, properties: {id: {type: string}}}
        """);

    assertThat(models.roundTrip("Key", "{'name':'a','owner':{'id':'1'}}"))
        .isEqualTo("{'name':'a','owner':{'id':'1'}}");
    assertThat(models.roundTrip("Key", "{'name':null}")).isEqualTo("{'name':null,'owner':null}");
  }
}
