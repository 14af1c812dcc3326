package dev.pageturner.async;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import java.io.File;
import java.nio.file.Path;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class ManyListingsTest extends ServerCase {
  private static final int LISTINGS = 1000;
  private static final int PAGES = 20;
  private static final int LATENCY_MILLIS = 20;
  private static final int MOST_THREADS = 16;
  private static final String TEXT = "All work and no play. ".repeat(100);

  /** Page {@code n} leads to page {@code n + 1}. */
  private static final class Pages extends Dispatcher {
    final AtomicInteger asked = new AtomicInteger();

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      asked.incrementAndGet();
      HttpUrl url = request.getUrl();
      String cursor = url.queryParameter("cursor");
      int page = cursor == null ? 1 : Integer.parseInt(cursor);
      String next = page < PAGES ? ", 'next': '" + (page + 1) + "'" : "";
      return json("{'items': [" + page + ", '" + TEXT + "', '" + TEXT + "']" + next + "}")
          .headersDelay(LATENCY_MILLIS, TimeUnit.MILLISECONDS)
          .build();
    }
  }

  /** All pages together are 85 MB. */
  @Test
  void thousandListingsRunOnAHandfulOfThreadsInConstantMemory() throws Exception {
    Pages pages = new Pages();
    server.setDispatcher(pages);
    Process program = new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-Xmx32m",
            "-cp",
            classPath(),
            ManyListings.class.getName(),
            server.url("/").toString(),
            String.valueOf(LISTINGS),
            String.valueOf(LISTINGS * PAGES))
        .redirectErrorStream(true)
        .start();
    String output = new String(program.getInputStream().readAllBytes());

    assertThat(program.waitFor()).as(output).isZero();
    assertThat(output).contains(3 * LISTINGS * PAGES + " items");
    assertThat(pages.asked).hasValue(LISTINGS * PAGES);
    assertThat(threads(output)).isBetween(1, MOST_THREADS);
  }

  private static int threads(String output) {
    Scanner words = new Scanner(output.substring(output.indexOf(" items") + " items".length()));
    return words.nextInt();
  }

  private static String classPath() throws Exception {
    return String.join(
        File.pathSeparator,
        System.getProperty("jdk.module.path", ""),
        System.getProperty("java.class.path"),
        classes(ManyListings.class),
        classes(AsyncApiClient.class),
        classes(ApiClient.class));
  }

  private static String classes(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
        .toString();
  }
}
