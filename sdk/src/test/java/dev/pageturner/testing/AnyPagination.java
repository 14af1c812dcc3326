package dev.pageturner.testing;

import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.EndRule;
import dev.pageturner.pagination.Flag;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.JsonPath;
import dev.pageturner.pagination.Kept;
import dev.pageturner.pagination.LinkRewrite;
import dev.pageturner.pagination.Mark;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.PageSize;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import dev.pageturner.pagination.Sync;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Paginations by chance, of every part that there is. */
public final class AnyPagination {
  private static final List<Source> SOURCES = List.of(
      Source.body("$.next"),
      Source.body("$['@odata.nextLink']"),
      Source.body("$['it\\'s \"q\" \\\\ | $S, 100%']"),
      Source.body("$.link[?relation=next].url"),
      Source.header("X-Next"),
      Source.lastItem("$.id"),
      Source.lastItem("$['a|b']", "$.subdir"));
  private static final List<Carrier> SIZES = List.of(
      Carrier.query("page[cursor]"),
      Carrier.query("a, b"),
      Carrier.header("X-Cursor"),
      Carrier.form("a&b"),
      Carrier.body("/page/start"));
  private static final List<Carrier> PAIRS = List.of(
      Carrier.query("a", "b"),
      Carrier.header("A", "B"),
      Carrier.form("a", "b"),
      Carrier.body("/a", "/b"));
  private static final List<Items> ITEMS = List.of(
      new Items.Found(),
      new Items.Lines(),
      new Items.ArrayAt(JsonPath.of("$")),
      new Items.ArrayAt(JsonPath.of("$._embedded.users")),
      new Items.ValuesOf(JsonPath.of("$.users")),
      new Items.One(JsonPath.of("$.result")));

  private final Random random;
  private final Pagination.Builder builder = new Pagination.Builder();

  private AnyPagination(Random random) {
    this.random = random;
  }

  /** {@return the pagination of a seed} */
  public static Pagination of(long seed) {
    return new AnyPagination(new Random(seed)).any();
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private void maybe(Runnable part) {
    if (random.nextInt(4) == 0) {
      part.run();
    }
  }

  private Pagination any() {
    builder.items(one(ITEMS));
    Carrier carrier = addNext();
    boolean inBody = carrier instanceof Carrier.Body || carrier instanceof Carrier.Form;
    maybe(() -> builder.followingMethod(inBody ? "QUERY" : "GET"));
    addEnds();
    addRest();
    return builder.build();
  }

  private Carrier addNext() {
    Carrier carrier = random.nextInt(6) == 0 ? new Carrier.QueryMembers() : one(SIZES);
    switch (random.nextInt(9)) {
      case 0 -> builder.next(new Next.None());
      case 1 -> builder.next(new Next.Url(one(SOURCES)));
      case 2 -> builder.next(new Next.LinkHeader(one(List.of("next", "more"))));
      case 3 -> builder.next(new Next.LinkObject(one(SOURCES)));
      case 4 -> builder.next(new Next.Detected());
      case 5 -> builder.next(new Next.Offset(random.nextInt(3))).carrier(carrier);
      case 6 -> builder.next(new Next.PageNumber(random.nextInt(3))).carrier(carrier);
      case 7 -> {
        carrier = one(PAIRS);
        builder
            .next(new Next.Cursor(List.of(one(SOURCES), one(SOURCES))))
            .carrier(carrier)
            .overlap("$.key");
      }
      default -> builder.next(new Next.Cursor(List.of(one(SOURCES)))).carrier(carrier);
    }
    return carrier;
  }

  private void addEnds() {
    maybe(() -> builder.hasMore(new Flag(one(SOURCES), random.nextBoolean())));
    maybe(() -> builder.totalItems(one(SOURCES)));
    maybe(() -> builder.totalPages(one(SOURCES)));
    maybe(() -> builder.endStatus(404).endStatus(400));
    EndRule repeated = one(List.of(EndRule.REPEATED_CURSOR, EndRule.CONSTANT_CURSOR));
    for (EndRule rule : EndRule.values()) {
      boolean other = rule != EndRule.REPEATED_CURSOR && rule != EndRule.CONSTANT_CURSOR;
      maybe(() -> builder.endRule(other ? rule : repeated));
    }
  }

  private Sync anySync() {
    Mark mark = Mark.of("$.updated_at", one(SIZES));
    return switch (random.nextInt(4)) {
      case 0 -> new Sync.Link(one(SOURCES));
      case 1 -> Sync.token(one(SOURCES), one(SIZES));
      case 2 -> mark.lookBack(Duration.ofMinutes(5)).window(10);
      default -> mark.lookBack(one(List.of(0L, 2L, 2_592_000_000L)));
    };
  }

  private void addRest() {
    maybe(() ->
        builder.firstCursor(one(List.of("*", "", "--items", "true", " a\n", "é\uD83D\uDE00"))));
    maybe(() -> builder.pageSize(new PageSize(one(SIZES), 500, 100)));
    maybe(() -> builder.pageSize(new PageSize(one(SIZES), 0, 20)));
    maybe(() -> builder.pageSize(new PageSize(one(SIZES), 0, 0)).extraItem(true));
    maybe(() -> builder.followingPath(one(List.of("/a/b", "list/continue", "../x:y"))));
    maybe(() -> builder.kept(one(List.of(Kept.nothing(), Kept.only("a"), Kept.only("a", "b,c")))));
    maybe(() -> builder.linkRewrite(one(List.of(
        new LinkRewrite("/", "/"), new LinkRewrite("http://inside:8080/x=y", "https://h/v1")))));
    maybe(() -> builder.error("$.error"));
    maybe(() -> builder.sync(anySync()));
  }
}
