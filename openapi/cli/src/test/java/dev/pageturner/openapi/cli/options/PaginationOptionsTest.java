package dev.pageturner.openapi.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.EndRule;
import dev.pageturner.pagination.Flag;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.PageSize;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Path;
import dev.pageturner.pagination.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PaginationOptionsTest {
  private static final List<Source> SOURCES = List.of(
      Source.body("$.next"),
      Source.body("$['@odata.nextLink']"),
      Source.body("$.link[?relation=next].url"),
      Source.header("X-Next"),
      Source.lastItem("$.id"),
      Source.lastItem("$.name", "$.subdir"));
  private static final List<Carrier> CARRIERS = List.of(
      Carrier.query("page[cursor]"),
      Carrier.header("X-Cursor"),
      Carrier.body("/page/start"),
      new Carrier.QueryMembers());
  private static final List<Items> ITEMS = List.of(
      new Items.Found(),
      new Items.ArrayAt(Path.of("$")),
      new Items.ArrayAt(Path.of("$._embedded.users")),
      new Items.ValuesOf(Path.of("$.users")),
      new Items.One(Path.of("$.result")));

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  private static <T> T one(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static Pagination any(Random random) {
    Pagination.Builder builder = new Pagination.Builder().items(one(random, ITEMS));
    switch (random.nextInt(8)) {
      case 0 -> builder.next(new Next.None());
      case 1 -> builder.next(new Next.Url(one(random, SOURCES)));
      case 2 -> builder.next(new Next.LinkHeader(one(random, List.of("next", "more"))));
      case 3 -> builder.next(new Next.Offset(random.nextInt(3))).carrier(one(random, CARRIERS));
      case 4 -> builder.next(new Next.PageNumber(random.nextInt(3))).carrier(one(random, CARRIERS));
      case 5 ->
        builder
            .next(new Next.Cursor(List.of(one(random, SOURCES), one(random, SOURCES))))
            .carrier(one(
                random,
                List.of(
                    Carrier.query("a", "b"), Carrier.header("A", "B"), Carrier.body("/a", "/b"))));
      case 6 -> builder.next(new Next.Detected());
      default ->
        builder.next(new Next.Cursor(List.of(one(random, SOURCES)))).carrier(one(random, CARRIERS));
    }
    return withRest(builder, random).build();
  }

  private static Pagination.Builder withRest(Pagination.Builder builder, Random random) {
    List<Runnable> parts = new ArrayList<>(List.of(
        () -> builder.hasMore(new Flag(one(random, SOURCES), random.nextBoolean())),
        () -> builder.totalItems(one(random, SOURCES)),
        () -> builder.totalPages(one(random, SOURCES)),
        () -> builder.endStatus(404).endStatus(400),
        () -> builder.firstCursor(one(random, List.of("*", "", "--items"))),
        () -> builder.followingMethod("GET"),
        () -> builder.extraItem(true).pageSize(PageSize.query("limit")),
        () -> builder.pageSize(new PageSize(one(random, CARRIERS.subList(0, 3)), 500, 100)),
        () -> builder.error("$.error")));
    for (EndRule rule : EndRule.values()) {
      parts.add(() -> builder.endRule(rule));
    }
    parts.stream().filter(part -> random.nextInt(4) == 0).forEach(Runnable::run);
    return builder;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyCombinationOfTheSdkCanBeSaid(long seed) {
    Pagination pagination = any(new Random(seed));
    List<String> said = PaginationArguments.of(pagination);
    assertThat(PaginationOptions.parse(said)).as("%s", said).isEqualTo(pagination);
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
  void whatIsNotSaidIsThatOfTheDocument() {
    Pagination documented = Pagination.offset("skip", "take").items("$.data");
    assertThat(new PaginationOptions().pagination(documented)).isEqualTo(documented);
  }
}
