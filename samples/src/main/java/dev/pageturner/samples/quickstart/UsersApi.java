package dev.pageturner.samples.quickstart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** An API with one endpoint, {@code GET /users}, which pages by a cursor in the body. */
final class UsersApi implements AutoCloseable {
  /** The items of a page; the size of a batch is no multiple of it, as in real life. */
  static final int PAGE_SIZE = 150;

  private static final long FIRST_ID = (1L << 53) + 1;

  private final MockWebServer server = new MockWebServer();
  private final int users;

  private UsersApi(int users) {
    this.users = users;
  }

  static UsersApi start(int users) throws IOException {
    UsersApi api = new UsersApi(users);
    api.server.setDispatcher(new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        return api.answer(request.getUrl());
      }
    });
    api.server.start();
    return api;
  }

  /** {@return the user at an index: every reader of the list can work out what it should see} */
  static User user(long index) {
    return new User(FIRST_ID + index, "User " + index, "user" + index + "@example.com");
  }

  String url() {
    return server.url("/").toString();
  }

  int pages() {
    return (users + PAGE_SIZE - 1) / PAGE_SIZE;
  }

  int requests() {
    return server.getRequestCount();
  }

  private MockResponse answer(HttpUrl url) {
    if (!url.encodedPath().equals("/users")) {
      return new MockResponse.Builder().code(404).build();
    }
    long from = indexOf(url.queryParameter("cursor"));
    long to = Math.min(from + PAGE_SIZE, users);
    String items =
        LongStream.range(from, to).mapToObj(UsersApi::json).collect(Collectors.joining(","));
    String next = to < users ? '"' + cursorOf(to) + '"' : "null";
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/json")
        .body("{\"users\":[" + items + "],\"total\":" + users + ",\"next_cursor\":" + next + "}")
        .build();
  }

  private static String json(long index) {
    User user = user(index);
    return "{\"id\":%d,\"name\":\"%s\",\"email\":\"%s\"}"
        .formatted(user.id(), user.name(), user.email());
  }

  private static String cursorOf(long index) {
    byte[] text = ("after=" + index).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(text);
  }

  private static long indexOf(@Nullable String cursor) {
    if (cursor == null) {
      return 0;
    }
    String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
    return Long.parseLong(text.substring("after=".length()));
  }

  @Override
  public void close() {
    server.close();
  }
}
