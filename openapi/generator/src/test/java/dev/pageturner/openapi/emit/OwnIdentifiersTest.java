package dev.pageturner.openapi.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.sources.SourceFile;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members may be called as anything in the code of models is called. */
class OwnIdentifiersTest {
  private static final Pattern IDENTIFIER = Pattern.compile("\\b[a-z][A-Za-z0-9]*\\b");

  @TempDir
  private Path folder;

  private static String schema(Set<String> members, String type) {
    return "Thing:\n  type: object\n  additionalProperties: true\n  properties:\n"
        + members.stream()
            .map(name -> "    \"" + name + "\": {" + type + "}\n")
            .collect(Collectors.joining());
  }

  private static Set<String> members(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "member" + i)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> identifiers(String schemas) {
    Set<String> identifiers = new TreeSet<>();
    for (SourceFile file : Models.sources(Models.document(folder, schemas))) {
      IDENTIFIER.matcher(file.text()).results().forEach(found -> identifiers.add(found.group()));
    }
    return identifiers;
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "type: string",
        "type: [string, 'null']",
        "type: integer",
        "type: array, items: {type: string}",
        "type: object, properties: {next: {type: string}, a: {type: [string, 'null']}}"
      })
  void areNamesOfMembers(String type) {
    // Few members make a record, hundreds a class over an array.
    Set<String> identifiers = identifiers(schema(members(3), type));
    identifiers.addAll(identifiers(schema(members(300), type)));
    assertThat(identifiers).contains("next", "values", "builder");

    compiles(schema(identifiers, type), "few");
    identifiers.addAll(members(300));
    compiles(schema(identifiers, type), "many");
  }

  private void compiles(String schemas, String place) {
    Path target = folder.resolve(place);
    assertThat(Compiled.compile(target, Models.sources(Models.document(folder, schemas))))
        .as(place)
        .isEmpty();
  }
}
