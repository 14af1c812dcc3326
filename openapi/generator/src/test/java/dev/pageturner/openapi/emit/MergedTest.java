package dev.pageturner.openapi.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonDataException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergedTest {
  @Test
  void allPartsAreOneRecord() {
    Compiled models = Models.compiled("""
        Base: {type: object, required: [b], properties: {a: {type: string}}}
        Heir:
          type: object
          required: [a]
          allOf:
            - {$ref: '#/components/schemas/Base'}
            - {properties: {b: {type: integer}}}
        """);

    assertThat(models.roundTrip("Heir", "{'a':'x','b':1}")).isEqualTo("{'a':'x','b':1}");
    assertThatThrownBy(() -> models.readStrictly("Heir", "{'a':'x'}"))
        .isInstanceOf(JsonDataException.class)
        .hasMessageContaining("'b'");
    assertThatThrownBy(() -> models.readStrictly("Heir", "{'b':1}"))
        .isInstanceOf(JsonDataException.class)
        .hasMessageContaining("'a'");
  }

  @Test
  void theNarrowerOfTwoDefinitionsCounts() {
    Compiled models = Models.compiled("""
        Answer:
          allOf:
            - {type: object, properties: {result: {type: [object, array, string]}}}
            - {type: object, properties: {result: {type: array, items: {type: integer}}}}
        """);

    assertThat(Compiled.get(models.read("Answer", "{'result':[1]}"), "result"))
        .isEqualTo(List.of(1L));
  }

  @Test
  void aReferenceAndADescriptionIsTheReference() throws Exception {
    Compiled models = Models.compiled("""
        Function:
          type: object
          properties:
            layers:
              allOf: [{$ref: '#/components/schemas/LayerList'}, {description: Its layers.}]
            owner: {$ref: '#/components/schemas/Owner', description: Its owner.}
            also:
              type: object
              nullable: true
              allOf: [{$ref: '#/components/schemas/Owner'}]
        LayerList: {type: array, items: {$ref: '#/components/schemas/Layer'}}
        Layer: {type: object, properties: {arn: {type: string}}}
        Owner: {type: object, properties: {id: {type: string}}}
        OwnerAlias: {allOf: [{$ref: '#/components/schemas/Owner'}, {description: x}]}
        """);
    String json = "{'layers':[{'arn':'a'}],'owner':{'id':'1'},'also':{'id':'2'}}";

    assertThat(models.roundTrip("Function", json)).isEqualTo(json);
    assertThat(models.type("Function").getMethod("also").getReturnType())
        .isEqualTo(models.type("Owner"));
    assertThatThrownBy(() -> models.type("OwnerAlias")).hasMessageContaining("OwnerAlias");
    assertThatThrownBy(() -> models.type("LayerList")).hasMessageContaining("LayerList");
  }

  @Test
  void requiredNamesWithoutAPropertyAreLeftOut() {
    Compiled models = Models.compiled("""
        Paging: {type: object, required: [href, items], properties: {href: {type: string}}}
        """);

    assertThat(models.roundTrip("Paging", "{'href':'x'}")).isEqualTo("{'href':'x'}");
  }

  @Test
  void recursionMeetsItself() {
    Compiled models = Models.compiled("""
        Tree:
          type: object
          properties:
            kids: {type: array, items: {$ref: '#/components/schemas/Tree'}}
            parent: {$ref: '#/components/schemas/Tree'}
            byName: {type: object, additionalProperties: {$ref: '#/components/schemas/Tree'}}
        Lists: {type: array, items: {$ref: '#/components/schemas/Lists'}}
        Holder: {type: object, properties: {lists: {$ref: '#/components/schemas/Lists'}}}
        """);
    String json = "{'kids':[{'kids':[]}],'parent':{},'byName':{'x':{}}}";

    assertThat(models.roundTrip("Tree", json)).isEqualTo(json);
    assertThat(models.roundTrip("Holder", "{'lists':[[],[[]]]}")).isEqualTo("{'lists':[[],[[]]]}");
  }

  @Test
  void membersWithoutAPropertyAreKeptWhereTheDocumentAllowsThem() {
    Compiled models = Models.compiled("""
        Log:
          type: object
          properties: {message: {type: string}, additionalProperties: {type: string}}
          additionalProperties: {type: integer}
        Map: {type: object, additionalProperties: {$ref: '#/components/schemas/Log'}}
        Patterns: {type: object, patternProperties: {'^x-': {type: string}}}
        Free: {type: object}
        Holder:
          type: object
          properties:
            map: {$ref: '#/components/schemas/Map'}
            patterns: {$ref: '#/components/schemas/Patterns'}
            free: {$ref: '#/components/schemas/Free'}
        """);
    String json = "{'map':{'a':{'message':'m','more':1,'most':null}},'patterns':{'x-a':'b'},"
        + "'free':{'z':[1.0]}}";

    assertThat(models.roundTrip("Holder", json)).isEqualTo(json);
  }

  @Test
  void aListOfValuesInAHeirIsNestedInItsBase() {
    Compiled models = Models.compiled("""
        Base: {type: object, properties: {state: {type: string, enum: [a, b]}}}
        One: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {x: {type: string}}}]}
        Two: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {y: {type: string}}}]}
        """);

    assertThat(models.roundTrip("One", "{'state':'a','x':'1'}")).isEqualTo("{'state':'a','x':'1'}");
    assertThat(models.roundTrip("Two", "{'state':'c','y':'1'}")).isEqualTo("{'state':'c','y':'1'}");
  }
}
