package dev.pageturner.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.ApiClient;
import dev.pageturner.testing.PromptSockets;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One value is one JSON, whether it is the body itself, one under a media type, or a parameter. */
class JsonBodiesTest {
  public record Settings(String name, Map<String, Object> extra) {}

  private final MockWebServer server = new MockWebServer();
  private ApiClient api;

  @BeforeEach
  void start() throws Exception {
    server.setServerSocketFactory(new PromptSockets());
    server.start();
    api = ApiClient.create(server.url("/").toString());
  }

  @AfterEach
  void close() {
    api.close();
    server.close();
  }

  static List<Arguments> values() {
    return List.of(
        Arguments.of("{\"b\":1,\"a\":null}", map("b", 1, "a", null)),
        Arguments.of("{\"a\":{\"b\":null}}", map("a", map("b", null))),
        Arguments.of("[{\"a\":null},null]", Arrays.asList(map("a", null), null)),
        Arguments.of("{\"a\":1,\"b\":null}", map("a", Optional.of(1), "b", Optional.empty())),
        Arguments.of("{\"a\":1000000000000000000000}", map("a", 1e21)),
        Arguments.of("{\"a\":0.1}", map("a", 0.1f)),
        Arguments.of("{\"a\":1.10}", map("a", new BigDecimal("1.10"))),
        Arguments.of("{\"a\":[1,2]}", map("a", new int[] {1, 2})),
        Arguments.of("{\"a\":\"09:00:00\"}", map("a", LocalTime.of(9, 0))),
        Arguments.of(
            "{\"a\":\"2026-01-02T03:04:00+01:00\"}",
            map(
                "a",
                OffsetDateTime.parse("2026-01-02T02:04Z")
                    .atZoneSameInstant(ZoneId.of("Europe/Oslo")))),
        Arguments.of("{\"a\":\"\\ud800\"}", map("a", "\ud800")),
        Arguments.of("{\"HOURS\":1}", new EnumMap<>(Map.of(TimeUnit.HOURS, 1))),
        Arguments.of("{\"7\":1}", Map.of(7, 1)),
        Arguments.of(
            "{\"extra\":{\"a\":null,\"t\":\"09:00:00\"}}",
            new Settings(null, map("a", null, "t", LocalTime.of(9, 0)))));
  }

  private static Map<String, Object> map(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void aValueIsTheSameJsonEverywhere(String json, Object value) throws Exception {
    server.enqueue(new MockResponse.Builder().build());
    server.enqueue(new MockResponse.Builder().build());

    api.request("/x").body(value).send("PATCH");
    api.request("/x").body(new Body.Json("application/merge-patch+json", value)).send("PATCH");

    assertThat(server.takeRequest().getBody().utf8()).isEqualTo(json);
    assertThat(server.takeRequest().getBody().utf8()).isEqualTo(json);
  }

  @Test
  void anOptionalParameterIsItsValue() throws Exception {
    server.enqueue(new MockResponse.Builder().build());

    api.request("/x")
        .query("q", Optional.of("a"), ParameterStyle.FORM)
        .query("r", Optional.empty(), ParameterStyle.FORM)
        .send("DELETE");

    assertThat(server.takeRequest().getTarget()).isEqualTo("/x?q=a");
  }

  static List<Arguments> refused() {
    Map<String, Object> cycle = new HashMap<>();
    cycle.put("self", cycle);
    return List.of(
        Arguments.of("java.util.Date at $.a", map("a", new Date(0))),
        Arguments.of("not a finite number at $.a", map("a", Double.NaN)),
        Arguments.of("not a finite number at $.extra.a", new Settings("", map("a", Double.NaN))),
        Arguments.of("half a surrogate pair", map("\udc00", 1)),
        Arguments.of("name that is null", new HashMap<>(Map.of("a", map(null, 1)))),
        Arguments.of("Nesting too deep", cycle));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void whatHasNoJsonIsRefusedWhereItEnters(String message, Object value) {
    assertThatThrownBy(() -> api.request("/x").body(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
    assertThat(server.getRequestCount()).isZero();
  }
}
