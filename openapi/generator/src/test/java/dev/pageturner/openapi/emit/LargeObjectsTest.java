package dev.pageturner.openapi.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An object with more members than a record can hold does what a record does. */
class LargeObjectsTest {
  private static final int SMALL = 2;
  private static final int LARGE = 300;

  private static Compiled models(int size, String more) {
    String members = IntStream.range(0, size)
        .mapToObj(i -> "    m" + i + ": {type: integer}\n")
        .reduce("", String::concat);
    return Models.compiled("""
        Thing:
          type: object
          required: [kind, owner, tags]
        """ + more + """
          properties:
            kind: {type: string, const: thing}
            owner: {type: [string, 'null']}
            tags: {type: array, items: {type: string}}
            values: {type: string}
        """ + members);
  }

  @ParameterizedTest(name = "{0} members: {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      2   | {'kind':'thing','owner':null,'tags':[],'new':{'a':[1.0,null]},'other':null}
      300 | {'kind':'thing','owner':null,'tags':[],'new':{'a':[1.0,null]},'other':null}
      2   | {'kind':'thing','owner':'o','tags':['t'],'values':'v','m1':1}
      300 | {'kind':'thing','owner':'o','tags':['t'],'values':'v','m1':1}
      """)
  void whatTheDocumentAllowsIsKept(int size, String json) {
    assertThat(models(size, "  additionalProperties: true\n").roundTrip("Thing", json))
        .isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(ints = {SMALL, LARGE})
  void membersOfOneTypeAreAMap(int size) {
    Compiled models = models(size, "  additionalProperties: {type: integer}\n");
    Object thing = models.read("Thing", "{'kind':'thing','a':1,'b':2}");

    assertThat(Compiled.get(thing, "additionalProperties")).isEqualTo(Map.of("a", 1L, "b", 2L));
    assertThat(thing).isNotEqualTo(models.read("Thing", "{'kind':'thing','a':1,'b':3}"));
  }

  @ParameterizedTest
  @ValueSource(ints = {SMALL, LARGE})
  void otherMembersAreSkipped(int size) {
    assertThat(models(size, "").roundTrip("Thing", "{'new':{'a':[1]},'kind':'thing','b':2}"))
        .isEqualTo("{'kind':'thing','owner':null,'tags':[]}");
  }

  @ParameterizedTest
  @ValueSource(ints = {SMALL, LARGE})
  void aBuilderMakesTheSame(int size) throws Exception {
    Compiled models = models(size, "  additionalProperties: true\n");
    Object builder = models.builder("Thing");
    assertThatThrownBy(() -> Compiled.get(builder, "build"))
        .rootCause()
        .hasMessage("tags is not set");
    for (Method setter : builder.getClass().getMethods()) {
      if (setter.getName().equals("tags")) {
        setter.invoke(builder, java.util.List.of());
      } else if (setter.getName().equals("values")) {
        setter.invoke(builder, "v");
      }
    }

    Object thing = Compiled.get(builder, "build");

    String json = "{'kind':'thing','owner':null,'tags':[],'values':'v'}";
    assertThat(models.adapter("Thing").toJson(thing).replace('"', '\'')).isEqualTo(json);
    assertThat(thing).isEqualTo(models.read("Thing", json));
  }
}
