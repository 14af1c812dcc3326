package dev.pageturner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.json.RawJson;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

class InterceptedClientTest {
  @Test
  void anInterceptorSeesEachRequestAndTheResponseAsItCame() throws Exception {
    List<Request> requests = new ArrayList<>();
    List<Response> responses = new ArrayList<>();
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(
          new MockResponse.Builder().code(503).addHeader("Retry-After", "0").build());
      server.enqueue(new MockResponse.Builder().body("[1]").build());
      server.enqueue(new MockResponse.Builder().body("[2]").build());
      ApiClient client = ApiClient.newBuilder()
          .baseUrl(server.url("/").toString())
          .bearer(() -> "t")
          .build();
      Interceptor witness = chain -> {
        requests.add(chain.request());
        Response response = chain.proceed(chain.request());
        responses.add(response);
        return response;
      };
      ApiClient watched = client.withOkHttpClient(
          http -> http.newBuilder().addNetworkInterceptor(witness).build());

      assertThat(watched.list("/numbers").toList()).containsExactly(RawJson.of(1));
      assertThat(requests).hasSize(2);
      assertThat(requests.get(0).header("Authorization")).isEqualTo("Bearer t");
      assertThat(responses.get(0).header("Retry-After")).isEqualTo("0");

      assertThat(client.list("/numbers").toList()).containsExactly(RawJson.of(2));
      assertThat(requests).hasSize(2); // The client itself is as it was.
      client.close();
      assertThatThrownBy(() -> watched.list("/numbers").toList())
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
