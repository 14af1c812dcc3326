package dev.pageturner.openapi.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.pagination.EndRule;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.retry.Backoff;
import dev.pageturner.retry.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each server here does one thing wrong, and that is the one finding. */
class DishonestListsTest {
  /** A server, and what is found of it. */
  record Case(
      String what, Check check, Severity severity, String says, Supplier<HonestApi> server) {
    @Override
    public String toString() {
      return check.id() + ": " + what;
    }
  }

  private static final Pagination WITHOUT_TOTAL =
      Pagination.cursor("$.next_cursor", "cursor").items("$.data").pageSize("limit");

  /** An API whose pagination is said otherwise. */
  private static class Paged extends HonestApi {
    private final Pagination pagination;

    Paged(int items, Pagination pagination) {
      super(items);
      this.pagination = pagination;
    }

    @Override
    CheckReport check(PagingCheck check) {
      return check.pagination(pagination).run();
    }
  }

  /** An API that counts pages. */
  private static class Numbered extends Paged {
    Numbered(int items, Pagination pagination) {
      super(items, pagination.items("$.data").pageSize("limit"));
    }

    @Override
    MockResponse answer(RecordedRequest request) {
      HttpUrl url = request.getUrl();
      String said = url.queryParameter("page");
      int page = said == null ? 1 : Integer.parseInt(said);
      List<Integer> rows = rows(url);
      int from = Math.min(rows.size(), (page - 1) * step(url));
      int to = Math.min(rows.size(), from + size(url));
      return json("{\"data\":" + items(rows.subList(from, to)) + ",\"total\":" + total(rows)
              + ",\"more\":" + (to < rows.size()) + "}")
          .build();
    }

    int step(HttpUrl url) {
      return size(url);
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
            complete(),
            unique(),
            order(),
            size(),
            end(),
            totals(),
            filter(),
            links(),
            insert(),
            limits(),
            headers())
        .flatMap(cases -> cases);
  }

  private static Stream<Case> complete() {
    return Stream.of(
        new Case(
            "a cursor leads back",
            Check.COMPLETE,
            Severity.ERROR,
            "already read",
            () -> new HonestApi(47) {
              @Override
              String next(HttpUrl url, List<Integer> rows, int to) {
                return to == 40 ? cursor(url, 10) : super.next(url, rows, to);
              }
            }),
        new Case(
            "an item between pages",
            Check.COMPLETE,
            Severity.ERROR,
            "missed 4 items",
            () -> new Paged(47, WITHOUT_TOTAL) {
              @Override
              int from(String cursor, List<Integer> rows) {
                return super.from(cursor, rows) + 1;
              }

              @Override
              String page(HttpUrl url, List<Integer> rows, int from, int to) {
                return super.page(url, rows, from, to).replaceFirst("\"total\":\\d+,", "");
              }
            }),
        new Case(
            "a page is cut",
            Check.COMPLETE,
            Severity.ERROR,
            "cannot walk to the end",
            () -> new HonestApi(47) {
              @Override
              String page(HttpUrl url, List<Integer> rows, int from, int to) {
                String page = super.page(url, rows, from, to);
                return from == 20 ? page.substring(0, page.length() / 2) : page;
              }
            }),
        new Case(
            "a flag says more, no cursor",
            Check.COMPLETE,
            Severity.ERROR,
            "has_more",
            () -> new Paged(47, HonestApi.PAGINATION.hasMore("$.has_more")) {
              @Override
              String page(HttpUrl url, List<Integer> rows, int from, int to) {
                return super.page(url, rows, from, to)
                    .replace("{\"data\"", "{\"has_more\":true,\"data\"");
              }
            }),
        new Case(
            "the cursor is ignored",
            Check.COMPLETE,
            Severity.ERROR,
            "cannot walk",
            () -> new Paged(47, Pagination.detect()) {
              @Override
              int from(String cursor, List<Integer> rows) {
                return 0;
              }
            }));
  }

  private static Stream<Case> unique() {
    return Stream.of(
        new Case(
            "pages overlap",
            Check.UNIQUE,
            Severity.ERROR,
            "id 10 is on page 1 and again on page 2",
            () -> new HonestApi(47) {
              @Override
              int from(String cursor, List<Integer> rows) {
                return super.from(cursor, rows) - 1;
              }
            }),
        new Case(
            "one page has it twice",
            Check.UNIQUE,
            Severity.ERROR,
            "id 12 is on page 2 twice",
            () -> new HonestApi(47) {
              @Override
              String page(HttpUrl url, List<Integer> rows, int from, int to) {
                return super.page(url, rows, from, to).replace("\"id\":14,", "\"id\":12,");
              }

              @Override
              int total(List<Integer> rows) {
                return rows.size() - 1;
              }
            }),
        new Case(
            "equal items without an id",
            Check.UNIQUE,
            Severity.WARNING,
            "hash",
            () -> new HonestApi(47) {
              @Override
              String page(HttpUrl url, List<Integer> rows, int from, int to) {
                return super.page(url, rows, from, to)
                    .replaceAll("\"id\":\\d+,\"name\":\"item (\\d)\\d*\"", "\"text\":\"$1\"");
              }
            }));
  }

  private static Stream<Case> order() {
    return Stream.of(
        new Case(
            "it turns round",
            Check.ORDER,
            Severity.ERROR,
            "another order",
            () -> new HonestApi(47) {
              @Override
              List<Integer> rows(HttpUrl url) {
                List<Integer> rows = new ArrayList<>(super.rows(url));
                if (walks() == 3) {
                  Collections.reverse(rows);
                }
                return rows;
              }
            }),
        new Case(
            "two items change places",
            Check.ORDER,
            Severity.ERROR,
            "id 22 was number 22",
            () -> new HonestApi(47) {
              @Override
              List<Integer> rows(HttpUrl url) {
                List<Integer> rows = new ArrayList<>(super.rows(url));
                if (walks() == 3) {
                  Collections.swap(rows, 21, 24);
                }
                return rows;
              }
            }));
  }

  private static Stream<Case> size() {
    return Stream.of(
        new Case(
            "it is ignored",
            Check.SIZE,
            Severity.WARNING,
            "2 items was asked for with limit, and 10 items",
            () -> new HonestApi(47) {
              @Override
              int size(HttpUrl url) {
                return 10;
              }
            }),
        new Case(
            "one item more", Check.SIZE, Severity.WARNING, "3 items came", () -> new HonestApi(47) {
              @Override
              int size(HttpUrl url) {
                return url.queryParameter("limit") == null ? 10 : super.size(url) + 1;
              }
            }),
        new Case(
            "a cap that loses items",
            Check.SIZE,
            Severity.ERROR,
            "page 2 does not start with item 51",
            () -> new Numbered(120, Pagination.pageNumber("page", 1).hasMore("$.more")) {
              @Override
              int step(HttpUrl url) {
                String limit = url.queryParameter("limit");
                return limit == null ? 10 : Integer.parseInt(limit);
              }
            }),
        new Case(
            "a maximum that is none",
            Check.SIZE,
            Severity.WARNING,
            "said to be 100, and 50 items",
            () -> new Paged(120, HonestApi.PAGINATION.pageSize("limit", 100))));
  }

  private static Stream<Case> end() {
    return Stream.of(
        new Case(
            "an empty page in the middle",
            Check.END,
            Severity.WARNING,
            "Page 3 is empty",
            () -> new HonestApi(47) {
              @Override
              String page(HttpUrl url, List<Integer> rows, int from, int to) {
                boolean empty = from == 20 && url.queryParameter("cursor").startsWith("c");
                return empty
                    ? "{\"data\":[],\"total\":47,\"next_cursor\":\"x20-all\"}"
                    : super.page(url, rows, from, to);
              }
            }),
        new Case(
            "a full page and no word",
            Check.END,
            Severity.WARNING,
            "does not say that it is the last",
            () -> new Paged(10, WITHOUT_TOTAL) {
              @Override
              String page(HttpUrl url, List<Integer> rows, int from, int to) {
                return "{\"data\":" + items(rows.subList(from, to)) + "}";
              }

              @Override
              CheckReport check(PagingCheck check) {
                return super.check(check.pageSize(10));
              }
            }));
  }

  private static Stream<Case> totals() {
    return Stream.of(
        new Case(
            "more than come",
            Check.TOTALS,
            Severity.WARNING,
            "says 60 items, and 47 came",
            () -> new HonestApi(47) {
              @Override
              int total(List<Integer> rows) {
                return rows.size() + 13;
              }
            }),
        new Case(
            "fewer than come",
            Check.TOTALS,
            Severity.ERROR,
            "says 40 items, and 47 came",
            () -> new HonestApi(47) {
              @Override
              int total(List<Integer> rows) {
                return rows.size() - 7;
              }
            }),
        new Case(
            "pages behind the total",
            Check.TOTALS,
            Severity.ERROR,
            "the page after that has items",
            () -> new Numbered(47, Pagination.pageNumber("page", 1).totalItems("$.total")) {
              @Override
              int total(List<Integer> rows) {
                return 20;
              }

              @Override
              MockResponse answer(RecordedRequest request) {
                MockResponse page = super.answer(request);
                return json(page.getBody() == null
                        ? "{}"
                        : text(page).replaceFirst(",\"more\":\\w+", ""))
                    .build();
              }
            }));
  }

  private static String text(MockResponse response) {
    okio.Buffer buffer = new okio.Buffer();
    try {
      java.util.Objects.requireNonNull(response.getBody()).writeTo(buffer);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return buffer.readUtf8();
  }

  private static Stream<Case> filter() {
    return Stream.of("/items?even=1", "/items")
        .map(path -> new Case(
            "taken for another one, " + path,
            Check.FILTER,
            Severity.WARNING,
            "neither a refusal",
            () -> new HonestApi(80) {
              @Override
              boolean isOf(String cursor, HttpUrl url) {
                return true;
              }

              @Override
              CheckReport check(PagingCheck check) {
                PagingCheck list = check.list(path);
                return (path.contains("?") ? list : list.otherFilter("even", "1")).run();
              }
            }));
  }

  private static Stream<Case> links() {
    return Stream.of("http://127.0.0.1:%d", "https://localhost:%d", "//example.com")
        .map(host -> new Case(
            "to " + host,
            Check.LINKS,
            Severity.ERROR,
            "to another origin",
            () ->
                new Paged(
                    47, Pagination.nextUrl("$.next_cursor").items("$.data").pageSize("limit")) {
                  @Override
                  String next(HttpUrl url, List<Integer> rows, int to) {
                    HttpUrl next = url.newBuilder()
                        .setQueryParameter("cursor", "c" + rows.get(Math.max(0, to - 1)) + "-all")
                        .build();
                    String path = next.encodedPath() + "?" + next.encodedQuery();
                    return to < rows.size()
                        ? "\"" + host.formatted(url.port()) + path + "\""
                        : "null";
                  }
                }));
  }

  private static Stream<Case> insert() {
    return Stream.of(new Case(
        "positions count items",
        Check.INSERT,
        Severity.ERROR,
        "id 10 then came twice",
        () -> new HonestApi(47) {
          @Override
          int from(String cursor, List<Integer> rows) {
            return number(cursor);
          }

          @Override
          String next(HttpUrl url, List<Integer> rows, int to) {
            return to < rows.size() ? cursor(url, to) : "null";
          }

          @Override
          CheckReport check(PagingCheck check) {
            return check.insert(() -> ids.add(0, 0)).run();
          }
        }));
  }

  private static Stream<Case> limits() {
    return Stream.of(new Case(
        "429 says no more",
        Check.LIMITS,
        Severity.WARNING,
        "429 without Retry-After",
        () -> new HonestApi(47) {
          private boolean refused;

          @Override
          ApiClient client() {
            RetryPolicy once = RetryPolicy.standard()
                .newBuilder()
                .backoff(Backoff.exponential(Duration.ofMillis(1), Duration.ofMillis(1)))
                .build();
            return ApiClient.newBuilder().baseUrl(url()).retryPolicy(once).build();
          }

          @Override
          MockResponse answer(RecordedRequest request) {
            boolean refuse = !refused && request.getTarget().contains("c20");
            refused |= refuse;
            return refuse ? json("{}").code(429).build() : super.answer(request);
          }
        }));
  }

  private static HonestApi withHeader(String name, String value) {
    return new HonestApi(47) {
      @Override
      ApiClient client() {
        return ApiClient.newBuilder()
            .baseUrl(url())
            .bearer(() -> "a-secret-token")
            .retryPolicy(RetryPolicy.none())
            .build();
      }

      @Override
      MockResponse.Builder json(String body) {
        MockResponse.Builder response = super.json(body).removeHeader(name);
        return value.isEmpty() ? response : response.addHeader(name, value);
      }
    };
  }

  private static Stream<Case> headers() {
    return Stream.of(
        new Case(
            "no media type",
            Check.HEADERS,
            Severity.WARNING,
            "no Content-Type",
            () -> withHeader("Content-Type", "")),
        new Case(
            "a page of text",
            Check.HEADERS,
            Severity.WARNING,
            "says text/plain",
            () -> withHeader("Content-Type", "text/plain")),
        new Case(
            "another character set",
            Check.HEADERS,
            Severity.WARNING,
            "charset=iso-8859-1",
            () -> withHeader("Content-Type", "application/json; charset=iso-8859-1")),
        new Case(
            "kept for everybody",
            Check.HEADERS,
            Severity.WARNING,
            "shared caches",
            () -> withHeader("Cache-Control", "public, max-age=60")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theOneThingThatIsWrongIsTheOneFinding(Case one) {
    try (HonestApi server = one.server().get()) {
      CheckReport report = server.check();

      assertThat(report.results())
          .as(report.text())
          .filteredOn(result -> result.status() == CheckResult.Status.FOUND)
          .singleElement()
          .satisfies(result -> assertThat(result.check()).isEqualTo(one.check()));
      assertThat(report.isChecked()).as(report.text()).isTrue();
      Finding finding = report.result(one.check()).orElseThrow().findings().get(0);
      assertThat(finding.severity()).isEqualTo(one.severity());
      assertThat(finding.what()).contains(one.says());
      assertThat(finding.remedy()).isNotBlank();
      assertThat(finding.requests()).isNotEmpty().allMatch(line -> line.startsWith("curl 'http"));
      assertThat(report.text()).doesNotContain("a-secret-token");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("endings")
  void anEndThatCostsARequestIsANote(String style, Pagination pagination) {
    try (HonestApi server = new Numbered(40, pagination) {
      @Override
      MockResponse answer(RecordedRequest request) {
        String page = text(super.answer(request));
        return json(page.replaceFirst(",\"total\".*}", "}")).build();
      }
    }) {
      CheckReport report = server.check();
      assertThat(report.isHonest()).as(report.text()).isTrue();
      assertThat(report.result(Check.END).orElseThrow().findings())
          .singleElement()
          .satisfies(note -> assertThat(note.what()).contains("empty page"));
    }
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> endings() {
    return Stream.of(
        org.junit.jupiter.params.provider.Arguments.of(
            "said", Pagination.pageNumber("page", 1).endRule(EndRule.EMPTY_PAGE)),
        org.junit.jupiter.params.provider.Arguments.of(
            "counted", Pagination.pageNumber("page", 1)));
  }
}
