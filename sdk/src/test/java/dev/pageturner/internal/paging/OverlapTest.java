package dev.pageturner.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.pagination.JsonPath;
import dev.pageturner.position.CursorValue;
import dev.pageturner.position.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OverlapTest {
  private static final JsonPath KEY = JsonPath.of("$.t");

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  private record Item(int t, int id) {
    String json() {
      return "{\"t\":" + t + ",\"id\":" + id + "}";
    }
  }

  /** Items by key, of which fewer share one than a page has. */
  private static List<Item> table(Random random, int size) {
    List<Item> all = new ArrayList<>();
    int id = 0;
    for (int t = 1; t <= 12; t++) {
      for (int n = random.nextInt(size); n > 0; n--) {
        all.add(new Item(t, id++));
      }
    }
    return all;
  }

  /** Pages from a key on; the order among equal keys is another one each time. */
  private static List<String> page(List<Item> all, int from, int size, Random random) {
    List<Item> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    return shuffled.stream()
        .filter(item -> item.t() >= from)
        .sorted((a, b) -> Integer.compare(a.t(), b.t()))
        .limit(size)
        .map(Item::json)
        .toList();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void eachItemComesOnceWhereverThePagesAreCut(long seed) {
    Random random = new Random(seed);
    List<Item> all = table(random, 4);
    List<String> got = new ArrayList<>();
    Position position = Position.start();
    while (true) {
      int from = position instanceof Position.Cursor at
          ? Integer.parseInt(Overlap.sent(at).get(0).text())
          : 0;
      Overlap overlap = Overlap.at(KEY, position);
      List<String> page = page(all, from, 8, random);
      page.stream().filter(item -> !overlap.isRepeated(item)).forEach(got::add);
      if (overlap.fresh() == 0) {
        assertThat(overlap.isStuck(8)).isFalse();
        break;
      }
      position = overlap.marked(cursor(page));
    }
    assertThat(got)
        .containsExactlyInAnyOrderElementsOf(all.stream().map(Item::json).toList());
  }

  private static Position.Cursor cursor(List<String> page) {
    String last = page.get(page.size() - 1);
    return new Position.Cursor(
        List.of(CursorValue.json(last.replaceAll("\\{\"t\":(\\d+).*", "$1"))));
  }

  @Test
  void ofEqualItemsAsManyAreLeftOutAsWereDelivered() {
    Overlap first = Overlap.at(KEY, Position.start());
    assertThat(first.isRepeated("{\"t\":1}")).isFalse();
    Overlap second = Overlap.at(KEY, first.marked(cursor(List.of("{\"t\":1}"))));
    assertThat(second.isRepeated("{\"t\":1}")).isTrue();
    assertThat(second.isRepeated("{\"t\":1}")).isFalse();
    assertThat(second.fresh()).isEqualTo(1);
  }

  @Test
  void aFullPageWithNothingNewIsNoProofOfAnEnd() {
    List<String> page =
        IntStream.range(0, 3).mapToObj(id -> new Item(1, id).json()).toList();
    Overlap first = Overlap.at(KEY, Position.start());
    page.forEach(first::isRepeated);
    Overlap second = Overlap.at(KEY, first.marked(cursor(page)));
    page.forEach(second::isRepeated);
    assertThat(second.isStuck(3)).isTrue();
    assertThat(second.isStuck(4)).isFalse();
  }

  @Test
  void theMarkIsNotSent() {
    Overlap first = Overlap.at(KEY, Position.start());
    first.isRepeated("{\"t\":7}");
    Position.Cursor next = cursor(List.of("{\"t\":7}"));
    assertThat(Overlap.sent(first.marked(next))).isEqualTo(next.values());
    assertThat(Overlap.sent(next)).isEqualTo(next.values());
  }
}
