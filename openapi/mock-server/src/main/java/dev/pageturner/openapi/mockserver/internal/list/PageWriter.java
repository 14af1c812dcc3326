package dev.pageturner.openapi.mockserver.internal.list;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.detect.DetectedPagination;
import dev.pageturner.openapi.mockserver.internal.answer.Answer;
import dev.pageturner.openapi.mockserver.internal.json.PlainText;
import dev.pageturner.openapi.mockserver.internal.json.Steps;
import dev.pageturner.openapi.mockserver.internal.sample.Described;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.Headers;

/** Writes a page: the envelope with the items, the next position, flags and totals put in. */
final class PageWriter {
  private final ListPlan plan;
  private final PageFacts page;
  private final Object lock;
  private final Beside beside;
  private final Map<String, String> next = new LinkedHashMap<>();
  private final List<List<String>> written = new ArrayList<>();
  private RawJson body;

  PageWriter(ListPlan plan, PageFacts page, Beside beside, Object lock) {
    this.plan = plan;
    this.page = page;
    this.beside = beside;
    this.lock = lock;
    this.body = plan.envelope();
  }

  Answer answer(List<RawJson> items) {
    body = Steps.put(body, plan.items(), plan.isMap() ? byName(items) : RawJson.ofArray(items));
    plan.signals().forEach(this::next);
    DetectedPagination best = plan.best();
    boolean more = beside.moreFlag().orElse(page.more());
    best.endFlag()
        .ifPresent(flag -> put(Steps.of(flag.path()), RawJson.of(more != flag.negated())));
    best.total().ifPresent(path -> number(path, page.count()));
    best.totalPages().ifPresent(path -> number(path, page.pages()));
    echo();
    Headers.Builder headers = new Headers.Builder();
    beside.into(plan, headers, this::put);
    next.forEach(headers::add);
    return Answer.json(status(), mediaType(), body).withAdded(headers.build());
  }

  /** A page that is served is ready, which 202 would deny. */
  private int status() {
    int documented = plan.success().status();
    return documented == 202 ? 200 : documented;
  }

  private String mediaType() {
    return plan.success().isJson() ? plan.success().mediaType() : "application/json";
  }

  private RawJson byName(List<RawJson> items) {
    Map<String, RawJson> members = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++) {
      long serial = page.rows().get(i).serial();
      members.put("item-" + serial, items.get(i));
    }
    return RawJson.ofObject(members);
  }

  private void put(List<String> names, RawJson value) {
    body = Steps.put(body, names, value);
    written.add(names);
  }

  /** Some documents write totals as texts. */
  private void number(String path, long number) {
    List<String> names = Steps.of(path);
    synchronized (lock) {
      Described said = plan.success().body().at(names);
      put(
          names,
          said.accepts(RawJson.of(number))
              ? RawJson.of(number)
              : RawJson.of(Long.toString(number)));
    }
  }

  private void next(PageSignal signal) {
    String where = signal.found().next().orElse("");
    if (ListPlan.isHeader(where)) {
      header(where.substring("header:".length()), signal);
    } else if (signal.next().isPresent() && !written.contains(signal.next().get())) {
      List<String> names = signal.next().get();
      if (page.more()) {
        put(names, signal.nextValue(page));
      } else {
        written.add(names);
        end(names);
      }
    }
  }

  private void header(String name, PageSignal signal) {
    if (page.more()) {
      String value = PlainText.of(signal.nextValue(page));
      boolean link = name.equalsIgnoreCase("link");
      next.putIfAbsent(name, link ? "<" + value + ">; rel=\"next\"" : value);
    }
  }

  /** Without a next position its member is null, absent or empty, as the document allows. */
  private void end(List<String> names) {
    synchronized (lock) {
      for (int length = names.size(); length > 0; length--) {
        List<String> at = names.subList(0, length);
        Described said = plan.success().body().at(at);
        Described holder = plan.success().body().at(at.subList(0, length - 1));
        if (plan.items().size() >= length && plan.items().subList(0, length).equals(at)) {
          break;
        }
        if (!said.isEmpty() && said.accepts(RawJson.ofNull())) {
          body = Steps.put(body, at, RawJson.ofNull());
          return;
        }
        if (!holder.requires(at.get(length - 1))) {
          body = Steps.remove(body, at);
          return;
        }
        if (length == names.size() && said.isOf("string")) {
          body = Steps.put(body, at, RawJson.of(""));
          return;
        }
      }
      body = Steps.remove(body, names);
    }
  }

  /** What repeats the request says what was asked for. */
  private void echo() {
    plan.size().ifPresent(size -> echo(size.name(), page.size()));
    plan.signals().stream()
        .filter(signal -> !signal.isHandedOut())
        .filter(signal -> signal.found().position().isPresent())
        .forEach(signal -> {
          long start = signal.found().start().orElse(0L);
          switch (signal.found().style()) {
            case OFFSET -> echo(signal.field().name(), page.rank() + start);
            case PAGE_NUMBER ->
              echo(signal.field().name(), page.number() + signal.found().start().orElse(1L));
            default -> {}
          }
        });
  }

  private void echo(String name, long value) {
    for (String path : List.of("page", "pagination", "meta", "")) {
      List<String> names = path.isEmpty() ? List.of(name) : List.of(path, name);
      boolean there = Steps.get(body, names)
          .filter(old -> old.kind() == RawJson.Kind.NUMBER)
          .isPresent();
      if (there && !written.contains(names)) {
        body = Steps.put(body, names, RawJson.of(value));
      }
    }
  }
}
