package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.parse.Documents;
import dev.pageturner.openapi.parse.TreeReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pagination that was said in words shows the facts of a style, as far as it has them. */
class SaidFactsTest {
  @TempDir
  Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {next: $.next, send: query:c, items: $.data}                | {style=cursor, items=$.data, position=query:c, next=$.next}
      {next: ['header:X-Next', $.b], send: ['header:X-At', 'header:X-B']} | {style=cursor, position=header:X-At, next=header:X-Next}
      {next: $.next, send: body:page.c}                           | {style=token-body, position=body:$.page.c, next=$.next}
      {next: $.next, send: form:c}                                | {style=token-body, position=body:c, next=$.next}
      {next: last-item:id, send: query:after}                          | {style=after-id, position=query:after, lastItem=$.id}
      {next: last-item:id, send: body:after}                           | {style=after-id, position=body:$.after, lastItem=$.id}
      {next: url:$.next, items: one:$.a}                          | {style=next-url, items=$.a, next=$.next}
      {next: url:header:X-Next, items: values:$.a}                | {style=next-url, items=$.a, next=header:X-Next}
      {next: link-object:$.links.next}                            | {style=next-url, next=$.links.next.href}
      {next: link, items: lines}                                  | {style=link-header}
      {next: offset, send: query:o, total_items: $.total}         | {style=offset, position=query:o, total=$.total, start=0}
      {next: page:0, send: query:p, total_pages: $.pages}         | {style=page, position=query:p, totalPages=$.pages, start=0}
      {next: page:1, send: query:p, total_items: 'header:X-Total'} | {style=page, position=query:p, start=1}
      {next: page:1, send: query:p, size_param: n, size_max: 50}  | {style=page, position=query:p, size=query:n up to 50, start=1}
      {next: page:1, send: query:p, size_param: 'header:X-N'}     | {style=page, position=query:p, size=header:X-N, start=1}
      {next: link, has_more: $.more}                              | {style=link-header, flag=$.more}
      {next: link, is_last: $.last}                               | {style=link-header, flag=!$.last}
      {next: link, is_last: 'header:X-Last'}                      | {style=link-header}
      {next: detect, send: query:c}                               | {style=run-time, position=query:c}
      {next: detect, send: body:c}                                | {style=run-time, position=body:$.c}
      {next: detect}                                              | {style=run-time}
      {next: none}                                                | none
      """)
  void wordsShowTheFactsOfAStyle(String words, String facts) {
    Detection said = said(words);

    assertThat(Facts.foundIn(said)).hasToString(facts);
    assertThat(said.best().map(DetectedPagination::evidence).orElse(List.of("none")))
        .isSubsetOf("none", "an override says so at pageturner.yaml:1 #/operations/POST ~1things");
  }

  private Detection said(String words) {
    Overrides overrides = Overrides.of(TreeReader.read(Documents.write(
        folder, "pageturner.yaml", "operations: {POST /things: %s}".formatted(words))));
    List<Detection> detections = PaginationDetector.detect(Documents.yaml(folder, """
        openapi: 3.0.0
        paths: {/things: {post: {responses: {}}}}
        """));
    assertThat(overrides.problems()).isEmpty();
    assertThat(overrides.problems(detections)).isEmpty();
    return overrides.apply(detections).get(0);
  }
}
