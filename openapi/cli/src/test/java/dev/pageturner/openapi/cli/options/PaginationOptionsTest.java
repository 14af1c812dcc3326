package dev.pageturner.openapi.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.EndRule;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import dev.pageturner.testing.AnyPagination;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PaginationOptionsTest {
  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyCombinationOfTheSdkCanBeSaid(long seed) {
    Pagination pagination = AnyPagination.of(seed);
    List<String> said = PaginationArguments.of(pagination);
    Pagination read = PaginationOptions.parse(said);
    assertThat(read).as("%s", said).isEqualTo(pagination);
    assertThat(PaginationArguments.of(read)).isEqualTo(said);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Preset.class)
  void aPresetIsWhatTheSdkCallsSo(Preset preset) {
    Pagination said = PaginationOptions.parse(List.of("--pagination", preset.toString()));
    assertThat(said).isEqualTo(preset.pagination());
    assertThat(PaginationOptions.parse(PaginationArguments.of(said))).isEqualTo(said);
  }

  static Stream<List<Object>> partsOfPresets() {
    return Stream.of(
        List.of("--pagination cursor --next $.meta.c", Pagination.cursor("$.meta.c", "cursor")),
        List.of("--pagination cursor --send query:c", Pagination.cursor("$.next_cursor", "c")),
        List.of("--pagination next-url --next $.links.next", Pagination.nextUrl("$.links.next")),
        List.of(
            "--pagination next-url --next header:X-Next",
            new Pagination.Builder().next(new Next.Url(Source.header("X-Next"))).build()),
        List.of("--pagination page-number --send query:p", Pagination.pageNumber("p", 1)),
        List.of("--pagination page-number --next page:0", Pagination.pageNumber("page", 0)),
        List.of("--pagination offset --size-param n", Pagination.offset("offset", "n")),
        List.of(
            "--pagination after-last-item --send query:since",
            Pagination.afterLastItem("$.id", "since")),
        List.of("--next $.links.next --send url", Pagination.nextUrl("$.links.next")),
        List.of("--next url:$.links.next", Pagination.nextUrl("$.links.next")),
        List.of("--next link", Pagination.linkHeader()),
        List.of("--next page --send query:page", Pagination.pageNumber("page", 1)),
        List.of("--pagination cursor --next link", Pagination.linkHeader()),
        List.of(
            "--next $.cursor --send body:cursor --following-path list/continue --token-alone",
            Pagination.cursor(Source.body("$.cursor"), Carrier.body("cursor"))
                .followingPath("list/continue")
                .tokenAlone()),
        List.of(
            "--next $.next --send form:cursor --keep a --keep b",
            Pagination.cursor(Source.body("$.next"), Carrier.form("cursor")).keeping("a", "b")),
        List.of("--next link-object:$.next", Pagination.linkObject("$.next")),
        List.of(
            "--pagination after-last-item --overlap $.id",
            Pagination.afterLastItem("$.id", "starting_after").overlap("$.id")),
        List.of(
            "--pagination cursor --end-rule constant-cursor",
            Pagination.cursor("$.next_cursor", "cursor").endRule(EndRule.CONSTANT_CURSOR)),
        List.of(
            "--items lines",
            Pagination.detect().newBuilder().items(new Items.Lines()).build()),
        List.of("--items $.data", Pagination.detect().items("$.data")),
        List.of("--is-last $.last", Pagination.detect().isLast("$.last")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("partsOfPresets")
  void aPartSaysThePresetOtherwise(List<Object> row) {
    List<String> said = List.of(row.get(0).toString().split(" "));
    assertThat(PaginationOptions.parse(said)).isEqualTo(row.get(1));
  }

  @Test
  void linksAreRewrittenFromOnePrefixToAnother() {
    Pagination said = PaginationOptions.parse(
        List.of("--next", "link", "--rewrite-links", "http://inside:80/x https://h/v1"));
    assertThat(said)
        .isEqualTo(Pagination.linkHeader().rewriteLinks("http://inside:80/x", "https://h/v1"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      --send query:c                                | --send needs --next
      --next $.next                                 | --next $.next needs --send, such as query:cursor
      --size-max 5                                  | --size-max and --size-usual need --size-param
      --size-param limit --size-max x               | not a number from 0: 'x'
      --next link --token-alone --keep a            | --token-alone and --keep exclude each other
      --next link --has-more $.a --is-last $.b      | --has-more and --is-last exclude each other
      --next link --rewrite-links /                 | from one prefix to another
      --next link --following-path http://h/x       | not a path of the list's own origin
      --next link --overlap $.id                    | has no key for items to overlap by
      --next link --end-rule dance                  | no end rule 'dance'
      --sync-send query:since                       | nothing is synced without --sync-at
      --sync-window 5                               | nothing is synced without --sync-at
      --sync-at $.token                             | has to be sent, such as by query:since
      --sync-at url:$.link --sync-send query:since  | a URL is followed, and not sent
      --sync-at $.token --sync-send query:since --sync-back 5 | only a mark (mark:PATH) looks back
      --sync-at mark:$.at --sync-send query:since --sync-back P | no duration such as PT5M: 'P'
      --sync-at mark:$.at --sync-send query:since --sync-window 0 | window < 1: 0
      """)
  void whatMakesNoSenseIsToldByTheNamesOfOptions(String said, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PaginationOptions.parse(List.of(said.split(" +"))))
        .withMessageContaining(message);
  }

  @Test
  void whatIsNotSaidIsThatOfTheDocument() {
    Pagination documented = Pagination.offset("skip", "take").items("$.data");
    assertThat(new PaginationOptions().pagination(documented)).isEqualTo(documented);
  }
}
