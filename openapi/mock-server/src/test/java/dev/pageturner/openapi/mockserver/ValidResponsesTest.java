package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.mockserver.internal.server.Blueprint;
import dev.pageturner.openapi.model.Operation;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every body of the example document, checked with a client and a validator that are not ours. */
class ValidResponsesTest {
  private static final ResponseCheck CHECK = new ResponseCheck(Shop.DOCUMENT);
  private static final Blueprint BLUEPRINT = Blueprint.read(Shop.SPEC);
  private static final OkHttpClient CLIENT = new OkHttpClient();

  static Stream<String> operations() {
    return Shop.DOCUMENT.operations().stream().map(one -> one.id().orElseThrow());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void everyOperationAnswersAsTheDocumentSays(String id) throws Exception {
    Operation operation = operation(id);
    for (long seed = 0; seed < 10; seed++) {
      MockOptions options = MockOptions.newBuilder().seed(seed).items(30).build();
      try (MockApi api = MockApi.start(BLUEPRINT, options);
          Response response = CLIENT.newCall(request(api, operation)).execute()) {
        assertThat(response.code()).isBetween(200, 299);
        String body = response.body().string();
        assertThat(CHECK.errors(operation, response.code(), body))
            .as("seed %s: %s", seed, body)
            .isEmpty();
      }
    }
  }

  private static Request request(MockApi api, Operation operation) throws Exception {
    String path = operation
        .path()
        .replace("{user_id}", firstId(api, "/users", "data"))
        .replace("{product_id}", firstId(api, "/products", "items"))
        .replace("{customer_id}", firstId(api, "/customers", "results"))
        .replace("{order_id}", firstId(api, "/orders", "_embedded"))
        .replace("{webhook_id}", firstId(api, "/webhooks", ""))
        .replace("{invoice_id}", firstId(api, "/invoices", "data"));
    boolean body = !operation.method().matches("GET|DELETE");
    return new Request.Builder()
        .url(api.url(path))
        .method(
            operation.method(),
            body
                ? RequestBody.create(
                    "{\"name\": \"Ada\"}", okhttp3.MediaType.get("application/json"))
                : null)
        .build();
  }

  private static String firstId(MockApi api, String path, String member) throws Exception {
    Request request = new Request.Builder().url(api.url(path)).build();
    try (Response response = CLIENT.newCall(request).execute()) {
      var body = dev.pageturner.json.RawJson.parse(response.body().string());
      var items = member.isEmpty() ? body : body.get(member).orElseThrow();
      var array = member.equals("_embedded") ? items.get("orders").orElseThrow() : items;
      var id = array.at("/0/id").orElseThrow();
      return id.kind() == dev.pageturner.json.RawJson.Kind.STRING ? id.asString() : id.text();
    }
  }

  private static Operation operation(String id) {
    return Shop.DOCUMENT.operations().stream()
        .filter(one -> one.id().orElse("").equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theValidatorFindsWhatIsWrong() {
    assertThat(CHECK.errors(operation("listUsers"), 200, "{\"data\": [{}], \"meta\": {}}"))
        .isNotEmpty();
  }
}
