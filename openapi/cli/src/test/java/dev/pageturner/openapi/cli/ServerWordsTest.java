package dev.pageturner.openapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the server said is shown behind the errors that it answered with. */
class ServerWordsTest {
  private final Cli cli = new Cli();
  private ItemsApi api;

  @BeforeEach
  void start() throws IOException {
    api = ItemsApi.start(5, 2);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private String said(int status, String body) {
    api.before = request -> new MockResponse.Builder().code(status).body(body).build();
    assertThat(cli.run("get", api.url("/items"), "--bearer", "s3cretvalue", "-q"))
        .isEqualTo(1);
    return cli.err().lines().skip(1).findFirst().orElse("");
  }

  @Test
  void aStatusIsShownWithItsBody() {
    assertThat(said(400, "{\"message\": \"no such view\"}"))
        .isEqualTo("The server said: {\"message\": \"no such view\"}");
  }

  @Test
  void anErrorWithStatus200IsShownWithItsWords() {
    assertThat(said(200, "{\"error\":{\"message\":\"no such view\"}}"))
        .startsWith("The server said: ")
        .contains("no such view");
  }

  @Test
  void nothingIsShownOfAnEmptyBody() {
    assertThat(said(400, " \n ")).isEmpty();
  }

  @Test
  void aLongBodyIsCut() {
    assertThat(said(500, "y".repeat(5_000))).hasSizeLessThan(600).endsWith("y…");
  }

  @Test
  void severalLinesAreOneAndATerminalObeysNothing() {
    assertThat(said(400, "a\r\n\u001b[31mb\u202e c\u0007"))
        .isEqualTo("The server said: a \\u001b[31mb\\u202e c\\u0007");
  }

  @Test
  void secretsAreMaskedAlsoWhereTheBodyIsCut() {
    assertThat(said(401, "bad token s3cretvalue, {\"client_secret\": \"other\"}"))
        .contains("bad token ***")
        .doesNotContain("other");
    assertThat(said(401, "z".repeat(495) + "s3cretvalue")).doesNotContain("s3c");
  }
}
