package dev.pageturner.openapi.cli.listing;

import dev.pageturner.openapi.cli.options.OutputOptions;
import dev.pageturner.openapi.cli.options.PaginationArguments;
import dev.pageturner.openapi.cli.options.TraversalChoices;
import dev.pageturner.openapi.cli.record.HarFile;
import dev.pageturner.openapi.cli.record.Recorded;
import dev.pageturner.openapi.cli.record.Recorder;
import dev.pageturner.openapi.cli.record.RequestLine;
import dev.pageturner.openapi.cli.record.Secrets;
import dev.pageturner.openapi.cli.record.Trace;
import dev.pageturner.openapi.curl.ShellWords;
import dev.pageturner.page.TraversalEvent;
import dev.pageturner.page.TraversalListener;
import dev.pageturner.pagination.Pagination;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** All who see what is sent and what happens: progress, recordings, explanations. */
final class Witnesses implements TraversalListener, AutoCloseable {
  private static final long WHOLE = 1L << 30;
  private static final long RECORDED = 16L << 20;
  private static final long LOOKED_AT = 2L << 20;

  private final OutputOptions options;
  private final TraversalChoices choices;
  private final Progress progress;
  private final Content content;
  private final Output out;
  private final Optional<HarFile> har;
  private final Optional<Trace> trace;
  private final Recorder recorder;
  private final Secrets secrets;
  private volatile Pagination pagination;
  private volatile @Nullable Recorded latest;
  private volatile boolean looked;
  private volatile boolean events;

  Witnesses(
      ListJob job,
      Console console,
      Progress progress,
      Content content,
      Output out,
      Pagination pagination) {
    this.options = job.output();
    this.choices = job.choices();
    this.progress = progress;
    this.content = content;
    this.out = out;
    this.pagination = pagination;
    this.secrets = job.secrets(console.environment());
    long began = console.nanos().getAsLong();
    LongSupplier nanos = () -> console.nanos().getAsLong() - began;
    this.har = options.har().map(file -> HarFile.create(file, secrets));
    this.trace = options.trace().map(file -> new Trace(file, secrets, nanos));
    this.recorder = new Recorder(secrets, this::kept, console.clock(), nanos, told());
    if (options.isExplained() && !pagination.isDetected()) {
      explain("As said", pagination);
    }
  }

  private long kept() {
    long kept = options.isRaw() ? WHOLE : options.har().isPresent() ? RECORDED : 0;
    // The first page may say how many items there are.
    return looked || !progress.isShown() ? kept : Math.max(kept, LOOKED_AT);
  }

  private List<Consumer<Recorded>> told() {
    List<Consumer<Recorded>> told = new ArrayList<>();
    told.add(recorded -> latest = looked ? null : recorded);
    told.add(recorded -> events = isEventStream(recorded));
    told.add(content::received);
    har.ifPresent(told::add);
    trace.ifPresent(each -> told.add(each::sent));
    if (options.isVerbose()) {
      RequestLine line = new RequestLine(secrets);
      told.add(recorded -> progress.say(line.of(recorded)));
    }
    return told;
  }

  /** {@return a client like the sdk's own, that is watched} */
  OkHttpClient client() {
    return new OkHttpClient.Builder()
        .connectTimeout(Duration.ofSeconds(10))
        .readTimeout(Duration.ofSeconds(30))
        .writeTimeout(Duration.ofSeconds(30))
        .addInterceptor(recorder)
        .build();
  }

  Pagination pagination() {
    return pagination;
  }

  /** {@return what the secrets that were sent and said are masked with} */
  Secrets secrets() {
    return secrets;
  }

  private static boolean isEventStream(Recorded recorded) {
    String type = recorded.answer().get("Content-Type");
    return recorded.method().equals("GET")
        && recorded.status() / 100 == 2
        && type != null
        && type.toLowerCase(Locale.ROOT).startsWith("text/event-stream");
  }

  /** {@return whether the last answer was an event stream, which may be asked for once more} */
  boolean hasEvents() {
    return events;
  }

  /** {@return how the list pages, as options; empty while that is not known} */
  List<String> detected() {
    return pagination.isDetected() ? List.of() : PaginationArguments.of(pagination);
  }

  @Override
  public void on(TraversalEvent event) {
    content.on(event);
    trace.ifPresent(each -> each.on(event));
    if (event instanceof TraversalEvent.Detected detected) {
      pagination = detected.pagination();
      if (options.isExplained()) {
        explain("Recognised, since " + detected.reason(), detected.pagination());
      }
    } else if (event instanceof TraversalEvent.Warning warning) {
      progress.say("Warning: " + warning.message());
    } else if (event instanceof TraversalEvent.Recovered recovered) {
      progress.say("Went on elsewhere: " + recovered.reason());
    } else if (event instanceof TraversalEvent.Retrying retrying && options.isVerbose()) {
      progress.say("Again (" + retrying.retry() + "): " + retrying.reason());
    } else if (event instanceof TraversalEvent.PageRequested) {
      // Whoever reads along should not wait for items that are here.
      out.show();
    }
    lookForTotal(event);
    progress.on(event);
  }

  private void lookForTotal(TraversalEvent event) {
    Recorded page = latest;
    if (event instanceof TraversalEvent.PageReceived && page != null) {
      latest = null;
      looked = true;
      TotalFinder.find(pagination, page)
          .ifPresent(total -> progress.total(Math.min(total, choices.maxItems().orElse(total))));
    }
  }

  private void explain(String why, Pagination how) {
    progress.say(why + ": " + how);
    if (!how.isDetected()) {
      progress.say("As options: " + ShellWords.of(PaginationArguments.of(how)));
    }
    progress.say(StopRule.of(how));
  }

  @Override
  public void close() {
    har.ifPresent(HarFile::close);
    trace.ifPresent(Trace::close);
  }
}
