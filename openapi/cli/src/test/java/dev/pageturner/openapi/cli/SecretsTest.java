package dev.pageturner.openapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretsTest {
  private static final String SECRET = "S3cr3t/+val ue";
  private static final String ENCODED = "S3cr3t%2F%2Bval%20ue";
  private final Cli cli = new Cli();
  private ItemsApi api;

  @TempDir
  private Path folder;

  @BeforeEach
  void start() throws IOException {
    api = ItemsApi.start(4, 2);
    cli.environment.put("KEY", SECRET);
    Files.writeString(folder.resolve("secret"), SECRET + "\n");
    Files.writeString(folder.resolve("pair"), "ada:" + SECRET + "\n");
  }

  @AfterEach
  void stop() {
    api.close();
  }

  /** Each way in which a secret can be said; FOLDER stands for a folder. */
  static Stream<List<String>> ways() {
    return Stream.of(
        List.of("--api-key", "query:k=env:KEY"),
        List.of("--api-key", "query:api_key=" + SECRET),
        List.of("--api-key", "header:X-Custom=@FOLDER/secret"),
        List.of("--bearer", "env:KEY"),
        List.of("--bearer", "@FOLDER/secret"),
        List.of("--user", "@FOLDER/pair"),
        List.of("-H", "X-Api-Key: " + SECRET),
        List.of("-H", "Cookie: session=" + SECRET),
        List.of("-H", "Authorization: Token " + SECRET),
        List.of("-d", "{\"client_secret\":\"" + SECRET + "\"}"));
  }

  private List<String> args(List<String> way, String... more) {
    List<String> args = new ArrayList<>(List.of("get", api.url("/items"), "-X", "POST"));
    way.forEach(word -> args.add(word.replace("FOLDER", folder.toString())));
    args.addAll(List.of(more));
    return args;
  }

  private static void assertHidden(String where, String text) {
    assertThat(text).as(where).doesNotContain(SECRET, ENCODED, "S3cr3t", "YWRhOlMzY3I");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ways")
  void aSecretIsShownNowhere(List<String> way) throws IOException {
    Path har = folder.resolve("run.har");
    Path trace = folder.resolve("run.html");
    Path checkpoint = folder.resolve("checkpoint");
    boolean[] failed = {false};
    api.before = request -> {
      // A server that repeats what it was told, and fails, and fails for good.
      String echoed = request.getTarget() + request.getHeaders().get("X-Custom");
      boolean first = !failed[0];
      failed[0] = true;
      return (request.getTarget() + request.getBody()).contains("c2")
          ? new MockResponse.Builder().code(400).body(echoed).build()
          : first && request.getUrl().queryParameter("cursor") == null
              ? ItemsApi.json("{\"items\":[1],\"next_cursor\":\"c2\",\"asked\":\""
                  + echoed.replace("\"", "") + "\",\"api_key\":\"" + SECRET + "\"}")
              : null;
    };
    List<String> args = args(
        way,
        "-v",
        "--explain",
        "--har",
        har.toString(),
        "--trace",
        trace.toString(),
        "-o",
        folder.resolve("out").toString(),
        "--checkpoint",
        checkpoint.toString());
    assertThat(cli.run(args.toArray(String[]::new))).isEqualTo(1);
    assertThat(api.requests.toString()
            + api.requests.get(0).getHeaders()
            + api.requests.get(0).getBody())
        .as("it was sent")
        .isNotEmpty();
    assertThat(cli.err()).contains("status 400");
    assertHidden("stderr", cli.err());
    assertHidden("har", Files.readString(har));
    assertHidden("trace", Files.readString(trace));
    assertHidden("checkpoint", Files.readString(checkpoint));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ways")
  void aDryRunShowsStarsAndSendsNothing(List<String> way) {
    assertThat(cli.run(args(way, "--dry-run").toArray(String[]::new))).isZero();
    assertThat(cli.out()).startsWith("curl '").contains("***");
    assertHidden("stdout", cli.out() + cli.err());
    assertThat(api.requests).isEmpty();
  }

  @Test
  void aDryRunFetchesNoToken() {
    int code = cli.run(
        "get",
        api.url("/items"),
        "--dry-run",
        "--oauth2-client-credentials",
        api.url("/token"),
        "--client-id",
        "ada",
        "--client-secret",
        "env:KEY");
    assertThat(code).isZero();
    assertThat(cli.out()).contains("-H 'Authorization: ***'");
    assertThat(api.requests).isEmpty();
  }

  @Test
  void aTokenIsFetchedAndShownNowhere() throws IOException {
    Path har = folder.resolve("run.har");
    api.before = request -> request.getTarget().equals("/token")
        ? ItemsApi.json("{\"access_token\":\"S3cr3tToken\",\"expires_in\":3600}")
        : null;
    int code = cli.run(
        "get",
        api.url("/items"),
        "-v",
        "--har",
        har.toString(),
        "--oauth2-client-credentials",
        api.url("/token"),
        "--client-id",
        "ada",
        "--client-secret",
        "@" + folder.resolve("secret"),
        "--scope",
        "read");
    assertThat(code).as(cli.err()).isZero();
    assertThat(api.requests.get(1).getHeaders().get("Authorization"))
        .isEqualTo("Bearer S3cr3tToken");
    assertHidden("stderr", cli.err());
    assertHidden("har", Files.readString(har));
  }

  @Test
  void aTokenFileIsReadAtEachRequest() throws IOException {
    Path file = folder.resolve("secret");
    api.before = request -> {
      if (request.getUrl().queryParameter("cursor") == null) {
        write(file, "second");
      }
      return null;
    };
    cli.run("get", api.url("/items"), "--bearer", "@" + file);
    assertThat(api.requests)
        .extracting(request -> request.getHeaders().get("Authorization"))
        .containsExactly("Bearer " + SECRET, "Bearer second");
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
