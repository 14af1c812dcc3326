package dev.pageturner.internal.events;

import com.squareup.moshi.JsonReader;
import dev.pageturner.events.ServerEvent;
import dev.pageturner.internal.json.PathExpression;
import java.io.IOException;
import java.util.Optional;
import okio.Buffer;

/** A text or number in the data of an event. */
public final class EventValue {
  private EventValue() {}

  /** {@return the value at a path, a text without its quotes; empty also if the data is no JSON} */
  public static Optional<String> find(ServerEvent event, PathExpression path) {
    try {
      String found = path.find(new Buffer().writeUtf8(event.data()));
      return found == null ? Optional.empty() : scalar(found);
    } catch (IOException e) {
      return Optional.empty(); // Whoever decodes the event says that it is no JSON.
    }
  }

  private static Optional<String> scalar(String value) throws IOException {
    JsonReader json = JsonReader.of(new Buffer().writeUtf8(value));
    return switch (json.peek()) {
      case STRING, NUMBER -> Optional.of(json.nextString());
      default -> Optional.empty();
    };
  }
}
