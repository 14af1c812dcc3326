package dev.pageturner.openapi.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A union may have more alternatives than javac takes calls in a chain. */
class LargeUnionsTest {
  @ParameterizedTest(name = "{0} objects with a discriminator")
  @ValueSource(ints = {400, 2000})
  void objectsThatADiscriminatorTellsApart(int size) {
    String objects = IntStream.range(0, size)
        .mapToObj(i -> "M%d: {type: object, properties: {n%d: {type: integer}}}\n".formatted(i, i))
        .collect(Collectors.joining());
    Compiled models =
        Models.compiled("Any:\n  oneOf: [%s]\n  discriminator: {propertyName: kind}\n%s"
            .formatted(refs(size), objects));
    String last = "M" + (size - 1);

    Object value = models.read("Any", "{'kind':'" + last + "','n" + (size - 1) + "':7}");

    assertThat(value.getClass()).isEqualTo(models.type(last));
    assertThat(models.adapter("Any").toJson(value))
        .isEqualTo("{\"kind\":\"" + last + "\",\"n" + (size - 1) + "\":7}");
  }

  @ParameterizedTest(name = "{0} objects without one")
  @ValueSource(ints = {400, 2000})
  void objectsThatTheirMembersTellApart(int size) {
    String objects = IntStream.range(0, size)
        .mapToObj(i -> "M%d: {type: object, required: [n%d], properties: {n%d: {type: integer}}}\n"
            .formatted(i, i, i))
        .collect(Collectors.joining());
    Compiled models = Models.compiled("Any:\n  anyOf: [%s]\n%s".formatted(refs(size), objects));
    int last = size - 1;

    Object value = models.read("Any", "{'n" + last + "':7}");

    assertThat(value.getClass()).isEqualTo(models.type("M" + last));
    assertThat(models.adapter("Any").toJson(value)).isEqualTo("{\"n" + last + "\":7}");
  }

  private static String refs(int size) {
    return IntStream.range(0, size)
        .mapToObj(i -> "{$ref: '#/components/schemas/M" + i + "'}")
        .collect(Collectors.joining(", "));
  }
}
