package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pageturner.ApiClient;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.openapi.detect.PaginationDetector;
import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.parse.OpenApiReader;
import dev.pageturner.openapi.testing.PublishedSpecs;
import dev.pageturner.retry.RetryPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every list of published API descriptions: served, walked with the pagination that was detected,
 * each body held to the document.
 *
 * <p>The documents are not part of this repository: they are looked for in the folder that the
 * system property {@code pageturner.specs} names, or in {@code shared/specs} beside the checkout.
 * The small ones are enough here; with {@code -Dpageturner.specs.all=true} it is all of them, which
 * takes minutes.
 */
class SharedSpecsIT {
  private static final int ITEMS = 25;
  private static final long SMALL = 400_000;

  static Stream<Arguments> documents() {
    List<Arguments> all = PublishedSpecs.all().stream()
        .filter(SharedSpecsIT::isWanted)
        .map(file -> Arguments.of(file.getFileName().toString(), file))
        .toList();
    return PublishedSpecs.all().isEmpty()
        ? Stream.of(Arguments.of("none", Path.of("")))
        : all.stream();
  }

  private static boolean isWanted(Path file) {
    boolean plain = !file.toString().endsWith(".gz") && file.toFile().length() < SMALL;
    boolean whole = !file.getFileName().toString().contains(".v2.");
    return Boolean.getBoolean("pageturner.specs.all") || (plain && whole);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void everyListIsServed(String name, Path file) {
    assumeTrue(PublishedSpecs.folder().isPresent(), PublishedSpecs.MISSING);
    ApiDocument document = OpenApiReader.read(file);
    ResponseCheck check = ResponseCheck.withoutDiscriminators(document);
    List<String> wrong = new ArrayList<>();
    int walked = 0;
    MockOptions options = MockOptions.newBuilder().items(ITEMS).pageSize(10).build();
    try (MockApi api = MockApi.start(file, options)) {
      for (Detection list : PaginationDetector.detect(document)) {
        if (list.pagination().isPresent() && list.best().orElseThrow().items().isPresent()) {
          walked++;
          wrong.addAll(walk(api, list, check));
        }
      }
    }
    System.out.printf("%-32s %4d lists, %d findings%n", name, walked, wrong.size());
    wrong.forEach(System.out::println);
    Assumptions.assumeTrue(walked > 0, "no list");
    assertThat(wrong).isEmpty();
  }

  private static List<String> walk(MockApi api, Detection list, ResponseCheck check) {
    String key = list.operation().method() + " " + list.operation().path();
    List<String> wrong = new ArrayList<>();
    AtomicBoolean first = new AtomicBoolean(true);
    OkHttpClient http = new OkHttpClient.Builder()
        .addInterceptor(chain -> {
          Response response = chain.proceed(chain.request());
          String body = response.peekBody(Long.MAX_VALUE).string();
          // The pages of a list are made alike: the first one is held to the document.
          Stream<String> errors = first.getAndSet(false)
              ? errors(check, list, response.code(), body).stream()
              : Stream.empty();
          errors.limit(1).forEach(error -> wrong.add(key + ": " + shortened(error)));
          return response;
        })
        .build();
    try (ApiClient client = ApiClient.newBuilder()
        .baseUrl(api.baseUrl())
        .okHttpClient(http)
        .retryPolicy(RetryPolicy.standard().newBuilder().maxRetries(0).build())
        .build()) {
      List<RawJson> items =
          Shop.walk(client, list, list.pagination().orElseThrow()).toList();
      int different = new HashSet<>(items).size();
      if (items.size() != ITEMS || different != ITEMS) {
        wrong.add(key + ": " + items.size() + " items, " + different + " different ones");
      }
    } catch (PageturnerException | IllegalArgumentException e) {
      wrong.add(key + ": " + shortened(String.valueOf(e.getMessage())));
    }
    return wrong;
  }

  private static List<String> errors(ResponseCheck check, Detection list, int status, String body) {
    try {
      List<String> errors = check.errors(list.operation(), status, body);
      List<String> ambiguous = errors.stream()
          .filter(error -> error.contains("one and only one schema, but 2 are valid"))
          .map(error -> error.substring(0, error.indexOf(": ")))
          .toList();
      return errors.stream()
          .filter(error -> !isOfTheDocument(error))
          .filter(error -> ambiguous.stream().noneMatch(error::startsWith))
          .toList();
    } catch (RuntimeException e) {
      // A reference that leads nowhere, a keyword of another version: then nothing can be checked.
      return List.of();
    }
  }

  /**
   * Some documents forbid what they describe: parts of allOf that refuse each other's members,
   * alternatives of oneOf of which one contains the other. And what a phone number is, only the
   * validator knows.
   */
  private static boolean isOfTheDocument(String error) {
    return error.contains("does not allow additional properties")
        || error.contains("phone pattern");
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), 300));
  }
}
