package dev.pageturner.openapi.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.InvalidDocumentException;
import dev.pageturner.openapi.parse.OpenApiReader;
import dev.pageturner.openapi.sources.SourceFile;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileModelsTest {
  @TempDir
  private Path folder;

  private static Path documents() throws URISyntaxException {
    return Path.of(
        HostileModelsTest.class.getResource("/conformance/codegen-hostile").toURI());
  }

  static Stream<String> readable() throws Exception {
    try (Stream<Path> files = Files.list(documents())) {
      return files
          .filter(file -> !file.endsWith("manifest.json"))
          .filter(HostileModelsTest::isReadable)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList()
          .stream();
    }
  }

  private static boolean isReadable(Path file) {
    try {
      OpenApiReader.read(file);
      return true;
    } catch (InvalidDocumentException e) {
      return false;
    }
  }

  private Compiled compiled(String name) throws Exception {
    return Models.compiled(folder, OpenApiReader.read(documents().resolve(name)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readable")
  void whatCanBeReadCompilesWithoutAWarning(String name) throws Exception {
    ApiDocument document = OpenApiReader.read(documents().resolve(name));

    assertThat(Compiled.compile(folder, Models.sources(document))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readable")
  void filesHaveNamesThatEveryDiskTakes(String name) throws Exception {
    ApiDocument document = OpenApiReader.read(documents().resolve(name));
    List<String> paths = Models.sources(document).stream().map(SourceFile::path).toList();

    assertThat(paths).allSatisfy(path -> {
      assertThat(path).matches("com/example/api/[A-Za-z0-9_]{1,100}\\.java");
      assertThat(path).doesNotMatch("(?i).*/(con|prn|aux|nul|com\\d|lpt\\d)\\.java");
    });
    assertThat(paths.stream().map(String::toLowerCase)).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readable")
  void sourcesHoldNothingThatCannotBeSeen(String name) throws Exception {
    ApiDocument document = OpenApiReader.read(documents().resolve(name));

    assertThat(Models.sources(document))
        .allSatisfy(file ->
            assertThat(file.text()).doesNotMatch("(?s).*[\\p{Cf}\\p{Cs}\\p{Co}&&[^\\n]].*"));
  }

  @Test
  void membersThatWouldBeOneNameAreNot() throws Exception {
    Compiled models = compiled("camel-collision.json");
    String json = "{'foo_bar':'1','fooBar':'2','foo-bar':'3','FooBar':'4','foo bar':'5',"
        + "'foo.bar':'6','foo__bar':'7','_foo_bar':'8'}";

    assertThat(models.roundTrip("M", json)).isEqualTo(json);
    assertThat(Compiled.get(models.read("M", json), "fooBar")).isEqualTo("2");
  }

  @Test
  void namesOfAnyScriptAreNames() throws Exception {
    Compiled models = compiled("odd-identifiers.json");
    String json = "{'':'1','+1':'2','-1':'3','\\u200b':'4','@type':'5'}";

    assertThat(Stream.of(models.type("M").getRecordComponents()).map(RecordComponent::getName))
        .contains("empty", "plus1", "minus1", "type", "ref2", "evil", "u200b", "percent")
        .allMatch(component -> component.matches("[a-zA-Z0-9_]+"));
    assertThat(models.roundTrip("M", json.replace("\\u200b", "\u200b")))
        .contains("'+1':'2'")
        .contains("'-1':'3'");
  }

  @Test
  void aMemberOfHalfACharacterIsRead() throws Exception {
    Compiled models = compiled("lone-surrogate.json");

    assertThat(models.read("M", "{'a\\ud800b':'x'}")).asString().contains("=x");
  }

  @Test
  void valuesAreExact() throws Exception {
    Compiled models = compiled("enum-hostile.json");

    for (String value : List.of("", " ", "A ", "*/", "\\\"", "\\n", "\\\\u0022", "😀", "null")) {
      assertThat(models.adapter("E").toJson(models.adapter("E").fromJson("\"" + value + "\"")))
          .isEqualTo("\"" + value + "\"");
    }
    assertThat(models.constants("E")).doesNotHaveDuplicates().hasSize(22);
    assertThat(models.roundTrip("I", "-9223372036854775808")).isEqualTo("-9223372036854775808");
  }

  @Test
  void aSecretIsNeitherShownNorCopied() throws Exception {
    ApiDocument document = OpenApiReader.read(documents().resolve("security-in-description.json"));

    assertThat(Models.sources(document))
        .allSatisfy(
            file -> assertThat(file.text()).doesNotContain("hunter2").doesNotContain("sk-live"));
  }

  @Test
  void textCannotEndAComment() throws Exception {
    ApiDocument document = OpenApiReader.read(documents().resolve("javadoc-end.json"));

    assertThat(Models.sources(document).get(0).text())
        .contains("&#42;/ static &#123; new PwnedMarker(); &#125;");
  }

  @ParameterizedTest(name = "{0} members")
  @ValueSource(ints = {254, 300, 2000})
  void largeObjectsCompileAndRead(int size) {
    String members = IntStream.range(0, size)
        .mapToObj(i -> "    property_number_" + i + ": " + type(i) + "\n")
        .reduce("", String::concat);
    Compiled models = Models.compiled("""
        Large:
          type: object
          required: [property_number_0, property_number_3]
          properties:
        """ + members);
    String json = "{'property_number_0':7,'property_number_3':['x'],'property_number_253':'last'}";

    Object large = models.read("Large", json);

    assertThat(models.roundTrip("Large", json)).isEqualTo(json);
    assertThat(Compiled.get(large, "propertyNumber0")).isEqualTo(7L);
    assertThat(large)
        .isEqualTo(models.read("Large", json))
        .hasSameHashCodeAs(models.read("Large", json));
  }

  private static String type(int index) {
    return switch (index % 4) {
      case 0 -> "{type: integer}";
      case 1 -> "{type: string, description: A member with a description of its own.}";
      case 2 -> "{type: object, properties: {x: {type: string}}}";
      default -> index == 253 ? "{type: string}" : "{type: array, items: {type: string}}";
    };
  }

  @Test
  void textOf70KilobytesIsAName() {
    String longest = "x".repeat(70_000);
    Compiled models = Models.compiled("M: {type: object, properties: {" + longest.substring(0, 1000)
        + ": {enum: [" + longest + ", y]}}}\n");

    assertThat(models.roundTrip("M", "{'" + longest.substring(0, 1000) + "':'" + longest + "'}"))
        .contains(longest);
  }
}
