package dev.pageturner.openapi.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.model.ApiDocument;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In what a PATCH sends, null is another thing than nothing. */
class ClearableMembersTest {
  private static final String CHANGES = """
      Changes:
        type: object
        required: [id, owner]
        properties:
          id: {type: string}
          owner: {type: [string, 'null']}
          name: {type: string}
          nick: {type: [string, 'null'], description: What friends say.}
          age: {type: [integer, 'null']}
          tags: {type: [array, 'null'], items: {type: string}}
          home: {anyOf: [{$ref: '#/components/schemas/Home'}, {type: 'null'}]}
          others: {type: array, items: {$ref: '#/components/schemas/Other'}}
          password: {type: [string, 'null'], format: password}
          data: {}
      Home:
        type: object
        properties: {street: {type: [string, 'null']}}
      Other:
        type: object
        properties: {street: {type: [string, 'null']}}
      """;

  @TempDir
  Path folder;

  private ApiDocument document;
  private ModelTypes types;

  @BeforeEach
  void read() {
    document = Models.document(folder, CHANGES);
    types = Models.types(document);
  }

  private void send() {
    types.changesTypeOf(document.schemas().get("Changes"), "Changes");
  }

  private Compiled compiled() {
    return Compiled.of(folder, types.sources(), Models.PACKAGE, Models.PACKAGE + ".TestJson");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':'1','owner':null}",
        "{'id':'1','owner':null,'nick':null}",
        "{'id':'1','owner':'a','nick':'b'}",
        "{'id':'1','owner':null,'age':null}",
        "{'id':'1','owner':null,'age':0}",
        "{'id':'1','owner':null,'tags':null}",
        "{'id':'1','owner':null,'tags':[]}",
        "{'id':'1','owner':null,'home':null}",
        "{'id':'1','owner':null,'home':{}}",
        "{'id':'1','owner':null,'home':{'street':null}}",
        "{'id':'1','owner':null,'password':null}",
        "{'id':'1','owner':null,'data':null}",
      })
  void whatIsNullIsWrittenAndWhatIsMissingIsNot(String json) {
    send();

    assertThat(compiled().roundTrip("Changes", json)).isEqualTo(json);
  }

  @Test
  void aBuilderSendsTheNullThatItWasTold() throws Exception {
    send();
    Compiled models = compiled();
    Object builder = models.builder("Changes");
    builder.getClass().getMethod("id", String.class).invoke(builder, "1");
    builder.getClass().getMethod("name", String.class).invoke(builder, (Object) null);
    builder.getClass().getMethod("nick", String.class).invoke(builder, (Object) null);
    builder.getClass().getMethod("age", Long.class).invoke(builder, 7L);

    Object changes = Compiled.get(builder, "build");

    assertThat(Compiled.get(changes, "nick")).isEqualTo(Optional.empty());
    assertThat(Compiled.get(changes, "home")).isNull();
    assertThat(models.adapter("Changes").toJson(changes))
        .isEqualTo("{\"id\":\"1\",\"owner\":null,\"nick\":null,\"age\":7}");
  }

  @Test
  void aSecretIsNotShown() {
    send();

    assertThat(compiled().read("Changes", "{'id':'1','password':'tr0ub4dor'}").toString())
        .doesNotContain("tr0ub4dor");
  }

  @Test
  void anElementOfAListIsReplacedNotChanged() throws Exception {
    send();

    assertThat(compiled().type("Other").getMethod("street").getReturnType())
        .isEqualTo(String.class);
  }

  @Test
  void whatIsReceivedTooIsSimple() throws Exception {
    send();
    types.typeOf(document.schemas().get("Changes"), "Changes");

    assertThat(compiled().type("Changes").getMethod("nick").getReturnType())
        .isEqualTo(String.class);
  }

  @Test
  void otherMethodsLeaveOutWhatIsNull() {
    types.sentTypeOf(document.schemas().get("Changes"), "Changes");

    assertThat(compiled().roundTrip("Changes", "{'id':'1','owner':null,'nick':null}"))
        .isEqualTo("{'id':'1','owner':null}");
  }
}
