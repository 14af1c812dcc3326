package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.mockserver.internal.data.Change;
import dev.pageturner.openapi.mockserver.internal.data.Row;
import dev.pageturner.openapi.mockserver.internal.data.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ManyItemsTest {
  @Test
  void theLastOfAThousandMillionItemsIsServedAtOnce() throws Exception {
    MockOptions options = MockOptions.newBuilder().items(1_000_000_000).build();
    try (MockApi api = MockApi.start(Shop.SPEC, options)) {
      RawJson page = RawJson.parse(Http.get(api, "/customers?offset=999999995").body());
      List<RawJson> last = page.get("results").orElseThrow().elements();

      assertThat(last).hasSize(5).doesNotHaveDuplicates();
      String id = last.get(4).get("id").orElseThrow().text();
      assertThat(RawJson.parse(Http.get(api, "/customers/" + id).body())).isEqualTo(last.get(4));
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  /** The same changes, done to a plain list of serials. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void rowsBehaveLikeAListThatIsHeld(long seed) {
    Random random = new Random(seed);
    Rows rows = new Rows(20);
    List<Long> model = new ArrayList<>(LongStream.range(0, 20).boxed().toList());
    for (int i = 0; i < 60; i++) {
      switch (random.nextInt(3)) {
        case 0 -> model.add(rows.append(new Change(true, Map.of())).serial());
        case 1 -> model.add(0, rows.insert(new Change(true, Map.of())).serial());
        default -> {
          if (!model.isEmpty()) {
            long serial = model.remove(random.nextInt(model.size()));
            rows.remove(rows.bySerial(serial).orElseThrow());
            assertThat(rows.bySerial(serial)).isEmpty();
          }
        }
      }
      int rank = random.nextInt(model.size() + 3);
      List<Long> from = rows.from(rows.place(rank), 5).stream().map(Row::serial).toList();
      int start = Math.min(rank, model.size());
      assertThat(from).isEqualTo(model.subList(start, Math.min(start + 5, model.size())));
      assertThat(rows.count()).isEqualTo(model.size());
      assertThat(rows.rank(rows.place(rank))).isEqualTo(start);
    }
  }
}
