package dev.pageturner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.page.TraversalEvent;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.testing.DockerRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalog of a real Docker registry: {@code Link} headers with a relative URL. */
class RegistryIT {
  private static final List<String> NAMES =
      IntStream.range(0, 500).mapToObj("pageturner/repository-%03d"::formatted).toList();
  private static final String CATALOG = "/v2/_catalog?n=50";
  private static final Pagination EXPLICIT = Pagination.linkHeader().items("$.repositories");

  @TempDir
  private static Path directory;

  private static DockerRegistry registry;

  private final AtomicInteger requests = new AtomicInteger();
  private ApiClient api;

  @BeforeAll
  static void push() throws Exception {
    Optional<Path> program = DockerRegistry.program();
    assumeTrue(
        program.isPresent(),
        "no docker-registry on the PATH: install Debian's package docker-registry to run this");
    registry = DockerRegistry.start(program.get(), directory);
    registry.pushAll(NAMES);
  }

  @AfterAll
  static void stop() {
    if (registry != null) {
      registry.close();
    }
  }

  @BeforeEach
  void open() {
    OkHttpClient counting = new OkHttpClient.Builder()
        .addNetworkInterceptor(chain -> {
          requests.incrementAndGet();
          return chain.proceed(chain.request());
        })
        .build();
    api = ApiClient.newBuilder().baseUrl(registry.url()).okHttpClient(counting).build();
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void everyRepositoryIsListedWithoutAWordOnThePagination() {
    List<TraversalEvent> events = new ArrayList<>();
    assertThat(api.list(CATALOG, String.class).listener(events::add))
        .containsExactlyElementsOf(NAMES);
    assertThat(requests).hasValue(10);
    assertThat(events)
        .filteredOn(TraversalEvent.Detected.class::isInstance)
        .singleElement()
        .satisfies(event -> {
          Pagination pagination = ((TraversalEvent.Detected) event).pagination();
          assertThat(pagination.next()).isEqualTo(new Next.LinkHeader("next"));
          assertThat(pagination.items()).isEqualTo(EXPLICIT.items());
        });
  }

  @Test
  void everyRepositoryIsListedWithAnExplicitPagination() {
    assertThat(api.list(CATALOG, String.class, EXPLICIT)).containsExactlyElementsOf(NAMES);
    assertThat(requests).hasValue(10);
  }

  @Test
  void aListingGoesOnInTheMiddleOfAPage() {
    PagedIterable<String> names = api.list(CATALOG, String.class, EXPLICIT);
    Checkpoint checkpoint;
    try (PagedIterator<String> some = names.iterator()) {
      for (int i = 0; i < 275; i++) {
        some.next();
      }
      checkpoint = Checkpoint.parse(some.checkpoint().toString());
    }
    assertThat(names.startFrom(checkpoint)).containsExactlyElementsOf(NAMES.subList(275, 500));
    assertThat(requests).hasValue(6 + 5);
  }

  @Test
  void theFirstRepositoriesCostOneRequest() {
    assertThat(api.list(CATALOG, String.class).limit(50)).hasSize(50);
    assertThat(requests).hasValue(1);
  }
}
