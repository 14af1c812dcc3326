package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PageturnerServer(spec = "guarded.yaml", requireCredentials = true)
class RequiredCredentialsTest {
  private HttpResponse<String> get(MockApi api, String path, String header) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api.baseUrl() + path));
    if (header != null) {
      request.header(header.split(": ", 2)[0], header.split(": ", 2)[1]);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @ParameterizedTest(name = "{0} with {1}: {2}")
  @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
      /usual       | nothing                     | 401
      /usual       | Authorization: Bearer t     | 200
      /usual       | Authorization: bearer t     | 200
      /usual       | Authorization: Basic YTpi   | 401
      /usual       | Authorization: Bearer       | 401
      /usual       | X-Key: t                    | 401
      /open        | nothing                     | 200
      /optional    | nothing                     | 200
      /basic       | Authorization: Basic YTpi   | 200
      /basic       | Authorization: Bearer t     | 401
      /digest      | Authorization: Digest a="b" | 200
      /digest      | Authorization: Basic YTpi   | 401
      /header      | x-key: k                    | 200
      /header      | X-Key-Id: k                 | 401
      /header?X-Key=k | nothing                  | 401
      /query?key=k | nothing                     | 200
      /query?key=  | nothing                     | 401
      /query?keys=k | nothing                    | 401
      /query       | key: k                      | 401
      /cookie      | Cookie: a=b; sid=c          | 200
      /cookie      | Cookie: psid=c              | 401
      /cookie      | Cookie: sid=                | 401
      /cookie      | sid: c                      | 401
      /oauth       | Authorization: Bearer t     | 200
      /oauth       | nothing                     | 401
      /openid      | Authorization: Bearer t     | 200
      /openid      | nothing                     | 401
      /certificate | nothing                     | 200
      /either      | X-Key: k                    | 200
      /either      | Authorization: Basic YTpi   | 200
      /either      | nothing                     | 401
      /both        | X-Key: k                    | 401
      /both        | Authorization: Basic YTpi   | 401
      /unknown     | nothing                     | 200
      /nowhere     | nothing                     | 404
      """)
  void aCredentialHasToBeWhereItsSchemeHasIt(String path, String header, int status, MockApi api)
      throws Exception {
    assertThat(get(api, path, header).statusCode()).isEqualTo(status);
  }

  @Test
  void bothOfTwoAreNeededWhereBothAreDemanded(MockApi api) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(api.baseUrl() + "/both"))
        .header("X-Key", "k")
        .header("Authorization", "Basic YTpi")
        .build();
    assertThat(HttpClient.newHttpClient()
            .send(request, HttpResponse.BodyHandlers.discarding())
            .statusCode())
        .isEqualTo(200);
  }

  @Test
  void aRefusalNamesWhatWouldDo(MockApi api) throws Exception {
    HttpResponse<String> refused = get(api, "/either", null);

    assertThat(refused.headers().firstValue("WWW-Authenticate"))
        .contains("Basic realm=\"mock\", ApiKey in=\"header\", name=\"X-Key\"");
    assertThat(refused.body()).contains("credential");
    assertThat(api.requests("GET /either")).hasSize(1);
  }

  @Test
  void nobodyLooksUnlessAsked() throws Exception {
    try (MockApi open = Shop.start(3)) {
      assertThat(Http.get(open, "/users").statusCode()).isEqualTo(200);
    }
  }
}
