package dev.pageturner.samples.quickstart;

import dev.pageturner.ApiClient;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.json.RawJson;
import dev.pageturner.lines.JsonLinesWriter;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.page.TraversalEvent;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;
import okhttp3.HttpUrl;

/** Lists any URL as JSON Lines, one item to a line; how it pages is recognised. */
final class Export {
  static final int OK = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;

  private final OutputStream out;
  private final PrintStream err;
  private long pages;
  private long items;

  Export(OutputStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** {@return the exit status; what went wrong is said on the error stream} */
  int run(String... args) {
    HttpUrl url = args.length == 1 ? HttpUrl.parse(args[0]) : null;
    if (url == null) {
      err.println("Give one URL that starts with http:// or https://");
      return USAGE;
    }
    try (JsonLinesWriter<RawJson> lines = JsonLinesWriter.of(RawJson.class).to(out)) {
      list(url, lines);
    } catch (PageturnerException | IllegalArgumentException e) {
      err.printf(Locale.ROOT, "Stopped after %,d items: %s%n", items, e.getMessage());
      return FAILED;
    }
    err.printf(Locale.ROOT, "%,d items in %,d pages%n", items, pages);
    return OK;
  }

  private void list(HttpUrl url, JsonLinesWriter<RawJson> lines) {
    String base = url.resolve("/").toString();
    // A path may have parameters in braces; a URL has been filled in.
    String path =
        url.toString().substring(base.length() - 1).replace("{", "%7B").replace("}", "%7D");
    try (ApiClient api =
            ApiClient.newBuilder().baseUrl(base).listener(this::tell).build();
        Progress progress = Progress.start("Listing", -1, 0);
        PagedIterator<RawJson> all = api.list(path).iterator()) {
      while (all.hasNext()) {
        lines.write(all.next());
        items++;
        progress.add(1);
      }
    }
  }

  private void tell(TraversalEvent event) {
    if (event instanceof TraversalEvent.PageReceived page) {
      pages = page.page();
    } else if (event instanceof TraversalEvent.Detected detected) {
      err.println(detected.reason());
    } else if (event instanceof TraversalEvent.Warning warning) {
      err.println("Warning: " + warning.message());
    }
  }
}
