package dev.pageturner.openapi.mockserver.internal.sample;

import dev.pageturner.json.RawJson;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which form the texts of a schema take: the first whose texts the schema allows. */
final class TextForms {
  private static final List<Long> PROBES = List.of(0L, 1L, 9_999L, 999_999L);

  private TextForms() {}

  /**
   * {@return the form, empty if the schema allows none}
   *
   * @param word what the text begins with if the schema asks for nothing in particular
   */
  static Optional<TextForm> of(Merged schema, String word) {
    int least = schema.atLeast("minLength");
    int most = schema.atMost("maxLength");
    Stream<TextForm> formats = schema.parts().stream()
        .flatMap(part -> part.format().stream())
        .flatMap(format -> FormatForm.of(format).stream());
    Stream<TextForm> examples = schema.examples().stream()
        .filter(example ->
            example.kind() == RawJson.Kind.STRING && !example.asString().isEmpty())
        .map(example -> PrefixForm.like(example.asString()));
    Stream<TextForm> patterns = schema.parts().stream()
        .flatMap(part -> part.number("pattern").stream())
        .flatMap(pattern -> PatternForm.of(pattern, least, most).stream());
    Stream<TextForm> plain = least > TextSample.LONGEST
        ? Stream.of()
        : Stream.of(
            new PrefixForm(word + "-", Math.max(1, least - word.length() - 1)),
            new PrefixForm("", Math.max(1, Math.min(least, 60))));
    return Stream.of(formats, examples, patterns, plain)
        .flatMap(forms -> forms)
        .filter(form -> fits(schema, form))
        .findFirst();
  }

  private static boolean fits(Merged schema, TextForm form) {
    return PROBES.stream()
        .filter(number -> number < 10_000 || !(form instanceof PatternForm))
        .allMatch(number -> isAllowed(schema, form.text(number)));
  }

  private static boolean isAllowed(Merged schema, String text) {
    return schema.parts().stream()
        .filter(part -> part.ref().isEmpty())
        .allMatch(part -> SchemaCheck.accepts(part, RawJson.of(text)));
  }
}
