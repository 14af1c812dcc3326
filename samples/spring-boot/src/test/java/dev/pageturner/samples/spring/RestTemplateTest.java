package dev.pageturner.samples.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pageturner.openapi.mockserver.Fault;
import dev.pageturner.openapi.mockserver.MockApi;
import dev.pageturner.openapi.mockserver.MockOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/** The mock server under the client that most Spring services still have. */
class RestTemplateTest {
  private static final ParameterizedTypeReference<Map<String, Object>> OBJECT =
      new ParameterizedTypeReference<>() {};
  private static final ParameterizedTypeReference<List<Map<String, Object>>> LIST =
      new ParameterizedTypeReference<>() {};
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");
  private final RestTemplate template = new RestTemplate();
  private MockApi shop;

  @BeforeEach
  void start() {
    Path document = Path.of("..", "..", "openapi", "specs", "shop.yaml");
    shop = MockApi.start(document, MockOptions.newBuilder().items(95).build());
  }

  @AfterEach
  void stop() {
    shop.close();
  }

  private ResponseEntity<Map<String, Object>> get(String path, Object... values) {
    return template.exchange(
        shop.baseUrl() + path, HttpMethod.GET, HttpEntity.EMPTY, OBJECT, values);
  }

  private static Object at(Object json, String... names) {
    Object at = json;
    for (String name : names) {
      at = ((Map<?, ?>) at).get(name);
    }
    return at;
  }

  @Test
  void loopOverCursorsSeesEachUserOnce() {
    Set<Object> ids = new HashSet<>();
    Object cursor = null;
    do {
      Map<String, Object> page = cursor == null
          ? get("/users?limit=40").getBody()
          : get("/users?limit=40&cursor={cursor}", cursor).getBody();
      ((List<?>) at(page, "data")).forEach(user -> ids.add(at(user, "id")));
      cursor = at(page, "meta", "next_cursor");
    } while (cursor != null);
    assertThat(ids).hasSize(95);
    assertThat(shop.requests("listUsers")).hasSize(3);
  }

  @Test
  void linksCanBeFollowed() {
    Set<Object> ids = new HashSet<>();
    URI next = URI.create(shop.baseUrl() + "/webhooks?per_page=40");
    while (next != null) {
      ResponseEntity<List<Map<String, Object>>> page =
          template.exchange(next, HttpMethod.GET, HttpEntity.EMPTY, LIST);
      page.getBody().forEach(hook -> ids.add(at(hook, "id")));
      Matcher link = NEXT.matcher(String.valueOf(page.getHeaders().getFirst("Link")));
      next = link.find() ? URI.create(link.group(1)) : null;
    }
    assertThat(ids).hasSize(95);
    assertThat(shop.requests("GET /webhooks")).hasSize(3);
  }

  @Test
  void whatIsPostedIsThereUntilItIsDeleted() {
    String users = shop.baseUrl() + "/users";
    ResponseEntity<Map<String, Object>> added =
        template.exchange(users, HttpMethod.POST, new HttpEntity<>(Map.of("name", "Zoë")), OBJECT);
    assertThat(added.getStatusCode()).isEqualTo(HttpStatus.CREATED);
    Object id = at(added.getBody(), "id");
    assertThat(get("/users/{id}", id).getBody()).containsEntry("name", "Zoë");
    template.delete(users + "/{id}", id);
    assertThatExceptionOfType(HttpClientErrorException.NotFound.class)
        .isThrownBy(() -> get("/users/{id}", id));
  }

  @Test
  void faultsAreTheTemplatesOwnExceptions() {
    shop.list("listUsers").failNext(Fault.status(429).retryAfter(7));
    shop.list("listUsers").failNext(Fault.status(503));
    shop.list("listUsers").failNext(Fault.htmlPage());
    assertThatExceptionOfType(HttpClientErrorException.TooManyRequests.class)
        .isThrownBy(() -> get("/users"))
        .satisfies(
            e -> assertThat(e.getResponseHeaders().getFirst("Retry-After")).isEqualTo("7"));
    assertThatExceptionOfType(HttpServerErrorException.ServiceUnavailable.class)
        .isThrownBy(() -> get("/users"));
    assertThatExceptionOfType(RestClientException.class).isThrownBy(() -> get("/users"));
    assertThat(get("/users").getStatusCode()).isEqualTo(HttpStatus.OK);
  }

  @Test
  void cutBodyIsNoPage() {
    shop.list("listUsers").failNext(Fault.cutBody());
    assertThatExceptionOfType(RestClientException.class).isThrownBy(() -> get("/users"));
  }

  @Test
  void closedConnectionIsAnAccessFailure() {
    shop.list("listUsers").failNext(Fault.reset().always());
    assertThatExceptionOfType(ResourceAccessException.class).isThrownBy(() -> get("/users"));
  }
}
