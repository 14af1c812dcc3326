package dev.pageturner.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.ApiClient;
import dev.pageturner.ApiRequest;
import dev.pageturner.auth.Credentials;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.testing.PromptSockets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers besides JSON, cookies, and further servers of one API. */
class DownloadTest {
  @TempDir
  Path folder;

  private final MockWebServer server = new MockWebServer();
  private ApiClient api;

  @BeforeEach
  void start() throws Exception {
    server.setServerSocketFactory(new PromptSockets());
    server.start();
    api = builder().build();
  }

  private ApiClient.Builder builder() {
    return ApiClient.newBuilder().baseUrl(server.url("/").toString()).maxBody(1_000);
  }

  @AfterEach
  void close() {
    api.close();
    server.close();
  }

  private static MockResponse of(int size, String type) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", type)
        .body("x".repeat(size))
        .build();
  }

  @Test
  void isReadAsItArrives() throws Exception {
    server.enqueue(of(100_000, "image/png"));

    try (Download download = api.request("/picture").download("GET")) {
      assertThat(download.status()).isEqualTo(200);
      assertThat(download.mediaType()).contains("image/png");
      assertThat(download.length()).hasValue(100_000);
      assertThat(download.stream().readAllBytes()).hasSize(100_000);
    }
  }

  @Test
  void isBoundedInMemoryOnly() {
    server.enqueue(of(1_000, "image/png"));
    server.enqueue(of(1_001, "image/png"));

    try (Download download = api.request("/picture").download("GET")) {
      assertThat(download.bytes()).hasSize(1_000);
    }
    try (Download download = api.request("/picture").download("GET")) {
      assertThatThrownBy(download::bytes)
          .isInstanceOfSatisfying(
              PageturnerException.Content.class,
              e -> assertThat(e.kind()).isEqualTo(Kind.TOO_LARGE));
    }
  }

  @Test
  void isSavedWholeOrNotAtAll() throws Exception {
    Path file = Files.writeString(folder.resolve("picture.png"), "old");
    server.enqueue(of(5_000, "image/png"));
    server.enqueue(new MockResponse.Builder()
        .body(new Buffer().writeUtf8("y".repeat(5_000)))
        .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE)
        .build());

    try (Download download = api.request("/picture").download("GET")) {
      download.saveTo(file);
    }
    assertThat(file).hasSize(5_000);

    try (Download download = api.request("/picture").download("GET")) {
      assertThatThrownBy(() -> download.saveTo(file))
          .isInstanceOf(PageturnerException.Transport.class);
    }
    assertThat(file).hasSize(5_000).content().startsWith("xxx");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void whatIsReplacedKeepsItsModeAndTheLinkThatLedToIt() throws Exception {
    server.enqueue(of(5_000, "image/png"));
    Set<PosixFilePermission> own = PosixFilePermissions.fromString("rw-------");
    Path file =
        Files.createFile(folder.resolve("picture.png"), PosixFilePermissions.asFileAttribute(own));
    Path link = Files.createSymbolicLink(folder.resolve("link"), file.getFileName());

    try (Download download = api.request("/picture").download("GET")) {
      download.saveTo(link);
    }

    assertThat(link).isSymbolicLink();
    assertThat(file).hasSize(5_000);
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(own);
  }

  @Test
  void thereIsNeverAMomentWithoutAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("picture.png"), "old");
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Boolean> wasMissing = CompletableFuture.supplyAsync(() -> {
      boolean missing = false;
      while (!over.get()) {
        missing = missing || Files.notExists(file);
      }
      return missing;
    });
    for (int i = 0; i < 50; i++) {
      server.enqueue(of(100, "image/png"));
      try (Download download = api.request("/picture").download("GET")) {
        download.saveTo(file);
      }
    }
    over.set(true);

    assertThat(wasMissing.get(30, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  void aFolderThatIsMissingIsALocalFault() {
    server.enqueue(of(5, "image/png"));

    try (Download download = api.request("/picture").download("GET")) {
      assertThatThrownBy(() -> download.saveTo(folder.resolve("none/picture.png")))
          .isInstanceOf(PageturnerException.Storage.class);
    }
  }

  @Test
  void errorsAreThoseOfOtherCalls() {
    server.enqueue(new MockResponse.Builder().code(404).build());

    ApiRequest request = api.request("/picture");

    assertThatThrownBy(() -> request.download("GET"))
        .isInstanceOfSatisfying(
            PageturnerException.Status.class, e -> assertThat(e.status()).isEqualTo(404));
  }

  @Test
  void aConnectionGoesBackWhenAllWasRead() throws Exception {
    server.enqueue(of(10, "image/png"));
    server.enqueue(of(10, "image/png"));

    for (int i = 0; i < 2; i++) {
      try (Download download = api.request("/picture").download("GET")) {
        download.stream().readAllBytes();
      }
    }
    assertThat(server.takeRequest().getConnectionIndex())
        .isEqualTo(server.takeRequest().getConnectionIndex());
  }

  @Test
  void textIsReadInItsEncoding() {
    server.enqueue(new MockResponse.Builder()
        .addHeader("Content-Type", "text/plain; charset=iso-8859-1")
        .body(new Buffer().writeByte(0xe9))
        .build());
    server.enqueue(new MockResponse.Builder().body("é").build());

    assertThat(api.request("/log").text("GET")).isEqualTo("é");
    assertThat(api.request("/log").text("GET")).isEqualTo("é");
  }

  @Test
  void cookiesOfCredentialsJoinThoseOfTheRequest() throws Exception {
    server.enqueue(new MockResponse.Builder().build());
    Credentials session = Credentials.cookie("session", () -> "s3cret");
    try (ApiClient cookies = builder()
        .credentials(session.and(Credentials.header("X-Key", () -> "k")))
        .build()) {
      cookies
          .request("/")
          .cookie("theme", "dark", ParameterStyle.FORM)
          .cookie("gone", null, ParameterStyle.FORM)
          .send("GET");
    }

    var headers = server.takeRequest().getHeaders();
    assertThat(headers.values("Cookie")).isEqualTo(List.of("theme=dark; session=s3cret"));
    assertThat(headers.get("X-Key")).isEqualTo("k");
  }

  @Test
  void anotherServerOfTheApiGetsTheCredentialsAndIsClosedWithIt() throws Exception {
    MockWebServer uploads = new MockWebServer();
    uploads.start();
    uploads.enqueue(new MockResponse.Builder().build());
    ApiClient first = builder().bearer(() -> "t").build();
    ApiClient other = first.withBaseUrl(uploads.url("/up/").toString());

    other.request("/files").send("POST");

    var request = uploads.takeRequest();
    assertThat(request.getTarget()).isEqualTo("/up/files");
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer t");
    first.close();
    assertThatThrownBy(() -> other.request("/files").send("POST"))
        .isInstanceOf(IllegalStateException.class);
    uploads.close();
  }
}
