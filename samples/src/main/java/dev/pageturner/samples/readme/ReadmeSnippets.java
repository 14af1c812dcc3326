package dev.pageturner.samples.readme;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.pageturner.ApiClient;
import dev.pageturner.async.AsyncApiClient;
import dev.pageturner.auth.Credentials;
import dev.pageturner.batch.CheckpointStore;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.json.RawJson;
import dev.pageturner.lines.JsonLines;
import dev.pageturner.page.Change;
import dev.pageturner.page.Page;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.page.TraversalEvent;
import dev.pageturner.page.TraversalSummary;
import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.EndRule;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Position;
import dev.pageturner.rate.RateLimit;
import dev.pageturner.retry.RetryPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Each region is a block of README.md, in its order. */
final class ReadmeSnippets {
  private static final String USERS = "https://api.example.com/v1/users";

  private final OkHttpClient http = new OkHttpClient();
  private final JsonAdapter<UserPage> pages = new Moshi.Builder().build().adapter(UserPage.class);
  private final ApiClient api = ApiClient.create("https://api.example.com/v1");
  private final Database db = (batch, checkpoint) -> {};
  private final UserClient client = cursor -> new UserPage(List.of(), null);

  /** A user, as many APIs have them. */
  public record User(long id, String email, boolean active, List<String> groups) {}

  /** What the loop by hand decodes. */
  public record UserPage(List<User> users, @Nullable String next_cursor) {}

  /** What another endpoint says of a user. */
  public record Details(long id, String address) {}

  /** A product of a shop. */
  public record Product(long id, String name) {}

  /** What somebody says of a product. */
  public record Review(long id, String text) {}

  /** Where the batches of the examples go. */
  @FunctionalInterface
  interface Database {
    void insert(List<?> batch, @Nullable Checkpoint after);

    default void insertMany(List<?> batch) {
      insert(batch, null);
    }
  }

  /** A client that is there already. */
  @FunctionalInterface
  interface UserClient {
    UserPage listUsers(@Nullable String cursor) throws IOException;
  }

  private void keep(Details details) {
    db.insertMany(List.of(details));
  }

  void byHand() throws IOException {
    // readme:start
    String cursor = "";
    while (cursor != null) {
      Request request = new Request.Builder().url(USERS + "?cursor=" + cursor).build();
      try (Response response = http.newCall(request).execute()) {
        UserPage page = pages.fromJson(response.body().source());
        page.users().forEach(user -> System.out.println(user.email()));
        cursor = page.next_cursor();
      }
    }
    // readme:end
  }

  void withPageturner() {
    // readme:start
    for (User user : api.list("/users", User.class)) {
      System.out.println(user.email());
    }
    // readme:end
  }

  static void client() {
    // readme:start
    try (ApiClient api = ApiClient.newBuilder()
        .baseUrl("https://api.example.com/v1")
        .bearer(() -> System.getenv("API_TOKEN")) // asked at every request
        .build()) {
      PagedIterable<User> active = api.request("/teams/{team}/users")
          .path("team", "red/blue")
          .query("active", true)
          .list(User.class);
      active.pageSize(100).limit(250).forEach(user -> System.out.println(user.email()));
    }
    // readme:end
  }

  void untyped() {
    // readme:start
    for (RawJson event : api.list("/events")) {
      System.out.println(event.text()); // each digit as it was sent
    }
    // readme:end
  }

  void pipeline() {
    // readme:start
    api.list("/users", User.class)
        .filter(User::active)
        .flatMap(User::groups)
        .distinctBy(group -> group, 10_000)
        .batched(500)
        .forEach(db::insertMany);
    // readme:end
  }

  void paginations() {
    // readme:start
    Pagination pagination = Pagination.afterLastItem("$.id", "starting_after")
        .hasMore("$.has_more")
        .items("$.data")
        .pageSize("limit");
    PagedIterable<User> users = api.list("/users", User.class, pagination);
    // readme:end
    users.first();
  }

  void detection() {
    // readme:start
    api.list("/users", User.class)
        .listener(event -> {
          if (event instanceof TraversalEvent.Detected detected) {
            System.err.println(detected.pagination() + ", since " + detected.reason());
          } else if (event instanceof TraversalEvent.Warning warning) {
            System.err.println(warning.message());
          }
        })
        .forEach(user -> System.out.println(user.email()));
    // readme:end
  }

  void polite() {
    // readme:start
    try (ApiClient api = ApiClient.newBuilder()
        .baseUrl("https://api.example.com/v1")
        .rateLimit(RateLimit.of(50, Duration.ofSeconds(1)).and(5000, Duration.ofHours(1)))
        .credentials(Credentials.query("api_key", () -> System.getenv("API_KEY")))
        .retryPolicy(RetryPolicy.standard().newBuilder().maxRetries(6).build())
        .build()) {
      TraversalSummary summary = new TraversalSummary();
      api.list("/users", User.class)
          .listener(summary)
          .forEach(user -> db.insertMany(List.of(user)));
      System.err.println(summary);
    }
    // readme:end
  }

  void events() {
    // readme:start
    try (var answer =
        api.events("/chat", Map.of("prompt", "Hello"), RawJson.class).iterator()) {
      while (answer.hasNext()) {
        System.out.print(answer.next().at("/delta").map(RawJson::asString).orElse(""));
      }
    }
    // readme:end
  }

  void checkpoints() throws Exception {
    // readme:start
    CheckpointStore store = CheckpointStore.file(Path.of("users.checkpoint"));
    PagedIterable<User> users = api.list("/users", User.class);
    PagedIterable<User> rest = store.load().map(users::startFrom).orElse(users);
    rest.forEachBatch(500, (batch, after) -> {
      db.insert(batch, after); // best: both in one transaction
      store.save(after);
    });
    // readme:end
  }

  String iterator() {
    String token = "";
    // readme:start
    try (PagedIterator<User> users = api.list("/users", User.class).iterator()) {
      while (users.hasNext()) {
        System.out.println(users.next().email());
        token = users.checkpoint().toString(); // after this item; Checkpoint.parse reads it back
      }
      System.out.println(users.stopReason().orElseThrow()); // END_OF_LIST
    }
    // readme:end
    return token;
  }

  void nested() throws Exception {
    CheckpointStore store = CheckpointStore.memory();
    // readme:start
    PagedIterable<Review> reviews = api.list("/products", Product.class)
        .thenEach(product -> api.list("/products/" + product.id() + "/reviews", Review.class));
    reviews = store.load().map(reviews::startFrom).orElse(reviews);
    reviews.forEachBatch(500, db::insert);
    // readme:end
  }

  void synced() throws Exception {
    CheckpointStore store = CheckpointStore.memory();
    // readme:start
    PagedIterable<Change<User>> users =
        api.request("/users").changes(User.class).sync();
    users = store.load().map(users::startFrom).orElse(users);
    store.save(users.forEachBatch(500, db::insert)); // upserts and removals, by their keys
    // readme:end
  }

  void from() {
    // readme:start
    PagedIterable<User> users = PagedIterable.from(position -> {
      UserPage page = client.listUsers(position instanceof Position.Cursor c ? c.text() : null);
      return Page.withCursor(page.users(), page.next_cursor());
    });
    // readme:end
    users.first();
  }

  void async() {
    // readme:start
    AsyncApiClient async = AsyncApiClient.of(api);
    CompletableFuture<?> done = async
        .list("/users", User.class)
        .filter(User::active)
        .forEachAsync(
            10, user -> async.get("/users/" + user.id(), Details.class).thenAccept(this::keep));
    // readme:end
    done.join();
  }

  void lines() {
    // readme:start
    JsonLines.write(Path.of("events.jsonl.gz"), api.list("/events"), RawJson.class);
    JsonLines.from(Path.of("events.jsonl.gz"))
        .as(RawJson.class)
        .batched(500)
        .forEach(db::insertMany);
    // readme:end
  }

  void concurrent() {
    // readme:start
    api.list("/users", User.class)
        .mapConcurrent(16, user -> api.get("/users/" + user.id(), Details.class))
        .forEach(this::keep);
    // readme:end
  }

  void errors() {
    PagedIterable<User> users = api.list("/users", User.class);
    // readme:start
    try {
      users.forEach(user -> System.out.println(user.email()));
    } catch (PageturnerException.Status e) {
      System.err.println(e.getMessage()); // what was asked, what came
      System.err.println(e.checkpoint().orElseThrow()); // where startFrom goes on
    }
    // readme:end
  }

  /** {@return the table of page styles} */
  static List<Pagination> styles() {
    List<Pagination> all = new ArrayList<>();
    all.add(Pagination.detect());
    all.add(Pagination.cursor("$.meta.next_cursor", "cursor"));
    all.add(Pagination.cursor(Source.body("$.next"), Carrier.body("$.start")));
    all.add(Pagination.cursor(Source.header("X-Next-Cursor"), Carrier.query("cursor")));
    all.add(Pagination.cursor(Source.body("$.continue"), new Carrier.QueryMembers()));
    all.add(new Pagination.Builder()
        .next(new Next.Cursor(List.of(Source.header("X-Name"), Source.header("X-Id"))))
        .carrier(Carrier.query("name", "id"))
        .build());
    all.add(Pagination.cursor("$.nextCursorMark", "cursorMark")
        .firstCursor("*")
        .endRule(EndRule.REPEATED_CURSOR));
    all.add(Pagination.nextUrl("$.links.next"));
    all.add(Pagination.linkHeader());
    all.add(Pagination.hal().items("$._embedded.orders"));
    all.add(Pagination.odata());
    all.add(Pagination.fhir());
    all.add(Pagination.afterLastItem("$.id", "starting_after").hasMore("$.has_more"));
    all.add(Pagination.afterLastItem("$.id", "since_id"));
    all.add(Pagination.offset("offset", "limit").totalItems("$.total"));
    all.add(Pagination.pageNumber("page", 1).totalPages("$.meta.pages"));
    all.add(Pagination.pageNumber("page", 0).isLast("$.last"));
    all.add(Pagination.pageNumber("page", 1).pageSize("per_page").endRule(EndRule.SHORT_PAGE));
    return all;
  }
}
