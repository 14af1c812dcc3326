package dev.pageturner.laws;

import dev.pageturner.ApiClient;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Sync;
import dev.pageturner.retry.RetryPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * A list that changes while it is read, and a feed of its changes by tokens: cursors and tokens
 * die, and between two requests items are added, changed and removed.
 */
public final class ChangingServer {
  /** How this server pages and syncs. */
  public static final Pagination PAGINATION = Pagination.cursor("$.next", "cursor")
      .items("$.items")
      .sync(Sync.token("$.nextSyncToken", "syncToken"));

  /** An item, or what is left of it. */
  public record Item(String id, long version, boolean deleted) {}

  /** One client of one server after another. */
  public static final class Client implements AutoCloseable {
    private final ApiClient api;
    private volatile ChangingServer server;

    /** Makes a client, of no server yet. */
    public Client() {
      api = ApiClient.newBuilder()
          .baseUrl("https://h/")
          .okHttpClient(new OkHttpClient.Builder()
              .addInterceptor(chain -> server.answer(chain))
              .build())
          .retryPolicy(RetryPolicy.none())
          .listener(event -> {})
          .build();
    }

    /** {@return the client, of another server now} */
    public ApiClient of(ChangingServer next) {
      server = next;
      return api;
    }

    @Override
    public void close() {
      api.close();
    }
  }

  private static final int MOST_KEYS = 15;

  private final Random random;
  private final int pageSize;
  private final Map<String, Item> latest = new TreeMap<>();
  private final Map<String, Integer> lives = new HashMap<>();
  private final Set<String> dead = new HashSet<>();
  private long version;
  private long forgottenUpTo = -1;
  private boolean quiet;

  /** Makes a server with a few items. */
  public ChangingServer(Random random) {
    this.random = random;
    this.pageSize = 1 + random.nextInt(6);
    for (int i = random.nextInt(15); i > 0; i--) {
      write();
    }
  }

  /** From now on nothing changes and nothing dies. */
  public synchronized void quiet() {
    quiet = true;
  }

  /** {@return the items that are there, with their versions} */
  public synchronized Map<String, Long> state() {
    Map<String, Long> state = new TreeMap<>();
    latest.values().stream()
        .filter(item -> !item.deleted())
        .forEach(item -> state.put(item.id(), item.version()));
    return state;
  }

  private void write() {
    String id = "k" + (10 + random.nextInt(MOST_KEYS));
    Item before = latest.get(id);
    boolean there = before != null && !before.deleted();
    latest.put(id, new Item(id, ++version, there && random.nextInt(3) == 0));
  }

  private void live() {
    for (int i = random.nextInt(4); i > 0 && !quiet; i--) {
      write();
    }
    if (!quiet && random.nextInt(12) == 0) {
      // What was removed is forgotten, and with it all tokens from before.
      forgottenUpTo = ++version;
      latest.values().removeIf(Item::deleted);
    }
  }

  private synchronized Response answer(Interceptor.Chain chain) {
    live();
    HttpUrl url = chain.request().url();
    String cursor = url.queryParameter("cursor");
    String token = url.queryParameter("syncToken");
    int status = 200;
    String body;
    if (isDead(cursor) || (token != null && Long.parseLong(token) < forgottenUpTo)) {
      status = random.nextBoolean() ? 410 : 400;
      body = "{\"message\":\"the cursor or sync token has expired\"}";
    } else {
      body = page(cursor, token);
    }
    return new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("")
        .body(ResponseBody.create(body, MediaType.get("application/json")))
        .build();
  }

  /** Once dead is always dead, or nobody could go on. */
  private boolean isDead(String cursor) {
    if (cursor != null && !quiet && lives.merge(cursor, 1, Integer::sum) == 1) {
      boolean dies = random.nextInt(5) == 0;
      if (dies) {
        dead.add(cursor);
      }
    }
    return cursor != null && dead.contains(cursor);
  }

  /** A cursor is the version of the first page, the last one's place, and a number of its own. */
  private String page(String cursor, String token) {
    String[] parts = cursor == null ? new String[] {"" + version, "", ""} : cursor.split("_", -1);
    List<Item> all = token == null ? whole(parts[1]) : changes(Long.parseLong(token), parts);
    List<Item> page = all.subList(0, Math.min(pageSize, all.size()));
    StringBuilder json = new StringBuilder("{\"items\":[");
    for (Item item : page) {
      json.append(json.charAt(json.length() - 1) == '[' ? "" : ",")
          .append("{\"id\":\"%s\",\"version\":%d,\"deleted\":%b}"
              .formatted(item.id(), item.version(), item.deleted()));
    }
    json.append(']');
    if (page.size() < all.size()) {
      Item last = page.get(page.size() - 1);
      String place = token == null ? last.id() : "" + last.version();
      json.append(",\"next\":\"%s_%s_%d\"".formatted(parts[0], place, random.nextInt(1 << 20)));
    } else {
      json.append(",\"nextSyncToken\":\"%s\"".formatted(parts[0]));
    }
    return json.append('}').toString();
  }

  private List<Item> whole(String after) {
    return latest.values().stream()
        .filter(item -> !item.deleted() && item.id().compareTo(after) > 0)
        .toList();
  }

  private List<Item> changes(long since, String[] parts) {
    long from = parts[1].isEmpty() ? since : Long.parseLong(parts[1]);
    List<Item> changed = new ArrayList<>(latest.values().stream()
        .filter(item -> item.version() > from && item.version() <= Long.parseLong(parts[0]))
        .toList());
    changed.sort((a, b) -> Long.compare(a.version(), b.version()));
    return changed;
  }
}
