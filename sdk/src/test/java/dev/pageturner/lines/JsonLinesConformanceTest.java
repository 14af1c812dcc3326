package dev.pageturner.lines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.json.ConformanceFiles;
import dev.pageturner.json.RawJson;
import dev.pageturner.sequence.CloseableIterator;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonLinesConformanceTest {
  /** The decisions where the manifest leaves one. */
  private static final Map<String, List<Object>> DECIDED = Map.ofEntries(
      Map.entry("cr-only.jsonl", List.of("error@1")),
      Map.entry("bad-utf8.jsonl", List.of("error@1", Map.of("b", 2L))),
      Map.entry("lone-surrogate-escape.jsonl", List.of(Map.of("a", "\ud800"))),
      Map.entry("utf16le.jsonl", List.of("error")),
      Map.entry("truncated.jsonl.gz", List.of("error")),
      Map.entry("bomb-64m-one-line.jsonl.gz", List.of("error@1")));

  static List<RawJson> files() {
    byte[] manifest = ConformanceFiles.bytes("jsonl/manifest.json");
    return RawJson.parse(new String(manifest, UTF_8)).get("files").orElseThrow().elements();
  }

  private static JsonLines lines(String name) {
    return JsonLines.from(ConformanceFiles.path("jsonl/" + name));
  }

  /**
   * {@return the items, the bad lines as {@code error@N}, and {@code error} if all ends with one}
   */
  private static List<Object> outcomes(String name) {
    List<Object> outcomes = new ArrayList<>();
    try {
      lines(name)
          .skipBadLines(bad -> outcomes.add("error@" + bad.number()))
          .as(Object.class)
          .forEach(outcomes::add);
    } catch (PageturnerException.Content e) {
      outcomes.add("error");
    }
    return outcomes;
  }

  private static PageturnerException.Content error(String name) {
    return catchThrowableOfType(
        PageturnerException.Content.class, () -> lines(name).as(RawJson.class).forEach(item -> {}));
  }

  @ParameterizedTest
  @MethodSource("files")
  void readsAsTheManifestSays(RawJson file) {
    String name = file.get("file").orElseThrow().asString();
    RawJson expected = file.get("expected").orElseThrow();
    List<Object> outcomes = outcomes(name);
    if (DECIDED.containsKey(name)) {
      List<Object> decided = DECIDED.get(name);
      assertThat(outcomes.subList(outcomes.size() - decided.size(), outcomes.size()))
          .isEqualTo(decided);
    } else if (expected.kind() == RawJson.Kind.ARRAY && isExact(expected)) {
      assertThat(outcomes).isEqualTo(items(expected));
    } else {
      // Not shown: AssertJ takes for ever over 200 levels.
      assertThat(outcomes.isEmpty()).isFalse();
      assertThat(outcomes.stream().anyMatch(String.class::isInstance)).isFalse();
    }
  }

  private static boolean isExact(RawJson expected) {
    return expected.elements().stream().noneMatch(item -> item.text().contains(" or "));
  }

  private static List<Object> items(RawJson expected) {
    return expected.elements().stream()
        .map(RawJson::toObject)
        .map(item -> item instanceof String error ? error.replaceFirst(" .*", "") : item)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("files")
  void writtenAgainReadsTheSame(RawJson file) {
    String name = file.get("file").orElseThrow().asString();
    if (outcomes(name).stream().anyMatch(String.class::isInstance)) {
      return;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long count = JsonLines.write(out, lines(name).as(Object.class), Object.class);
    JsonLines again = JsonLines.from(() -> new java.io.ByteArrayInputStream(out.toByteArray()));
    List<Object> items = new ArrayList<>();
    again.as(Object.class).forEach(items::add);
    assertThat(items.equals(outcomes(name))).isTrue();
    assertThat(count).isEqualTo(items.size());
  }

  @Test
  void eachErrorSaysWhereAndWhat() {
    assertThat(error("two-values-one-line.jsonl"))
        .hasMessageMatching(".*two-values-one-line.jsonl, line 1 \\(at byte 0\\): not JSON at byte "
            + "\\d+: expected nothing after the value");
    assertThat(error("truncated-last.jsonl"))
        .hasMessageMatching(".*, line 2 \\(at byte 8\\): truncated: ends where there should be .*");
    assertThat(error("json-array-file.json"))
        .hasMessageContaining("this seems to be one JSON array, not a value on each line");
    assertThat(error("utf16le.jsonl")).hasMessageContaining("this is UTF-16LE, not UTF-8");
    assertThat(error("bom-inside.jsonl"))
        .hasMessageContaining("line 2")
        .hasMessageContaining("joined");
    assertThat(error("bad-utf8.jsonl")).hasMessageContaining("not UTF-8");
    assertThat(error("truncated.jsonl.gz")).hasMessageContaining("truncated gzip data");
    assertThat(error("bomb-64m-one-line.jsonl.gz"))
        .hasMessageContaining("line 1 (at byte 0): longer than 16777216 bytes")
        .extracting(PageturnerException::kind)
        .isEqualTo(Kind.TOO_LARGE);
  }

  @Test
  void afterAnErrorThereIsNoQuietEnd() {
    try (CloseableIterator<RawJson> items =
        lines("truncated-last.jsonl").as(RawJson.class).iterator()) {
      assertThat(items.next().text()).isEqualTo("{\"a\":1}");
      Throwable first = catchThrowableOfType(PageturnerException.class, items::hasNext);
      assertThat(first).isNotNull();
      assertThat(catchThrowableOfType(PageturnerException.class, items::hasNext))
          .isSameAs(first);
      assertThat(catchThrowableOfType(PageturnerException.class, items::next)).isSameAs(first);
    }
  }

  @Test
  void valuesThatFitNoNumberTypeAreKept() {
    assertThat(lines("exp-huge.jsonl").as(RawJson.class).iterator().next().text())
        .contains("e");
    assertThat(outcomes("exp-huge.jsonl").toString()).doesNotContain("Infinity");
  }
}
