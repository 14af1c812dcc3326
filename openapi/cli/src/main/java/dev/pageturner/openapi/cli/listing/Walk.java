package dev.pageturner.openapi.cli.listing;

import dev.pageturner.ApiClient;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.cli.options.OutputOptions;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.StopReason;
import dev.pageturner.position.Verdict;
import java.util.Optional;
import java.util.Set;

/** From the first item of a run to its last one, and what is said and kept meanwhile. */
final class Walk implements AutoCloseable {
  /** What comes up after the last item of a page was given out. */
  private static final Set<Kind> WHOLE = Set.of(Kind.LOOP, Kind.INCOMPLETE);

  private final ListJob job;
  private final OutputOptions options;
  private final Console console;
  private final Output out;
  private final RunFiles kept;
  private final Content content;
  private final Progress progress;
  private final Witnesses witnesses;
  private final Endings endings;
  private long savedAt;

  Walk(ListJob job, Console console, Output out, RunFiles kept) {
    this.job = job;
    this.options = job.output();
    this.console = console;
    this.out = out;
    this.kept = kept;
    Optional<RunState> before = kept.before();
    long items = before.map(RunState::items).orElse(0L);
    this.content = options.isRaw() ? new PageLines(out, before) : new ItemLines(out, items);
    this.progress = new Progress(console, options.progress(), options.isRaw() ? 0 : items);
    this.witnesses = new Witnesses(job, console, progress, content, out, pagination());
    this.endings = new Endings(job, witnesses, progress, content, kept.file().isPresent());
    this.savedAt = console.nanos().getAsLong();
  }

  /** What an earlier run recognised need not be recognised again. */
  private Pagination pagination() {
    return kept.start().map(state -> state.pagination(job.pagination())).orElse(job.pagination());
  }

  int run() {
    ApiClient.Builder builder = job.client().okHttpClient(witnesses.client());
    job.access().apply(builder, console.environment());
    try (ApiClient client = builder.build()) {
      return options.isEvents() ? events(client) : listed(client);
    } finally {
      progress.end();
    }
  }

  private int listed(ApiClient client) {
    try (PagedIterator<RawJson> items = list(client).iterator()) {
      return run(client, items);
    }
  }

  private int events(ApiClient client) {
    return new EventLines(job, console, out, content, progress, endings).run(job.events(client));
  }

  /** An answer that is no page can be asked for again, as what it is, where that does no harm. */
  private boolean isStreamInstead() {
    return witnesses.hasEvents() && content.lines() == 0 && kept.isEmpty() && !options.isRaw();
  }

  private PagedIterable<RawJson> list(ApiClient client) {
    PagedIterable<RawJson> all = job.list(client, witnesses.pagination()).listener(witnesses);
    Optional<RunState> before = kept.before();
    long items = before.filter(state -> !state.raw()).map(RunState::items).orElse(0L);
    long pages = before.map(RunState::pagesBefore).orElse(0L);
    PagedIterable<RawJson> chosen = job.choices().apply(all, items, pages);
    PagedIterable<RawJson> list = kept.sync().isPresent() ? chosen.sync() : chosen;
    return kept.start().map(state -> list.startFrom(state.checkpoint())).orElse(list);
  }

  private int run(ApiClient client, PagedIterator<RawJson> items) {
    try {
      boolean more = true;
      while (more) {
        more = step(items);
      }
      return console.stop().isRequested() ? interrupted(items) : complete(items);
    } catch (PageturnerException e) {
      return isStreamInstead() ? events(client) : failed(items, e);
    }
  }

  private boolean step(PagedIterator<RawJson> items) {
    RawJson item = console.stop().unlessRequested(() -> items.hasNext() ? items.next() : null);
    content.settle();
    if (item == null) {
      return false;
    }
    content.item(item);
    progress.wrote();
    long now = console.nanos().getAsLong();
    if (kept.file().isPresent() && now - savedAt >= options.interval().toNanos()) {
      save(items.checkpoint(), Optional.empty());
      savedAt = now;
    }
    return true;
  }

  private int complete(PagedIterator<RawJson> items) {
    content.finish();
    StopReason reason = items.stopReason().orElse(StopReason.CLOSED);
    save(items.checkpoint(), items.verdict());
    out.close();
    kept.sync().ifPresent(sync -> sync.save(items.checkpoint(), witnesses.detected()));
    return endings.ended(reason, items.verdict());
  }

  private int interrupted(PagedIterator<RawJson> items) {
    items.close();
    save(items.checkpoint(), Optional.empty());
    return endings.interrupted();
  }

  private int failed(PagedIterator<RawJson> items, PageturnerException e) {
    if (out.isReaderGone(e)) {
      return ExitCode.COMPLETE;
    } else if (e instanceof PageturnerException.Storage) {
      // What was written since the last checkpoint is not certain: that one stays.
      return endings.failed(e);
    }
    if (WHOLE.contains(e.kind())) {
      content.finish();
    }
    content.settle();
    save(e.checkpoint().orElseGet(items::checkpoint), verdictOf(e));
    return console.stop().isRequested() && e instanceof PageturnerException.Cancelled
        ? endings.interrupted()
        : endings.failed(e);
  }

  private static Optional<Verdict> verdictOf(PageturnerException e) {
    return e instanceof PageturnerException.Paging paging ? paging.verdict() : Optional.empty();
  }

  /** First the data is on the disk, then the checkpoint says so. */
  private void save(Checkpoint checkpoint, Optional<Verdict> end) {
    long bytes = out.commit();
    kept.file()
        .ifPresent(state -> state.save(new RunState(
            content.goOnAt(checkpoint),
            bytes,
            content.lines(),
            options.isRaw(),
            end.map(Verdict::certainty),
            witnesses.detected())));
  }

  @Override
  public void close() {
    witnesses.close();
  }
}
