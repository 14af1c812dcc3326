package dev.pageturner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pageturner.pagination.Pagination;
import dev.pageturner.rate.RateLimit;
import dev.pageturner.testing.DockerRegistry;
import dev.pageturner.testing.Nginx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Docker registry behind a real nginx that refuses what is too much with status 429. */
class LimitedRegistryIT {
  private static final List<String> NAMES =
      IntStream.range(0, 500).mapToObj("pageturner/repository-%03d"::formatted).toList();
  private static final Pagination PAGINATION = Pagination.linkHeader().items("$.repositories");

  /** In pages of 5, so that a listing takes 100 requests: ten times what is let through at once. */
  private static final String CATALOG = "/v2/_catalog?n=5";

  private static final int PER_SECOND = 50;
  private static final int AT_ONCE = 10;

  @TempDir
  private static Path directory;

  private static DockerRegistry registry;

  private final ConcurrentLinkedQueue<Integer> statuses = new ConcurrentLinkedQueue<>();

  @BeforeAll
  static void push() throws Exception {
    assumeTrue(
        DockerRegistry.program().isPresent() && Nginx.program().isPresent(),
        "no docker-registry or no nginx on the PATH: install Debian's packages docker-registry"
            + " and nginx-light to run this");
    registry = DockerRegistry.start(
        DockerRegistry.program().get(), Files.createDirectory(directory.resolve("registry")));
    registry.pushAll(NAMES);
  }

  @AfterAll
  static void stop() {
    if (registry != null) {
      registry.close();
    }
  }

  private Nginx nginx(String name) throws Exception {
    return Nginx.start(
        Nginx.program().orElseThrow(),
        Files.createDirectory(directory.resolve(name)),
        registry.url(),
        PER_SECOND,
        AT_ONCE - 1);
  }

  private ApiClient.Builder client(Nginx nginx) {
    OkHttpClient counting = new OkHttpClient.Builder()
        .addNetworkInterceptor(chain -> {
          Response response = chain.proceed(chain.request());
          statuses.add(response.code());
          return response;
        })
        .build();
    return ApiClient.newBuilder().baseUrl(nginx.url()).okHttpClient(counting);
  }

  @Test
  void listingAtTheLimitIsCompleteAndNeverRefused() throws Exception {
    Duration period = Duration.ofSeconds(1).multipliedBy(AT_ONCE).dividedBy(PER_SECOND);
    try (Nginx nginx = nginx("limited");
        ApiClient api = client(nginx).rateLimit(RateLimit.of(AT_ONCE, period)).build()) {
      assertThat(api.list(CATALOG, String.class, PAGINATION)).containsExactlyElementsOf(NAMES);
    }
    assertThat(statuses).hasSize(100).containsOnly(200);
  }

  @Test
  void listingWithoutTheLimitIsCompleteByRetries() throws Exception {
    try (Nginx nginx = nginx("unlimited");
        ApiClient api = client(nginx).build()) {
      assertThat(api.list(CATALOG, String.class, PAGINATION)).containsExactlyElementsOf(NAMES);
    }
    assertThat(statuses).contains(429);
    assertThat(statuses).filteredOn(status -> status == 200).hasSize(100);
  }
}
