package dev.pageturner.openapi.cli.listing;

import dev.pageturner.ApiClient;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.json.Json;
import dev.pageturner.openapi.cli.record.Secrets;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.retry.RetryPolicy;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
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
    PrintStream out = new PrintStream(console.out(), true, StandardCharsets.UTF_8);
    out.println(Curl.of(request, secrets));
    out.println("# " + StopRule.of(job.pagination()));
    job.choices()
        .maxItems()
        .ifPresent(items -> out.println("# Ends after " + items + " items in any case."));
    job.choices()
        .maxPages()
        .ifPresent(pages -> out.println("# Ends after " + pages + " pages in any case."));
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
        PagedIterator<Json> items =
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
