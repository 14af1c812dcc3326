package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import dev.pageturner.ApiClient;
import dev.pageturner.ApiRequest;
import dev.pageturner.json.RawJson;
import dev.pageturner.laws.DetectionFamilies.Family;
import dev.pageturner.page.TraversalEvent;
import dev.pageturner.position.Verdict;
import dev.pageturner.position.Verdict.Certainty;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DetectionTableTest {
  private static final Set<Certainty> DOUBTED = Set.of(Certainty.IN_DOUBT, Certainty.CONTRADICTED);

  static Stream<Family> families() {
    return DetectionFamilies.all();
  }

  @ParameterizedTest
  @MethodSource("families")
  void recognisesTheFamily(Family family) {
    List<TraversalEvent> events = new ArrayList<>();
    OkHttpClient http = new OkHttpClient.Builder()
        .addInterceptor(chain -> answer(family, chain))
        .build();
    try (ApiClient client = ApiClient.newBuilder()
        .baseUrl("https://h/")
        .okHttpClient(http)
        .moshi(new Moshi.Builder().add(new Raw.Adapter()).build())
        .listener(events::add)
        .build()) {
      assertThat(request(client, family)
              .list(Raw.class)
              .maxPages(1)
              .acceptIncomplete()
              .toList())
          .isNotEmpty();
    }
    assertThat(decided(events)).isEqualTo(family.decided());
  }

  private static ApiRequest request(ApiClient client, Family family) {
    String[] parts = family.request().split(" ", 3);
    ApiRequest request = client.request(parts[1]).method(parts[0]);
    return parts.length < 3 ? request : request.body(RawJson.parse(parts[2].replace('\'', '"')));
  }

  private static String decided(List<TraversalEvent> events) {
    String text = "";
    boolean warned = false;
    for (TraversalEvent event : events) {
      warned |= event instanceof TraversalEvent.Ended ended
          && ended.verdict().map(Verdict::certainty).filter(DOUBTED::contains).isPresent();
      if (event instanceof TraversalEvent.Detected detected) {
        assertThat(detected.reason()).isNotBlank();
        text = detected.pagination().toString().replaceAll("^Pagination\\[|]$", "");
      }
    }
    return warned ? "warns " + text : text;
  }

  private static Response answer(Family family, Interceptor.Chain chain) {
    Response.Builder response = new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(200)
        .message("OK")
        .body(ResponseBody.create(family.body(), MediaType.get("application/json")));
    for (String header : family.headers()) {
      String[] parts = header.split(": ", 2);
      response.addHeader(parts[0], parts[1]);
    }
    return response.build();
  }
}
