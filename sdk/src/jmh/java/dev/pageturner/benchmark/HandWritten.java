package dev.pageturner.benchmark;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** The loops that people write. */
final class HandWritten {
  private static final JsonReader.Options NAMES = JsonReader.Options.of("data", "next_cursor");

  private HandWritten() {}

  /** Decodes each page whole. */
  static void whole(
      OkHttpClient client, HttpUrl url, JsonAdapter<UserPage> adapter, Consumer<User> consumer)
      throws IOException {
    HttpUrl next = url;
    while (next != null) {
      UserPage page;
      try (Response response = client.newCall(request(next)).execute()) {
        requireOk(response);
        page = adapter.fromJson(response.body().source());
      }
      for (User user : page.data) {
        consumer.accept(user);
      }
      next = after(url, page.nextCursor);
    }
  }

  /** Decodes item by item from the socket. */
  static void streaming(
      OkHttpClient client, HttpUrl url, JsonAdapter<User> adapter, Consumer<User> consumer)
      throws IOException {
    HttpUrl next = url;
    while (next != null) {
      String cursor;
      try (Response response = client.newCall(request(next)).execute()) {
        requireOk(response);
        cursor = page(JsonReader.of(response.body().source()), adapter, consumer);
      }
      next = after(url, cursor);
    }
  }

  private static String page(
      JsonReader json, JsonAdapter<User> adapter, Consumer<User> consumer) throws IOException {
    String cursor = null;
    json.beginObject();
    while (json.hasNext()) {
      switch (json.selectName(NAMES)) {
        case 0 -> {
          json.beginArray();
          while (json.hasNext()) {
            consumer.accept(adapter.fromJson(json));
          }
          json.endArray();
        }
        case 1 -> {
          if (json.peek() == JsonReader.Token.NULL) {
            json.nextNull();
          } else {
            cursor = json.nextString();
          }
        }
        default -> {
          json.skipName();
          json.skipValue();
        }
      }
    }
    json.endObject();
    return cursor;
  }

  private static Request request(HttpUrl url) {
    return new Request.Builder().url(url).header("Accept", "application/json").build();
  }

  private static void requireOk(Response response) throws IOException {
    if (!response.isSuccessful()) {
      throw new IOException("status " + response.code());
    }
  }

  private static HttpUrl after(HttpUrl url, String cursor) {
    return cursor == null
        ? null
        : url.newBuilder().setQueryParameter("cursor", cursor).build();
  }
}
