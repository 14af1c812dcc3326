package dev.pageturner.openapi.cli.listing;

import dev.pageturner.ApiClient;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.cli.record.Secrets;
import dev.pageturner.openapi.curl.Curl;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.retry.RetryPolicy;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Puts the first request of a list together, and lets nobody send it. */
final class DryRun {
  private final ListJob job;
  private final Console console;

  DryRun(ListJob job, Console console) {
    this.job = job;
    this.console = console;
  }

  int print() {
    Secrets secrets = job.secrets(console.environment());
    Request request = first();
    secrets.learn(request.url(), request.headers());
    StringBuilder text = new StringBuilder(Curl.of(request, secrets));
    text.append("\n# ").append(StopRule.of(job.pagination())).append('\n');
    job.choices()
        .maxItems()
        .ifPresent(items -> text.append("# Ends after " + items + " items in any case.\n"));
    job.choices()
        .maxPages()
        .ifPresent(pages -> text.append("# Ends after " + pages + " pages in any case.\n"));
    console.print(Stream.of(text.toString().stripTrailing().split("\n", -1))
        .map(line -> Console.text(line) + "\n")
        .collect(Collectors.joining()));
    return ExitCode.COMPLETE;
  }

  private Request first() {
    AtomicReference<Request> first = new AtomicReference<>();
    OkHttpClient unconnected = ListJob.unconnected()
        .addInterceptor(chain -> {
          first.set(chain.request());
          throw new IOException("not sent");
        })
        .build();
    ApiClient.Builder builder =
        job.client().retryPolicy(RetryPolicy.none()).okHttpClient(unconnected);
    job.access().applyMasked(builder);
    try (ApiClient client = builder.build();
        PagedIterator<RawJson> items =
            job.choices().apply(job.list(client, job.pagination()), 0, 0).iterator()) {
      if (items.hasNext()) {
        throw new IllegalStateException("an item without a request");
      }
    } catch (PageturnerException e) {
      if (first.get() == null) {
        throw e;
      }
    }
    Request request = first.get();
    if (request == null) {
      throw new IllegalArgumentException("so little is asked for that no request would be sent");
    }
    return request;
  }
}
