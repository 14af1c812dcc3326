package dev.pageturner.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.json.RawJson;
import dev.pageturner.testing.TestedApi;
import dev.pageturner.testing.TestedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class InjectionTest extends ServerCase {
  private String targetOf(TestedRequest request) throws Exception {
    server.enqueue(json("{}"));
    request.get(RawJson.class);
    return server.takeRequest().getTarget();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {".", "..", ""})
  @NullSource
  void pathParameterThatAddressesSomethingElseIsRefused(String value) {
    TestedRequest request = client().request("/users/{id}/orders");

    assertThatThrownBy(() -> request.path("id", value).get(RawJson.class))
        .isInstanceOfAny(IllegalArgumentException.class, NullPointerException.class);
    assertThatThrownBy(() -> request.get(RawJson.class))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest(name = "{0} goes out as {1}")
  @CsvSource({
    "%2e%2e, %252e%252e",
    "%2F, %252F",
    "..%2f, ..%252f",
    "a/b, a%2Fb",
    "a?b, a%3Fb",
    "a#b, a%23b",
    "a;b=1, a%3Bb%3D1",
    "a\\b, a%5Cb",
    "../../admin, ..%2F..%2Fadmin",
  })
  void pathParameterStaysWithinItsSegment(String value, String sent) throws Exception {
    assertThat(targetOf(client().request("/users/{id}/x").path("id", value)))
        .isEqualTo("/users/" + sent + "/x");
  }

  @ParameterizedTest(name = "U+{0}")
  @ValueSource(ints = {0, '\r', '\n', 0x1b, 0x7f, 0x130a})
  void headerCannotHoldAControlCharacter(int c) {
    TestedApi api = client();
    String bad = "a" + (char) c + "X-Admin: 1";

    assertThatThrownBy(() -> api.request("/x").header("X-Trace", bad))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("X-Admin");
    assertThatThrownBy(() -> api.request("/x").header(bad, "1"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> api.request("/x").idempotencyKey(bad))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder().header("X-Trace", bad))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /admin HTTP/1.1\r\nX: ", "GE T", "", "GET\n"})
  void methodCannotHoldARequest(String method) {
    TestedApi api = client();

    assertThatThrownBy(() -> api.request("/x").send(method, RawJson.class))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> api.request("/x").method(method).list().iterator().hasNext())
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void queryIsEncodedOnce() throws Exception {
    String target = targetOf(client().request("/x").query("a&b=c", "&=+#% é%20/?"));

    assertThat(target).isEqualTo("/x?a%26b%3Dc=%26%3D%2B%23%25%20%C3%A9%2520%2F%3F");
  }

  @Test
  void queryValueThatIsNullIsRefused() {
    TestedRequest request = client().request("/x");

    assertThatThrownBy(() -> request.query("a", null)).isInstanceOf(NullPointerException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a+b/c==", "a&b=c#d", "100%", "%2B", "blank and é", "a;b,c|d", "'x'"})
  void serverReadsTheSameCursorBack(String cursor) throws Exception {
    server.enqueue(json("{'items': ['ada'], 'next': '" + cursor.replace("'", "\\u0027") + "'}"));
    server.enqueue(json("{'items': ['bob']}"));

    assertThat(names(client(), CURSOR)).containsExactly("ada", "bob");

    server.takeRequest();
    assertThat(server.takeRequest().getUrl().queryParameter("cursor")).isEqualTo(cursor);
  }

  @Test
  void queryOfANextLinkGoesOutAsItWasWritten() throws Exception {
    String query = "cursor=a+b%2fc%2Fd==&f[]=1&g=%zz;h|{}^`&&i=,:@!$()*";
    server.enqueue(json("{'items': ['ada'], 'next': '/names?" + query + "'}"));
    server.enqueue(json("{'items': ['bob']}"));

    assertThat(names(client(), NEXT_URL)).containsExactly("ada", "bob");

    assertThat(targets(server)).containsExactly("GET /names", "GET /names?" + query);
  }

  @Test
  void postWithoutABodyIsSentEmpty() throws Exception {
    server.enqueue(json("{}"));

    client().request("/x").post(RawJson.class);

    assertThat(server.takeRequest().getHeaders().get("Content-Length")).isEqualTo("0");
  }
}
