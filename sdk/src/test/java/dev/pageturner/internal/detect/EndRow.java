package dev.pageturner.internal.detect;

import dev.pageturner.internal.detect.EndFacts.LastPage;
import dev.pageturner.internal.detect.EndFacts.Read;
import dev.pageturner.internal.detect.EndFacts.Way;
import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.http.Payload;
import dev.pageturner.pagination.EndRule;
import dev.pageturner.pagination.Flag;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.JsonPath;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import dev.pageturner.position.Evidence;
import dev.pageturner.position.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * The end of a list in one line: {@code expected | options | request | headers | body}.
 *
 * <p>Expected is the certainty, then the kinds of evidence. Options are words such as
 * {@code cursor=$.next_cursor NULL seen pages=2 read=6 before={…}}; without them the list is taken
 * to have one page. In JSON {@code '} stands for {@code "}, and {@code #3} for an array of three
 * items.
 */
record EndRow(String expected, String options, String request, String headers, String body) {
  static Stream<EndRow> all(String table) {
    return table
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("--"))
        .map(EndRow::of);
  }

  private static EndRow of(String line) {
    String[] cells = line.split("\\|", -1);
    if (cells.length != 5) {
      throw new IllegalArgumentException(line);
    }
    return new EndRow(
        cells[0].strip(), cells[1].strip(), cells[2].strip(), cells[3].strip(), cells[4].strip());
  }

  EndRow withBody(String other) {
    return new EndRow(expected, options, request, headers, other);
  }

  EndRow withHeaders(String other) {
    return new EndRow(expected, options, request, other, body);
  }

  @Override
  public String toString() {
    return Stream.of(options, request, headers, body)
        .filter(cell -> !cell.isEmpty())
        .collect(Collectors.joining(" | "));
  }

  Verdict verdict() {
    return Completeness.judge(facts());
  }

  /** {@return the certainty and the kinds of evidence, each once} */
  String judged() {
    Verdict verdict = verdict();
    return Stream.concat(
            Stream.of(verdict.certainty().toString()),
            verdict.evidence().stream().map(Evidence::kind).distinct().map(Enum::name))
        .collect(Collectors.joining(" "));
  }

  EndFacts facts() {
    Outline outline = outline(body);
    ApiCall call = call();
    Items items = ItemsFinder.find(outline, call.url())
        .orElse(option("items").map(EndRow::at).orElse(at("$.items")));
    String place = ItemsPath.of(items).text();
    long count = outline.arrays().stream()
        .filter(array -> array.path().toString().equals(place))
        .mapToLong(Outline.Array::count)
        .sum();
    long read = number("read", count);
    Envelope before = option("before")
        .map(json -> Envelope.of(outline(json), items, Headers.of()))
        .orElse(Envelope.NONE);
    return new EndFacts(
        pagination(items),
        has("recognised") ? Way.RECOGNISED : has("guessed") ? Way.GUESSED : Way.SAID,
        signal(),
        has("seen"),
        new LastPage(outline, items, responseHeaders(), (int) number("status", 200), true),
        call,
        new Read(count, number("largest", count), read, number("pages", 1)),
        (int) number("size", 0),
        before);
  }

  private Pagination pagination(Items items) {
    Pagination.Builder pagination = option("cursor")
        .map(path -> Pagination.cursor(path, "cursor"))
        .or(() -> option("url").map(Pagination::nextUrl))
        .or(() -> option("page").map(name -> Pagination.pageNumber(name, 1)))
        .or(() -> option("offset").map(name -> Pagination.offset(name, 0)))
        .or(() -> has("link") ? Optional.of(Pagination.linkHeader()) : Optional.empty())
        .orElse(Pagination.onePage())
        .newBuilder()
        .items(items);
    option("flag").ifPresent(path -> pagination.hasMore(new Flag(Source.body(path), false)));
    option("total").ifPresent(path -> pagination.totalItems(Source.body(path)));
    option("totalPages").ifPresent(path -> pagination.totalPages(Source.body(path)));
    option("rule").ifPresent(rule -> pagination.endRule(EndRule.valueOf(rule)));
    return pagination.build();
  }

  private EndSignal signal() {
    Set<String> words = Set.of(options.split(" "));
    return Arrays.stream(EndSignal.values())
        .filter(signal -> words.contains(signal.name()))
        .findFirst()
        .orElse(EndSignal.ONE_PAGE);
  }

  private static Items at(String path) {
    return new Items.ArrayAt(JsonPath.of(path));
  }

  private ApiCall call() {
    String[] parts = (request.isEmpty() ? "GET /things" : request).split(" ", 3);
    Headers.Builder headers = new Headers.Builder();
    String rest = parts.length > 2 ? parts[2] : "";
    if (!rest.isEmpty() && !rest.startsWith("{")) {
      headers.add(rest);
    }
    Payload payload = rest.startsWith("{") ? Payload.json(json(rest)) : null;
    return new ApiCall(
        parts[0],
        HttpUrl.get("https://h" + parts[1]),
        headers.build(),
        payload,
        false,
        null,
        null,
        Set.of());
  }

  private Headers responseHeaders() {
    Headers.Builder all = new Headers.Builder();
    Stream.of(headers.split(" ~ ")).filter(line -> !line.isBlank()).forEach(line -> {
      String[] parts = line.split(": ?", 2);
      all.add(parts[0].strip(), parts[1].strip().replace('\'', '"'));
    });
    return all.build();
  }

  private static Outline outline(String text) {
    byte[] bytes = json(text).getBytes(StandardCharsets.UTF_8);
    try {
      return Outline.of(bytes, 0, bytes.length, false);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  private static String json(String text) {
    return Pattern.compile("#(\\d+)")
        .matcher(text.replace('\'', '"'))
        .replaceAll(match -> IntStream.range(0, Integer.parseInt(match.group(1)))
            .mapToObj(id -> "{\"id\":" + id + "}")
            .collect(Collectors.joining(",", "[", "]")));
  }

  private boolean has(String word) {
    return List.of(options.split(" ")).contains(word);
  }

  private long number(String name, long otherwise) {
    return option(name).map(Long::parseLong).orElse(otherwise);
  }

  private Optional<String> option(String name) {
    return Stream.of(options.split(" "))
        .filter(word -> word.startsWith(name + "="))
        .map(word -> word.substring(name.length() + 1))
        .findFirst();
  }
}
