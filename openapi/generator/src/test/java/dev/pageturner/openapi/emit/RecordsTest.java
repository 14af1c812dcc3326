package dev.pageturner.openapi.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonDataException;
import dev.pageturner.internal.json.Sent;
import dev.pageturner.openapi.sources.SourceFile;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordsTest {
  private static final String PET = """
      Pet:
        type: object
        required: [id, name, tags, chip]
        properties:
          id: {type: integer}
          name: {type: string}
          tags: {type: array, items: {type: string}}
          chip: {type: [string, 'null']}
          nick: {type: string}
          weight: {type: number}
          born: {type: string, format: date-time}
          day: {type: string, format: date}
          photo: {type: string, format: byte}
          ratio: {type: number, format: double}
          small: {type: integer, format: int32}
          anything: {}
          port: {type: string, format: int-or-string}
          rows: {type: string, format: int64}
          big: {type: integer, format: uint64}
      """;

  private static final String NULLABLE_ELEMENTS = """
      Row:
        type: object
        required: [cells, sums]
        properties:
          cells: {type: array, items: {type: [string, 'null']}}
          sums: {type: object, additionalProperties: {type: integer, nullable: true}}
      """;

  @TempDir
  private Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {'id':1,'name':'Rex','tags':['a','b'],'chip':'x'}
      {'id':1,'name':'Rex','tags':[],'chip':null}
      {'id':9007199254740993,'name':'','tags':[],'chip':null,'nick':'r'}
      {'id':1,'name':'Rex','tags':[],'chip':null,'weight':0.10000000000000000001}
      {'id':1,'name':'Rex','tags':[],'chip':null,'born':'2024-02-29T12:30:15.123456789+05:30'}
      {'id':1,'name':'Rex','tags':[],'chip':null,'day':'2024-02-29'}
      {'id':1,'name':'Rex','tags':[],'chip':null,'photo':'aGVsbG8='}
      {'id':1,'name':'Rex','tags':[],'chip':null,'ratio':0.1,'small':7}
      {'id':1,'name':'Rex','tags':[],'chip':null,'anything':{'a':[1.0,1e2,null]}}
      {'id':1,'name':'Rex','tags':[],'chip':null,'anything':null}
      {'id':1,'name':'Rex','tags':[],'chip':null,'port':80}
      {'id':1,'name':'Rex','tags':[],'chip':null,'port':'http'}
      {'id':1,'name':'Rex','tags':[],'chip':null,'rows':'9223372036854775808'}
      {'id':1,'name':'Rex','tags':[],'chip':null,'big':18446744073709551615}
      """)
  void whatIsReadIsWrittenAgain(String json) {
    assertThat(Models.compiled(PET).roundTrip("Pet", json)).isEqualTo(json);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {'name':'Rex','tags':[]}                              | Required value 'id' missing at $
      {'id':null,'name':'Rex','tags':[]}                    | Required value 'id' missing at $
      {'id':1,'tags':[]}                                    | Required value 'name' missing at $
      {'id':1,'name':'Rex','born':'yesterday'}              | no date-time at $.born
      {'id':1,'name':'Rex','day':'2024-02-30'}              | no date at $.day
      {'id':1,'name':'Rex','photo':'%'}                     | no Base64 at $.photo
      """)
  void whatCannotBeReadIsAnErrorWhereDecodingIsStrict(String json, String message) {
    Compiled models = Models.compiled(PET);

    assertThatThrownBy(() -> models.readStrictly("Pet", json))
        .isInstanceOf(JsonDataException.class)
        .hasMessage(message);
  }

  @Test
  void aRequiredListThatIsMissingOrNullIsEmpty() {
    Compiled models = Models.compiled(PET);

    assertThat(Compiled.get(models.read("Pet", "{'id':1,'name':'a'}"), "tags"))
        .isEqualTo(List.of());
    assertThat(Compiled.get(models.read("Pet", "{'id':1,'name':'a','tags':null}"), "tags"))
        .isEqualTo(List.of());
  }

  @Test
  void unknownMembersAreSkipped() {
    Compiled models = Models.compiled(PET);

    Object pet = models.read("Pet", "{'new':{'id':[2]},'id':1,'name':'a','more':null}");

    assertThat(Compiled.get(pet, "id")).isEqualTo(1L);
  }

  @Test
  void aMemberOfTwoNamesIsTheLast() {
    Compiled models = Models.compiled(PET);

    assertThat(Compiled.get(models.read("Pet", "{'id':1,'name':'a','id':2}"), "id"))
        .isEqualTo(2L);
  }

  @Test
  void requiredNumbersArePrimitiveWhereTheyCannotBeMissing() throws Exception {
    Class<?> received = Models.compiled(PET).type("Pet");
    ModelTypes sent = Models.types(Models.document(folder, PET));
    sent.sentTypeOf(Models.document(folder, PET).schemas().get("Pet"), "Pet");

    assertThat(received.getMethod("id").getReturnType()).isEqualTo(Long.class);
    assertThat(sent.sources().get(0).text()).contains("long id");
  }

  @Test
  void aBuilderOfAValueHasItsMembers() throws Exception {
    Compiled models = Models.compiled(PET);
    Object pet = models.read("Pet", "{'id':1,'name':'Rex','tags':['a'],'chip':null,'nick':'r'}");

    Object builder = Compiled.get(pet, "newBuilder");
    builder.getClass().getMethod("nick", String.class).invoke(builder, "x");

    assertThat(models.adapter("Pet").toJson(Compiled.get(builder, "build")))
        .isEqualTo("{'id':1,'name':'Rex','tags':['a'],'chip':null,'nick':'x'}".replace("'", "\""));
  }

  @Test
  void whatOnlyTheServerSaysIsNotSentBackButKeptElsewhere() throws Exception {
    Compiled models = Models.compiled("""
        Order:
          type: object
          required: [id]
          properties:
            id: {type: string, readOnly: true}
            name: {type: string}
        """);
    Object order = models.read("Order", "{'id':'1','name':'ada'}");

    assertThat(Sent.marking(models.adapter("Order")).toJson(order)).isEqualTo("{\"name\":\"ada\"}");
    assertThat(models.adapter("Order").toJson(order)).isEqualTo("{\"id\":\"1\",\"name\":\"ada\"}");
  }

  @Test
  void deprecatedMembersAndTypesAreMarked() throws Exception {
    Compiled models = Models.compiled("""
        Old:
          type: object
          deprecated: true
          properties: {name: {type: string}}
        New:
          type: object
          properties:
            old: {$ref: '#/components/schemas/Old'}
            nick: {type: string, deprecated: true, description: The old name}
        """);

    assertThat(models.type("Old")).hasAnnotation(Deprecated.class);
    assertThat(models.type("New").getMethod("nick").isAnnotationPresent(Deprecated.class))
        .isTrue();
    assertThat(models.builder("New").getClass().getMethod("nick", String.class))
        .matches(method -> method.isAnnotationPresent(Deprecated.class));
  }

  @Test
  void elementsThatMayBeNullAreNullable() {
    ModelTypes types = Models.types(Models.document(folder, NULLABLE_ELEMENTS));
    types.typeOf(Models.document(folder, NULLABLE_ELEMENTS).schemas().get("Row"), "Row");

    assertThat(types.sources().get(0).text())
        .contains("List<@Nullable String> cells", "Map<String, @Nullable Long> sums");
    assertThat(Models.compiled(NULLABLE_ELEMENTS)
            .roundTrip("Row", "{'cells':['a',null],'sums':{'b':null}}"))
        .isEqualTo("{'cells':['a',null],'sums':{'b':null}}");
  }

  @Test
  void secretsAreNotShown() {
    Compiled models = Models.compiled("""
        User:
          type: object
          properties:
            name: {type: string}
            password: {type: string, format: password, default: hunter2}
        """);

    assertThat(models.read("User", "{'name':'ada','password':'tr0ub4dor'}"))
        .hasToString("User[name=ada, password=***]");
  }

  @Test
  void whatOnlyTheServerSaysNeedNotBeSet() throws Exception {
    Compiled models = Models.compiled("""
        User:
          type: object
          required: [id, name, kind]
          properties:
            id: {type: string, readOnly: true}
            name: {type: string}
            kind: {const: user}
            nick: {type: string}
        """);
    Object builder = models.builder("User");
    Method name = builder.getClass().getMethod("name", String.class);

    name.invoke(builder, "ada");
    Object user = Compiled.get(builder, "build");

    assertThat(models.adapter("User").toJson(user))
        .isEqualTo("{\"name\":\"ada\",\"kind\":\"user\"}");
  }

  @Test
  void aBuilderNamesWhatIsNotSet() throws Exception {
    Compiled models = Models.compiled(PET);
    Object builder = models.builder("Pet");

    assertThatThrownBy(() -> Compiled.get(builder, "build"))
        .rootCause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("id is not set");
  }

  @Test
  void onlyWhatIsSentHasABuilder() {
    ModelTypes types = Models.types(Models.document(folder, PET));
    var schema = Models.document(folder, PET).schemas().get("Pet");

    types.typeOf(schema, "Pet");

    assertThat(types.sources().get(0).text()).doesNotContain("Builder");
  }

  @Test
  void whatNobodyAskedForIsNotEmitted() {
    ModelTypes types = Models.types(Models.document(folder, PET));

    assertThat(types.sources())
        .extracting(SourceFile::path)
        .containsExactly("com/example/api/TestJson.java");
  }
}
