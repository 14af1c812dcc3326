package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pageturner.json.RawJson;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CurlTest {
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");
  private MockApi api;

  /**
   * What curl did.
   *
   * @param code its exit code
   * @param headers the headers of the response
   * @param body its body
   */
  private record Result(int code, String headers, String body) {}

  @BeforeEach
  void start() {
    assumeTrue(hasCurl(), "no curl here");
    api = Shop.start(95);
  }

  @AfterEach
  void stop() {
    if (api != null) {
      api.close();
    }
  }

  private static boolean hasCurl() {
    try {
      new ProcessBuilder("curl", "--version")
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static Result curl(String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of("curl", "-s", "-S", "-i", "-m", "60"));
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command)
        .redirectInput(new File("/dev/null"))
        .redirectErrorStream(true)
        .start();
    String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String[] halves = all.split("\r\n\r\n", 2);
    return new Result(process.waitFor(), halves[0], halves.length == 2 ? halves[1] : "");
  }

  @Test
  void aLoopOverLinksSeesEachWebhookOnce() throws Exception {
    Set<String> ids = new HashSet<>();
    Optional<String> next = Optional.of(api.url("/webhooks?per_page=40").toString());
    while (next.isPresent()) {
      Result page = curl(next.get());
      assertThat(page.code()).isZero();
      RawJson.parse(page.body())
          .elements()
          .forEach(hook -> ids.add(hook.get("id").toString()));
      Matcher link = NEXT.matcher(page.headers());
      next = link.find() ? Optional.of(link.group(1)) : Optional.empty();
    }
    assertThat(ids).hasSize(95);
    assertThat(api.requests("GET /webhooks")).hasSize(3);
  }

  @Test
  void whatIsPostedIsThere() throws Exception {
    String url = api.url("/users").toString();
    Result added =
        curl("-H", "Content-Type: application/json", "-d", "{\"name\":\"Zoë\"}", "-X", "POST", url);
    assertThat(added.headers()).startsWith("HTTP/1.1 201");
    String id = RawJson.parse(added.body()).get("id").orElseThrow().asString();
    assertThat(curl(url + "/" + id).body()).contains("Zoë");
    assertThat(curl("-X", "DELETE", url + "/" + id).headers()).startsWith("HTTP/1.1 204");
    assertThat(curl(url + "/" + id).headers()).startsWith("HTTP/1.1 404");
  }

  @Test
  void faultsAreFaultsForCurlToo() throws Exception {
    String url = api.url("/users").toString();
    api.list("listUsers").failNext(Fault.status(429).retryAfter(7));
    api.list("listUsers").failNext(Fault.reset());
    api.list("listUsers").failNext(Fault.cutBody());

    assertThat(curl(url).headers()).startsWith("HTTP/1.1 429").contains("Retry-After: 7");
    assertThat(curl(url).code()).isIn(52, 56); // CURLE_GOT_NOTHING, CURLE_RECV_ERROR
    assertThat(curl(url).code()).isEqualTo(18); // CURLE_PARTIAL_FILE
    assertThat(curl(url).headers()).startsWith("HTTP/1.1 200");
  }

  @Test
  void aBodyThatWaitsForTheServersConsentArrives() throws Exception {
    String name = "x".repeat(100_000);
    Result added = curl(
        "-H",
        "Content-Type: application/json",
        "-H",
        "Expect: 100-continue",
        "-d",
        "{\"name\":\"" + name + "\"}",
        api.url("/users").toString());
    assertThat(added.headers()).contains("HTTP/1.1 201");
  }
}
