package dev.pageturner.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.ApiRequest;
import dev.pageturner.json.ConformanceFiles;
import dev.pageturner.json.RawJson;
import dev.pageturner.testing.PromptSockets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each parameter of the conformance data as a server sees it. */
class ParameterVectorsTest {
  private static final Map<String, ParameterStyle> STYLES = Map.of(
      "simple", ParameterStyle.SIMPLE,
      "label", ParameterStyle.LABEL,
      "matrix", ParameterStyle.MATRIX,
      "form", ParameterStyle.FORM,
      "spaceDelimited", ParameterStyle.SPACE_DELIMITED,
      "pipeDelimited", ParameterStyle.PIPE_DELIMITED,
      "deepObject", ParameterStyle.DEEP_OBJECT);

  private final MockWebServer server = new MockWebServer();

  static Stream<Arguments> cases() {
    return ConformanceFiles.names("openapi-params", "").stream()
        .flatMap(name -> RawJson.parse(
            new String(ConformanceFiles.bytes("openapi-params/" + name), StandardCharsets.UTF_8))
            .get("cases")
            .orElseThrow()
            .elements()
            .stream())
        .flatMap(each -> Stream.of(text(each, "in").split("-or-"))
            .map(in -> Arguments.of(text(each, "id"), in, each)));
  }

  @BeforeEach
  void start() throws Exception {
    server.setServerSocketFactory(new PromptSockets());
    server.start();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("cases")
  void goesOutAsTheVectorSays(String id, String in, RawJson each) throws Exception {
    List<String> accepted = new ArrayList<>(List.of(text(each, "expected")));
    each.get("alt").ifPresent(alt -> alt.elements().forEach(one -> accepted.add(one.asString())));
    if (in.equals("path") && List.of("", ".").contains(accepted.get(0))) {
      // A segment that is empty or a dot addresses something else: we refuse to send it.
      accepted.set(0, "reject");
    }
    accepted.replaceAll(text -> text.startsWith("?") ? text.substring(1) : text);

    assertThat(sent(in, each)).isIn(accepted);
  }

  private String sent(String in, RawJson each) throws InterruptedException {
    server.enqueue(new MockResponse.Builder().build());
    String name = text(each, "name");
    ParameterStyle style = STYLES.get(text(each, "style"));
    boolean explode = each.get("explode").map(RawJson::asBoolean).orElse(false);
    style = explode ? style.exploded() : style;
    style =
        each.get("allowReserved").map(RawJson::asBoolean).orElse(false) ? style.reserved() : style;
    try (ApiClient api = ApiClient.create(server.url("/").toString())) {
      request(api, in, name, value(each), style).send("GET");
    } catch (IllegalArgumentException e) {
      assertThat(server.getRequestCount()).isZero();
      return "reject";
    }
    return seen(server.takeRequest(), in, name);
  }

  private static ApiRequest request(
      ApiClient api, String in, String name, Object value, ParameterStyle style) {
    return switch (in) {
      case "path" -> api.request("/p/{" + name + "}").path(name, value, style);
      case "query" -> api.request("/p").query(name, value, style);
      case "header" -> api.request("/p").header(name, value, style);
      default -> api.request("/p").cookie(name, value, style);
    };
  }

  /** What the table of OpenAPI calls undefined, RFC 6570 calls the empty string. */
  private static Object value(RawJson each) {
    boolean undefined =
        each.get("kind").filter(kind -> kind.asString().equals("undefined")).isPresent();
    return undefined ? "" : each.get("value").filter(value -> !value.isNull()).orElse(null);
  }

  private static String seen(RecordedRequest request, String in, String name) {
    String target = request.getTarget();
    int mark = target.indexOf('?');
    return switch (in) {
      case "path" -> target.substring("/p/".length());
      case "query" -> mark < 0 ? "" : target.substring(mark + 1);
      case "header" -> String.valueOf(request.getHeaders().get(name));
      default -> String.valueOf(request.getHeaders().get("Cookie"));
    };
  }

  private static String text(RawJson each, String name) {
    return each.get(name).map(RawJson::asString).orElse("");
  }
}
