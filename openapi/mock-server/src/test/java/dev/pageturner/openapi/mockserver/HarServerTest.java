package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings of other programs, replayed. */
class HarServerTest {
  private final OkHttpClient client = new OkHttpClient();

  @TempDir
  private Path folder;

  private Path har(String content, String headers) throws IOException {
    return Files.writeString(folder.resolve("run.har"), """
        {"log": {"entries": [{
          "request": {"method": "GET", "url": "http://api.example.com/items", "headers": []},
          "response": {"status": 200, "headers": [%s], "content": %s}}]}}
        """.formatted(headers, content));
  }

  private Response answer(HarServer server) throws IOException {
    return client.newCall(new Request.Builder().url(server.url()).build()).execute();
  }

  @Test
  void aBodyInBase64IsServedAsTheBytesItStandsFor() throws IOException {
    ByteString bytes = ByteString.decodeHex("89504e470d0a1a0a00ff");
    Path har =
        har("{\"size\": 10, \"encoding\": \"base64\", \"text\": \"" + bytes.base64() + "\"}", "");

    try (HarServer server = HarServer.start(har, 0, Duration.ZERO);
        Response response = answer(server)) {
      assertThat(response.body().byteString()).isEqualTo(bytes);
    }
  }

  @Test
  void textInBase64LeadsToThisServerToo() throws IOException {
    String text = "{\"next\":\"http://api.example.com/items?page=2\"}";
    Path har = har(
        "{\"size\": 1, \"encoding\": \"base64\", \"text\": \""
            + ByteString.encodeUtf8(text).base64() + "\"}",
        "");

    try (HarServer server = HarServer.start(har, 0, Duration.ZERO);
        Response response = answer(server)) {
      assertThat(response.body().string()).isEqualTo("{\"next\":\"" + server.url() + "?page=2\"}");
    }
  }

  @Test
  void repeatedHeadersComeBackInTheirOrder() throws IOException {
    Path har = har("{\"size\": 2, \"text\": \"[]\"}", """
        {"name": "Link", "value": "<http://api.example.com/items?page=2>; rel=\\"next\\""},
        {"name": "Set-Cookie", "value": "a=1"},
        {"name": "link", "value": "<http://api.example.com/items?page=9>; rel=\\"last\\""},
        {"name": "Set-Cookie", "value": "b=2"}""");

    try (HarServer server = HarServer.start(har, 0, Duration.ZERO);
        Response response = answer(server)) {
      assertThat(response.headers("Set-Cookie")).containsExactly("a=1", "b=2");
      assertThat(response.headers("Link"))
          .containsExactly(
              "<" + server.url() + "?page=2>; rel=\"next\"",
              "<" + server.url() + "?page=9>; rel=\"last\"");
    }
  }

  @Test
  void aBodyThatIsNoBase64IsSaid() throws IOException {
    Path har = har("{\"size\": 2, \"encoding\": \"base64\", \"text\": \"no!\"}", "");

    assertThatThrownBy(() -> HarServer.start(har, 0, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("is no HAR file: the body of a response is no Base64");
  }
}
