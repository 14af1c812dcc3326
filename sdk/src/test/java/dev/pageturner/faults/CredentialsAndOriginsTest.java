package dev.pageturner.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.ApiClient;
import dev.pageturner.auth.Credentials;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.json.RawJson;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Place;
import dev.pageturner.position.Position;
import dev.pageturner.testing.TestedApi;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsAndOriginsTest extends ServerCase {
  private static final String SECRET = "s3cr3t-value";

  private final MockWebServer other = new MockWebServer();

  @BeforeEach
  void startOther() throws Exception {
    other.start();
    closing(other);
  }

  private ApiClient.Builder withEverySecret(ApiClient.Builder builder) {
    return builder
        .header("X-Api-Key", SECRET)
        .header("Api-Key", SECRET)
        .header("Cookie", "session=" + SECRET)
        .credentials(request ->
            request.header("Authorization", "Bearer " + SECRET).query("api_key", SECRET));
  }

  @Test
  void linkToAnotherOriginIsRefusedBeforeAnyRequest() {
    server.enqueue(json("{'items': ['ada'], 'next': '" + other.url("/names?c=1") + "'}"));
    PagedIterator<String> names = names(client(), NEXT_URL).iterator();

    assertThat(names.next()).isEqualTo("ada");
    PageturnerException failure = failure(names::hasNext);

    assertThat(failure.kind()).isEqualTo(Kind.UNSAFE_LINK);
    assertThat(failure)
        .hasMessageContaining("/names")
        .hasMessageContaining("http://localhost:" + other.getPort());
    assertThat(failure.pageNumber()).hasValue(1);
    assertThat(failure.checkpoint()).isPresent();
    assertThat(other.getRequestCount()).isZero();
  }

  @Test
  void linkHeaderToAnotherOriginIsRefusedBeforeAnyRequest() {
    server.enqueue(json("['ada']")
        .newBuilder()
        .addHeader("Link", "<" + other.url("/names?page=2") + ">; rel=\"next\"")
        .build());
    PagedIterator<String> names = client().list("/names", String.class).iterator();

    assertThat(names.next()).isEqualTo("ada");
    assertThat(failure(names::hasNext).kind()).isEqualTo(Kind.UNSAFE_LINK);
    assertThat(other.getRequestCount()).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "//OTHER/names",
        "file:///etc/passwd",
        "ftp://SAME/x",
        "javascript:alert(1)",
        "data:application/json,[]",
        "http://169.254.169.254/latest/meta-data/",
        "http://[fe80::1]/names",
        "http://[::1]/names",
        "http://metadata.google.internal/names",
        "https://SAME/names",
        "http://api@OTHER/names",
        "http://SAME@OTHER/names",
        "http://user:pw@SAME/names",
      })
  void unsafeLinksSendNothing(String link) {
    String self = "localhost:" + server.getPort();
    String elsewhere = "localhost:" + other.getPort();
    String next = link.replace("OTHER", elsewhere).replace("SAME", self);
    server.enqueue(json("{'items': ['ada'], 'next': '" + next + "'}"));
    PagedIterator<String> names = names(client(), NEXT_URL).iterator();

    assertThat(names.next()).isEqualTo("ada");
    PageturnerException failure = failure(names::hasNext);

    assertThat(failure.kind()).isEqualTo(Kind.UNSAFE_LINK);
    assertThat(failure.getMessage()).doesNotContain("pw@").doesNotContain("api@");
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(other.getRequestCount()).isZero();
  }

  @Test
  void httpsPageDoesNotLeadToHttp() throws Exception {
    OkHttpClient trusting = overTls();
    other.enqueue(json("{'items': ['eve']}"));
    server.enqueue(
        json("{'items': ['ada'], 'next': 'http://localhost:" + server.getPort() + "/n'}"));
    TestedApi api = tested(builder().okHttpClient(trusting).build());
    PagedIterator<String> names = names(api, NEXT_URL).iterator();

    assertThat(names.next()).isEqualTo("ada");
    assertThat(failure(names::hasNext).kind()).isEqualTo(Kind.UNSAFE_LINK);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void redirectFromHttpsToHttpIsRefused() throws Exception {
    OkHttpClient trusting = overTls();
    server.enqueue(status(302, "Location", other.url("/plain").toString()));
    TestedApi api = tested(builder().okHttpClient(trusting).build());

    PageturnerException failure = failure(() -> api.get("/names", RawJson.class));

    assertThat(failure.kind()).isEqualTo(Kind.UNSAFE_LINK);
    assertThat(other.getRequestCount()).isZero();
  }

  private OkHttpClient overTls() {
    HeldCertificate held =
        new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    HandshakeCertificates ours =
        new HandshakeCertificates.Builder().heldCertificate(held).build();
    server.useHttps(ours.sslSocketFactory());
    HandshakeCertificates theirs = new HandshakeCertificates.Builder()
        .addTrustedCertificate(held.certificate())
        .build();
    return new OkHttpClient.Builder()
        .sslSocketFactory(theirs.sslSocketFactory(), theirs.trustManager())
        .build();
  }

  @ParameterizedTest(name = "status {0}")
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void redirectToAnotherOriginIsRefusedUnlessItIsAllowed(int status) {
    server.enqueue(status(status, "Location", other.url("/x").toString()));
    TestedApi api = tested(withEverySecret(builder()).build());

    assertThat(failure(() -> api.get("/names", RawJson.class)).kind()).isEqualTo(Kind.UNSAFE_LINK);
    assertThat(other.getRequestCount()).isZero();
  }

  @ParameterizedTest(name = "status {0}")
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void allowedOriginGetsNoCredentialAfterARedirect(int status) throws Exception {
    // The server repeats our own key in the redirect.
    server.enqueue(
        status(status, "Location", other.url("/x?api_key=" + SECRET + "&a=1").toString()));
    other.enqueue(json("{'id': 1}"));
    TestedApi api = tested(withEverySecret(builder())
        .allowOrigin(other.url("/").toString())
        .secretParameter("api_key")
        .build());

    api.request("/names").header("X-Auth-Token", SECRET).get(RawJson.class);

    RecordedRequest request = other.takeRequest();
    assertThat(everything(request)).doesNotContain(SECRET);
    assertThat(request.getTarget()).isEqualTo("/x?a=1");
  }

  @Test
  void allowedOriginGetsNoCredentialByALink() throws Exception {
    server.enqueue(
        json("{'items': ['ada'], 'next': '" + other.url("/names?api_key=" + SECRET) + "'}"));
    other.enqueue(json("{'items': ['bob'], 'next': '" + server.url("/names?c=3") + "'}"));
    server.enqueue(json("{'items': ['cid']}"));
    TestedApi api = tested(builder()
        .header("X-Api-Key", SECRET)
        .credentials(Credentials.query("api_key", () -> SECRET))
        .allowOrigin(other.url("/").toString())
        .build());

    assertThat(names(api, NEXT_URL)).containsExactly("ada", "bob", "cid");
    assertThat(everything(other.takeRequest())).doesNotContain(SECRET);
    server.takeRequest();
    RecordedRequest back = server.takeRequest();
    assertThat(back.getTarget()).isEqualTo("/names?c=3&api_key=" + SECRET);
    assertThat(back.getHeaders().get("X-Api-Key")).isEqualTo(SECRET);
  }

  private static String everything(RecordedRequest request) {
    Headers headers = request.getHeaders();
    StringBuilder all = new StringBuilder(String.valueOf(request.getTarget()));
    headers.forEach(header -> all.append(header.getFirst()).append(header.getSecond()));
    return all + String.valueOf(request.getBody());
  }

  @ParameterizedTest(name = "status {0}")
  @ValueSource(ints = {301, 302, 303})
  void redirectedPostIsNotTurnedIntoAGet(int status) throws Exception {
    server.enqueue(status(status, "Location", "/elsewhere"));
    TestedApi api = client();

    PageturnerException failure = failure(() -> api.post("/orders", Map.of("a", 1), RawJson.class));

    assertThat(failure.kind()).isEqualTo(Kind.HTTP_STATUS);
    assertThat(failure).hasMessageContaining("POST into GET");
    assertThat(targets(server)).containsExactly("POST /orders");
  }

  @ParameterizedTest(name = "status {0}, the origin is allowed: {1}")
  @CsvSource({"307, false", "308, false", "307, true", "308, true"})
  void redirectedPostDoesNotTakeItsBodyToAnotherOrigin(int status, boolean allowed) {
    server.enqueue(status(status, "Location", other.url("/x").toString()));
    ApiClient.Builder builder = builder();
    if (allowed) {
      builder.allowOrigin(other.url("/").toString());
    }
    TestedApi api = tested(builder.build());

    PageturnerException failure = failure(() -> api.post("/orders", Map.of("a", 1), RawJson.class));

    assertThat(failure.kind()).isEqualTo(Kind.UNSAFE_LINK);
    assertThat(other.getRequestCount()).isZero();
  }

  @ParameterizedTest(name = "status {0}")
  @ValueSource(ints = {307, 308})
  void redirectedPostIsSentAgainToTheSameOrigin(int status) throws Exception {
    server.enqueue(status(status, "Location", "/v2/orders"));
    server.enqueue(json("{'id': 1}"));

    client().post("/orders", Map.of("a", 1), RawJson.class);

    assertThat(targets(server)).containsExactly("POST /orders", "POST /v2/orders");
  }

  @Test
  void redirectLoopEndsAfterTwentyHops() {
    for (int i = 0; i < 30; i++) {
      server.enqueue(status(302, "Location", "/names?hop=" + i));
    }

    PageturnerException failure = failure(() -> client().get("/names", RawJson.class));

    assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
    assertThat(failure).hasMessageContaining("more than 20 redirects");
    assertThat(server.getRequestCount()).isEqualTo(21);
    assertThat(failure.request().orElseThrow().attempts()).isEqualTo(21);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "http://OTHER/names?c=2",
        "https://SAME/names?c=2",
        "file:///etc/passwd",
        "http://u:p@SAME/names"
      })
  void checkpointIsJudgedAsALinkIs(String link) {
    server.enqueue(json("{'items': ['ada', 'bob'], 'next': '/names?c=2'}"));
    TestedApi api = client();
    PagedIterator<String> names = names(api, NEXT_URL).iterator();
    names.next();
    Checkpoint good = names.checkpoint();
    String url = link.replace("OTHER", "localhost:" + other.getPort())
        .replace("SAME", "localhost:" + server.getPort());
    Checkpoint forged = Checkpoint.parse(new Checkpoint(
            Place.of(Position.url(url), "array $.items; URL $.next; the URL itself"),
            0,
            good.request())
        .toString());

    PageturnerException failure =
        failure(() -> names(api, NEXT_URL).startFrom(forged).iterator().hasNext());

    assertThat(failure.kind()).isEqualTo(Kind.UNSAFE_LINK);
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(other.getRequestCount()).isZero();
  }

  @Test
  void secretInTheQueryIsMaskedWhereverItIsShown() {
    String next = server.url("/names?c=2&api_key=" + SECRET).toString();
    server.enqueue(json("{'items': ['ada', 'bob'], 'next': '" + next + "'}"));
    server.enqueue(json("{'items': ['cid', 'dan'], 'next': '" + next.replace("c=2", "c=3") + "'}"));
    server.enqueue(status(404));
    TestedApi api = client();
    var list =
        api.request("/names").query("api_key", SECRET).pagination(NEXT_URL).list(String.class);
    PagedIterator<String> names = list.iterator();
    for (int i = 0; i < 3; i++) {
      names.next();
    }
    String checkpoint = names.checkpoint().toString();
    names.next();
    PageturnerException failure = failure(names::hasNext);

    assertThat(List.of(
            checkpoint, failure.toString(), list.toString(), failure.request().toString()))
        .noneMatch(text -> text.contains(SECRET))
        .anyMatch(text -> text.contains("***"));
  }

  @Test
  void illegalHeaderValueIsNotRepeatedInTheError() {
    assertThatThrownBy(() -> builder().header("X-Api-Key", SECRET + "\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("X-Api-Key")
        .hasMessageNotContaining(SECRET);
    TestedApi api = tested(builder()
        .credentials(Credentials.header("X-Api-Key", () -> SECRET + "é"))
        .build());
    assertThatThrownBy(() -> api.get("/names", RawJson.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(SECRET);
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void illegalHeaderValueOfAnInterceptorIsNotRepeatedInTheError() {
    OkHttpClient client = new OkHttpClient.Builder()
        .addInterceptor(chain -> chain.proceed(
            chain.request().newBuilder().header("X-Api-Key", SECRET + "\n").build()))
        .build();
    TestedApi api = tested(builder().okHttpClient(client).build());

    PageturnerException failure = failure(() -> api.get("/names", RawJson.class));

    assertThat(failure.kind()).isEqualTo(Kind.CALLBACK);
    assertThat(failure.getCause()).hasMessageNotContaining(SECRET);
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void tokenThatIsNullIsAnErrorAndNotSent() {
    TestedApi api = tested(builder().bearer(() -> null).build());

    assertThat(failure(() -> api.get("/names", RawJson.class)).kind()).isEqualTo(Kind.CALLBACK);
    assertThat(server.getRequestCount()).isZero();
  }
}
