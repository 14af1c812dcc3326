package dev.pageturner.laws;

import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import dev.pageturner.testing.ConformanceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * A list with random items in pages of random sizes, some of them empty, by a random dialect, whose
 * cursors are strings that were trouble to somebody.
 */
final class SeededServer implements Interceptor {
  private static final List<String> NAUGHTY = SeededListsTest.naughty();

  private enum Dialect {
    CURSOR,
    BODY_URL,
    LINK,
    OFFSET,
    PAGE,
    LAST_ITEM
  }

  private final Dialect dialect;
  private final List<List<String>> chunks = new ArrayList<>();
  private final Map<String, Integer> byCursor = new LinkedHashMap<>();
  private final List<String> items = new ArrayList<>();
  private final boolean itemsLast;
  private int requests;

  SeededServer(Random random) {
    this.dialect = Dialect.values()[random.nextInt(Dialect.values().length)];
    this.itemsLast = random.nextBoolean();
    int count = 1 + random.nextInt(9);
    int id = 0;
    for (int page = 0; page < count; page++) {
      boolean mayBeEmpty = dialect.ordinal() <= Dialect.LINK.ordinal();
      int size = mayBeEmpty && random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(7);
      List<String> chunk = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        chunk.add(item(++id, random));
      }
      chunks.add(chunk);
      items.addAll(chunk);
      byCursor.put(cursor(page, random), page);
    }
  }

  private String item(int id, Random random) {
    String text = NAUGHTY.get(random.nextInt(NAUGHTY.size()));
    String json = ConformanceFile.json(text).readUtf8();
    return dialect != Dialect.LAST_ITEM && random.nextInt(3) == 0
        ? ConformanceFile.json(id + text).readUtf8()
        : "{\"id\":" + id + ",\"next\":" + json + "}";
  }

  private static String cursor(int page, Random random) {
    return page + NAUGHTY.get(random.nextInt(NAUGHTY.size()));
  }

  String path() {
    return "/list?q=a%2Bb";
  }

  List<String> items() {
    return items;
  }

  int requests() {
    return requests;
  }

  /** {@return the requests that one traversal needs} */
  int pages() {
    return dialect == Dialect.LAST_ITEM ? chunks.size() + 1 : chunks.size();
  }

  Pagination pagination() {
    Pagination how = switch (dialect) {
      case CURSOR -> Pagination.cursor(Source.body("$.meta.next"), Carrier.query("cursor"));
      case BODY_URL -> Pagination.nextUrl("$.meta.next");
      case LINK -> Pagination.linkHeader();
      case OFFSET -> Pagination.offset("offset", "limit").totalItems("$.meta.total");
      case PAGE -> Pagination.pageNumber("page", 1).totalPages("$.meta.pages");
      case LAST_ITEM -> Pagination.afterLastItem("$.id", "after");
    };
    return how.items("$.items");
  }

  @Override
  public Response intercept(Chain chain) {
    int page;
    synchronized (this) {
      requests++;
      page = pageOf(chain.request());
    }
    List<String> chunk = page < chunks.size() ? chunks.get(page) : List.of();
    String array = "\"items\":[" + String.join(", ", chunk) + "]";
    String meta = "\"meta\":{" + meta(page) + "}";
    String body = itemsLast ? "{" + meta + "," + array + "}" : "{" + array + "," + meta + "}";
    Response.Builder response = new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(200)
        .message("OK")
        .body(ResponseBody.create(body, MediaType.get("application/json")));
    if (dialect == Dialect.LINK && page + 1 < chunks.size()) {
      response.addHeader("Link", "</list?at=" + (page + 1) + ">; rel=\"next\"");
    }
    return response.build();
  }

  private String meta(int page) {
    boolean last = page + 1 >= chunks.size();
    return switch (dialect) {
      case CURSOR ->
        "\"next\":"
            + (last ? "null" : ConformanceFile.json(cursors().get(page + 1)).readUtf8());
      case BODY_URL -> last ? "" : "\"next\":\"?at=" + (page + 1) + "\"";
      case OFFSET -> "\"total\":" + items.size();
      case PAGE -> "\"pages\":" + chunks.size();
      case LINK, LAST_ITEM -> "";
    };
  }

  private List<String> cursors() {
    return List.copyOf(byCursor.keySet());
  }

  private int pageOf(Request request) {
    if (request.url().queryParameter("at") != null) {
      return Integer.parseInt(request.url().queryParameter("at"));
    } else if (request.url().queryParameter("cursor") != null) {
      return byCursor.get(request.url().queryParameter("cursor"));
    } else if (request.url().queryParameter("page") != null) {
      return Integer.parseInt(request.url().queryParameter("page")) - 1;
    }
    String count = request.url().queryParameter("offset");
    String after = count == null ? request.url().queryParameter("after") : count;
    return pageAt(after == null ? 0 : Integer.parseInt(after));
  }

  private int pageAt(int offset) {
    int before = 0;
    int page = 0;
    while (page < chunks.size() && before < offset) {
      before += chunks.get(page++).size();
    }
    return page;
  }
}
