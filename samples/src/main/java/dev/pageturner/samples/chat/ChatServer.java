package dev.pageturner.samples.chat;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;

/** {@code POST /chat}, where somebody gives one answer, word by word and not too fast. */
final class ChatServer implements AutoCloseable {
  private static final int BYTES_AT_ONCE = 100;
  private static final int PAUSE_MILLIS = 50;

  private final MockWebServer server = new MockWebServer();

  private ChatServer() {}

  static ChatServer start(String answer) throws IOException {
    String tokens = Arrays.stream(answer.split(" "))
        .map("data: {\"kind\": \"token\", \"token\": \"%s\"}\n\n"::formatted)
        .collect(Collectors.joining());
    ChatServer chat = new ChatServer();
    chat.server.enqueue(new MockResponse.Builder()
        .addHeader("Content-Type", "text/event-stream")
        .body(tokens + "data: {\"kind\": \"done\"}\n\n")
        .throttleBody(BYTES_AT_ONCE, PAUSE_MILLIS, TimeUnit.MILLISECONDS)
        .build());
    chat.server.start();
    return chat;
  }

  String url() {
    return server.url("/").toString();
  }

  @Override
  public void close() {
    server.close();
  }
}
