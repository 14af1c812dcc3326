package dev.pageturner.internal.events;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import dev.pageturner.events.EventOptions;
import dev.pageturner.events.ServerEvent;
import java.io.IOException;
import okio.Buffer;

/** What an event means for the stream that it is in. */
enum EventMeaning {
  /** An event like any other. */
  EVENT,
  /** An event, and there are no others after it. */
  LAST_EVENT,
  /** No event, but the end. */
  END,
  /** The server reports an error, by the event's type. */
  ERROR_TYPE,
  /** The server reports an error, by a member of its data. */
  ERROR_MEMBER;

  static EventMeaning of(ServerEvent event, EventOptions options) {
    if (options.endMarkers().contains(event.data())) {
      return END;
    }
    if (options.errorTypes().contains(event.type())) {
      return ERROR_TYPE;
    }
    if (options.errorMembers() && hasError(event.data())) {
      return ERROR_MEMBER;
    }
    return options.endTypes().contains(event.type()) ? LAST_EVENT : EVENT;
  }

  private static boolean hasError(String data) {
    // Most events have none: look before parsing.
    if (!data.contains("\"error\"")) {
      return false;
    }
    try (JsonReader json = JsonReader.of(new Buffer().writeUtf8(data))) {
      return json.peek() == JsonReader.Token.BEGIN_OBJECT && hasError(json);
    } catch (IOException | JsonDataException e) {
      return false; // Not JSON: for whoever decodes the event to say.
    }
  }

  private static boolean hasError(JsonReader json) throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      if (json.nextName().equals("error")) {
        return isError(json);
      }
      json.skipValue();
    }
    return false;
  }

  private static boolean isError(JsonReader json) throws IOException {
    return switch (json.peek()) {
      case NULL -> false;
      case BOOLEAN -> json.nextBoolean();
      case STRING -> !json.nextString().isEmpty();
      default -> true;
    };
  }
}
