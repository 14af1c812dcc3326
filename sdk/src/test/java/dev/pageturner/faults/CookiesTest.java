package dev.pageturner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.auth.Authorization;
import dev.pageturner.auth.Credentials;
import dev.pageturner.json.RawJson;
import dev.pageturner.testing.TestedApi;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sessions of servers, which a client keeps if it is told to. */
@Timeout(60)
class CookiesTest extends ServerCase {
  private static MockResponse sets(String cookie, String body) {
    return json(body).newBuilder().addHeader("Set-Cookie", cookie).build();
  }

  @Test
  void traversalKeepsItsSession() throws Exception {
    server.enqueue(sets("session=s1; Path=/", "{'items': ['ada'], 'next': 'c2'}"));
    server.enqueue(json("{'items': ['bob']}"));
    TestedApi api = tested(builder().cookies(true).build());

    assertThat(names(api, CURSOR).toList()).containsExactly("ada", "bob");
    assertThat(server.takeRequest().getHeaders().get("Cookie")).isNull();
    assertThat(server.takeRequest().getHeaders().get("Cookie")).isEqualTo("session=s1");
  }

  @Test
  void noCookieIsKeptUnlessSaid() throws Exception {
    server.enqueue(sets("session=s1; Path=/", "{}"));
    server.enqueue(json("{}"));
    TestedApi api = client();
    api.get("/a", RawJson.class);
    api.get("/a", RawJson.class);

    server.takeRequest();
    assertThat(server.takeRequest().getHeaders().get("Cookie")).isNull();
  }

  @Test
  void keptCookiesStandBesideThoseOfTheCaller() throws Exception {
    server.enqueue(sets("session=s1; Path=/", "{}"));
    server.enqueue(json("{}"));
    Credentials key = new Credentials() {
      @Override
      public void authorize(Authorization authorization) {
        authorization.cookie("key", "k");
      }
    };
    TestedApi api = tested(builder().cookies(true).credentials(key).build());
    api.get("/a", RawJson.class);
    api.request("/a").header("Cookie", "own=o").get(RawJson.class);

    server.takeRequest();
    assertThat(server.takeRequest().getHeaders().get("Cookie"))
        .isEqualTo("own=o; key=k; session=s1");
  }

  @Test
  void cookieThatTheServerTakesBackIsNotSent() throws Exception {
    server.enqueue(sets("session=s1; Path=/", "{}"));
    server.enqueue(sets("session=; Path=/; Max-Age=0", "{}"));
    server.enqueue(json("{}"));
    TestedApi api = tested(builder().cookies(true).build());
    for (int i = 0; i < 3; i++) {
      api.get("/a", RawJson.class);
    }

    server.takeRequest();
    server.takeRequest();
    assertThat(server.takeRequest().getHeaders().get("Cookie")).isNull();
  }

  @Test
  void allowedOriginNeitherGetsNorSetsCookies() throws Exception {
    try (MockWebServer other = new MockWebServer()) {
      other.start();
      String next = other.url("/names").toString();
      server.enqueue(sets("session=s1; Path=/", "{'items': ['ada'], 'next': '" + next + "'}"));
      String back = server.url("/names").toString();
      other.enqueue(sets("theirs=t; Path=/", "{'items': ['bob'], 'next': '" + back + "?p=3'}"));
      server.enqueue(json("{'items': ['cid']}"));
      TestedApi api =
          tested(builder().cookies(true).allowOrigin(next.replace("/names", "")).build());

      assertThat(names(api, NEXT_URL).toList()).containsExactly("ada", "bob", "cid");
      assertThat(other.takeRequest().getHeaders().get("Cookie")).isNull();
      server.takeRequest();
      assertThat(server.takeRequest().getHeaders().get("Cookie")).isEqualTo("session=s1");
    }
  }

  @Test
  void status401OfAnAllowedOriginRenewsNoToken() throws Exception {
    try (MockWebServer other = new MockWebServer()) {
      other.start();
      String next = other.url("/names").toString();
      server.enqueue(json("{'items': ['ada'], 'next': '" + next + "'}"));
      other.enqueue(status(401));
      other.enqueue(json("{'items': ['bob']}"));
      var asked = new java.util.concurrent.atomic.AtomicInteger();
      TestedApi api = tested(builder()
          .bearer(() -> "t" + asked.incrementAndGet())
          .allowOrigin(next.replace("/names", ""))
          .build());

      assertThat(failure(() -> names(api, NEXT_URL).toList())).hasMessageContaining("status 401");
      assertThat(asked).hasValue(1);
      assertThat(other.getRequestCount()).isEqualTo(1);
    }
  }
}
