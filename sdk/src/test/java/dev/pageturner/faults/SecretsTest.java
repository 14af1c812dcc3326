package dev.pageturner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.auth.Authorization;
import dev.pageturner.auth.Credentials;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.json.RawJson;
import dev.pageturner.page.Page;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.testing.TestedApi;
import dev.pageturner.testing.TestedRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One secret, given in every way, and everything that is said while things fail. */
@Timeout(30)
class SecretsTest extends ServerCase {
  private static final String SECRET = "m4rk3d/secret+value";
  // As it is, encoded, and what basic authentication makes of it.
  private static final List<String> SIGNS = List.of("m4rk3d", "bTRyazNk", "bWU6bTRyazNk");

  private final List<String> said = new CopyOnWriteArrayList<>();
  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
  private Runnable stop = () -> {};

  @BeforeEach
  void listen() {
    // The product does not read java.logging, and these tests are part of its module.
    SecretsTest.class
        .getModule()
        .addReads(ModuleLayer.boot().findModule("java.logging").orElseThrow());
    stop = LogCapture.start("dev.pageturner", logged);
  }

  @AfterEach
  void stopListening() {
    stop.run();
  }

  static String everythingOf(Throwable failure) {
    StringBuilder all = new StringBuilder(failure.toString());
    if (failure instanceof PageturnerException ours) {
      all.append('\n').append(ours.request()).append(ours.checkpoint());
    }
    if (failure.getCause() != null) {
      all.append('\n').append(everythingOf(failure.getCause()));
    }
    for (Throwable each : failure.getSuppressed()) {
      all.append('\n').append(everythingOf(each));
    }
    return all.toString();
  }

  /** How a secret is given. */
  enum Given {
    HEADER,
    REQUEST_HEADER,
    API_KEY_HEADER,
    BEARER,
    BASIC,
    QUERY_CREDENTIALS,
    QUERY_PARAMETER,
    OWN_QUERY_PARAMETER,
    OAUTH2;

    ApiClient.Builder to(ApiClient.Builder builder, String tokenUrl) {
      return switch (this) {
        case HEADER -> builder.header("X-Whatever", SECRET);
        case API_KEY_HEADER -> builder.credentials(Credentials.header("X-Api-Key", () -> SECRET));
        case BEARER -> builder.bearer(() -> SECRET);
        case BASIC -> builder.credentials(Credentials.basic("me", SECRET));
        case QUERY_CREDENTIALS -> builder.credentials(Credentials.query("k", () -> SECRET));
        case OWN_QUERY_PARAMETER -> builder.secretParameter("q");
        case OAUTH2 ->
          builder.credentials(Credentials.oauth2ClientCredentials(tokenUrl, "me", SECRET));
        case REQUEST_HEADER, QUERY_PARAMETER -> builder;
      };
    }

    String parameter() {
      return switch (this) {
        case QUERY_CREDENTIALS -> "k";
        case OWN_QUERY_PARAMETER -> "q";
        default -> "api_key";
      };
    }

    TestedRequest to(TestedRequest request) {
      return switch (this) {
        case REQUEST_HEADER -> request.header("X-Whatever", SECRET);
        case QUERY_PARAMETER -> request.query("api_key", SECRET);
        case OWN_QUERY_PARAMETER -> request.query("q", SECRET);
        default -> request;
      };
    }
  }

  private List<MockResponse> faults(Given given) {
    String echo = "/names?c=2&" + given.parameter() + "=m4rk3d%2Fsecret%2Bvalue";
    String self = "http://u:m4rk3d@localhost:" + server.getPort() + "/";
    return List.of(
        answer(500, SECRET),
        answer(400, "{\"error\": \"" + SECRET + "\"}"),
        status(302, "Location", "http://elsewhere.test/?api_key=" + SECRET),
        status(302, "Location", self),
        status(302, "Location", "/y?" + given.parameter() + "=" + SECRET),
        // The API never sees the secret of OAuth 2, so that it cannot repeat it.
        bytes(
            new Buffer().writeUtf8("<html>" + (given == Given.OAUTH2 ? "" : SECRET)),
            "Content-Type",
            "text/html"),
        json("{'items': ['a', {'k': '" + SECRET + "'}], 'next': '" + echo + "'}"),
        json("{'items': ['a', 'b'], 'next': '" + echo + "'}"),
        json("{'items': ['a', 'b'], 'next': '" + echo + "'}"),
        json("{'items': ['a'], 'next': '" + self + "'}"),
        json("{'error': '" + SECRET + "'}"),
        json("{'items': '" + SECRET + "'}"),
        json("{'items': [" + SECRET + "]}"),
        json("data: {'error': '" + SECRET + "'}\n\n"),
        bytes(
            new Buffer().writeUtf8("event: error\ndata: " + SECRET + "\n\n"),
            "Content-Type",
            "text/event-stream"),
        status(401, "WWW-Authenticate", SECRET));
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void secretIsNeverSaid(Given given) throws Exception {
    RawServer tokens = closing(
        new RawServer(RawServer.json("{'access_token': 'm4rk3d-token', 'expires_in': 60}")));
    for (MockResponse fault : faults(given)) {
      ApiClient.Builder builder =
          given.to(builder(), tokens.url() + "token").listener(event -> said.add(event.toString()));
      TestedApi api = tested(builder.build());
      TestedRequest request = given.to(api.request("/names"));
      said.add(api.toString() + builder + request);
      for (int work = 0; work < 4; work++) {
        always(fault);
        attempt(request, work);
      }
      api.close();
    }

    stop.run();
    said.add(logged.toString(StandardCharsets.UTF_8));
    assertThat(said).hasSizeGreaterThan(100);
    assertThat(said).filteredOn(text -> SIGNS.stream().anyMatch(text::contains)).isEmpty();
  }

  private void always(MockResponse response) {
    server.setDispatcher(new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        return response;
      }
    });
  }

  private void attempt(TestedRequest request, int work) {
    try {
      switch (work) {
        case 0 -> traverse(request.pagination(NEXT_URL).list(String.class));
        case 1 -> traverse(request.list(String.class));
        case 2 -> said.add(String.valueOf(request.get(Map.class).size()));
        default -> {
          var events = request.body(Map.of("secret", SECRET)).events(String.class);
          said.add(events.toString());
          said.add(request.jsonLines(RawJson.class).toString());
          events.forEach(data -> {});
        }
      }
    } catch (RuntimeException e) {
      said.add(everythingOf(e));
    }
  }

  private void traverse(PagedIterable<String> list) {
    said.add(list.toString());
    try (PagedIterator<String> items = list.maxPages(3).iterator()) {
      for (int i = 0; i < 6 && items.hasNext(); i++) {
        items.next();
        said.add(items.checkpoint().toString());
        said.add(items.toString());
      }
    } finally {
      for (Page<String> page : list.maxPages(1).pages()) {
        said.add(page + " " + page.next());
      }
    }
  }

  @org.junit.jupiter.api.Test
  void objectsThatHoldSecretsDoNotShowThem() {
    Authorization authorization =
        new Authorization().header("X-Api-Key", SECRET).query("api_key", SECRET);
    for (Object each : List.of(
        authorization,
        Credentials.bearer(() -> SECRET),
        Credentials.basic("me", SECRET),
        Credentials.header("X-Api-Key", () -> SECRET),
        Credentials.query("k", () -> SECRET),
        Credentials.oauth2ClientCredentials("https://a.test/token", "me", SECRET))) {
      assertThat(each.toString()).doesNotContain("m4rk3d");
    }
  }
}
