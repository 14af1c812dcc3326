package dev.pageturner.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.ApiClient;
import dev.pageturner.ApiRequest;
import dev.pageturner.Testing;
import dev.pageturner.auth.Credentials;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.testing.PromptSockets;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies besides JSON, as a server sees them. */
class BodiesTest {
  public record Customer(String name, Address address, List<Line> lines) {}

  public record Address(String city, String line2) {}

  public record Line(String price, int quantity) {}

  @TempDir
  Path folder;

  private final MockWebServer server = new MockWebServer();
  private ApiClient api;

  @BeforeEach
  void start() throws Exception {
    server.setServerSocketFactory(new PromptSockets());
    server.start();
    api = Testing.pausing(
            ApiClient.newBuilder().baseUrl(server.url("/").toString()), (wait, cancel) -> {})
        .build();
  }

  @AfterEach
  void close() {
    api.close();
    server.close();
  }

  private RecordedRequest posted(Body body) throws InterruptedException {
    server.enqueue(new MockResponse.Builder().build());
    api.request("/things").body(body).send("POST");
    return server.takeRequest();
  }

  @Test
  void aFormHoldsNestedObjectsAndLists() throws Exception {
    Customer customer = new Customer(
        "A & B", new Address("Zürich", null), List.of(new Line("p1", 2), new Line("p2", 3)));

    RecordedRequest request = posted(Body.form(customer));

    assertThat(request.getHeaders().get("Content-Type"))
        .isEqualTo("application/x-www-form-urlencoded");
    assertThat(request.getBody().utf8().replace("%5B", "[").replace("%5D", "]"))
        .isEqualTo("name=A%20%26%20B&address[city]=Z%C3%BCrich&lines[0][price]=p1"
            + "&lines[0][quantity]=2&lines[1][price]=p2&lines[1][quantity]=3");
  }

  @Test
  void aFormMaySayHowAFieldIsWritten() throws Exception {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("tags", List.of("a", "b"));
    fields.put("ids", List.of(1, 2));
    fields.put("expand", List.of("x"));
    fields.put("gone", null);

    RecordedRequest request = posted(Body.form(fields)
        .style("ids", ParameterStyle.FORM)
        .style("expand", ParameterStyle.DEEP_OBJECT));

    assertThat(request.getBody().utf8()).isEqualTo("tags=a&tags=b&ids=1,2&expand%5B0%5D=x");
  }

  @Test
  void aFormOfAListIsMisuse() {
    ApiRequest request = api.request("/things");

    assertThatThrownBy(() -> request.body(Body.form(List.of(1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void jsonMayHaveAMediaTypeOfItsOwn() throws Exception {
    RecordedRequest request =
        posted(new Body.Json("application/merge-patch+json", Map.of("name", "Ada")));

    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/merge-patch+json");
    assertThat(request.getBody().utf8()).isEqualTo("{\"name\":\"Ada\"}");
  }

  @Test
  void textSaysItsEncoding() throws Exception {
    RecordedRequest request = posted(new Body.Text("text/plain", "é"));

    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("text/plain; charset=utf-8");
    assertThat(request.getBody().hex()).isEqualTo("c3a9");
    assertThat(posted(new Body.Text("text/plain; charset=iso-8859-1", "é"))
            .getBody()
            .hex())
        .isEqualTo("e9");
  }

  @Test
  void partsAreTextJsonAndFiles() throws Exception {
    Path file = Files.writeString(folder.resolve("notes.txt"), "hello");

    RecordedRequest request = posted(Body.multipart()
        .part("title", "Ünïcode")
        .part("count", 3)
        .part("gone", null)
        .part("tags", List.of("a", "b"))
        .part("meta", Map.of("k", 1))
        .part("file", Upload.of(file), "text/plain")
        .part("raw", Upload.of(new byte[] {1, 2}).named("x\"y.bin")));

    String boundary = request.getHeaders().get("Content-Type").replaceFirst(".*boundary=", "");
    assertThat(request.getHeaders().get("Content-Type")).startsWith("multipart/form-data; ");
    assertThat(request.getBody().utf8().split("--" + boundary)).hasSize(9).satisfies(parts -> {
      assertThat(parts[1]).contains("name=\"title\"").contains("Ünïcode");
      assertThat(parts[2]).contains("name=\"count\"").endsWith("\r\n\r\n3\r\n");
      assertThat(parts[3]).contains("name=\"tags\"").endsWith("\r\n\r\na\r\n");
      assertThat(parts[4]).contains("name=\"tags\"").endsWith("\r\n\r\nb\r\n");
      assertThat(parts[5]).contains("Content-Type: application/json").contains("{\"k\":1}");
      assertThat(parts[6])
          .contains("name=\"file\"; filename=\"notes.txt\"")
          .contains("Content-Type: text/plain")
          .endsWith("hello\r\n");
      assertThat(parts[7]).contains("filename=\"x%22y.bin\"").contains("octet-stream");
    });
  }

  @Test
  void aFileIsSentAgainAfterAFault() throws Exception {
    Path file = Files.writeString(folder.resolve("notes.txt"), "hello");
    server.enqueue(new MockResponse.Builder().code(503).build());
    server.enqueue(new MockResponse.Builder().build());

    api.request("/file").body(new Body.Binary("text/plain", Upload.of(file))).send("PUT");

    server.takeRequest();
    assertThat(server.takeRequest().getBody().utf8()).isEqualTo("hello");
  }

  @Test
  void aStreamIsSentOnceWhateverHappens() throws Exception {
    byte[] large = new byte[100_000];
    Arrays.fill(large, (byte) 7);
    server.enqueue(new MockResponse.Builder().code(503).build());
    ApiRequest request = api.request("/file")
        .repeatable()
        .body(new Body.Binary("image/png", Upload.of(new ByteArrayInputStream(large))));

    assertThatThrownBy(() -> request.send("PUT"))
        .isInstanceOfSatisfying(
            PageturnerException.Status.class, e -> assertThat(e.status()).isEqualTo(503));
    assertThat(server.takeRequest().getBody().size()).isEqualTo(large.length);
    assertThat(server.getRequestCount()).isEqualTo(1);

    assertThatThrownBy(() -> request.send("PUT"))
        .isInstanceOf(PageturnerException.Storage.class)
        .hasMessageContaining("sent before");
  }

  @Test
  void aStreamIsNotSentAgainWithNewCredentials() {
    server.enqueue(new MockResponse.Builder().code(401).build());
    int[] asked = {0};
    ApiClient renewing = ApiClient.newBuilder()
        .baseUrl(server.url("/").toString())
        .credentials(Credentials.bearer(() -> "token" + asked[0]++))
        .build();
    ApiRequest request = renewing
        .request("/file")
        .body(new Body.Binary("image/png", Upload.of(new ByteArrayInputStream(new byte[3]))));

    assertThatThrownBy(() -> request.send("POST")).isInstanceOf(PageturnerException.Status.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
    renewing.close();
  }

  @Test
  void aFileThatIsMissingIsALocalFault() {
    ApiRequest request =
        api.request("/file").body(new Body.Binary("text/plain", Upload.of(folder.resolve("none"))));

    assertThatThrownBy(() -> request.send("PUT")).isInstanceOf(PageturnerException.Storage.class);
  }

  @Test
  void aWrongMediaTypeIsMisuse() {
    ApiRequest request = api.request("/file");

    assertThatThrownBy(() -> request.body(new Body.Text("no type", "x")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
