package dev.pageturner.internal.events;

import dev.pageturner.events.ServerEvent;
import java.util.List;
import java.util.Map;

/** Finds the piece of text in an event, in the four shapes that the transcripts have. */
final class StreamedText {
  private StreamedText() {}

  static String of(ServerEvent event) {
    if (!event.data().startsWith("{")) {
      return "";
    }
    Map<String, Object> data = Conformance.object(event.data());
    String type = String.valueOf(data.get("type"));
    if (type.equals("response.output_text.delta")) {
      return text(data.get("delta"));
    }
    if (type.equals("content_block_delta")) {
      Map<String, Object> delta = Conformance.map(data.get("delta"));
      return "text_delta".equals(delta.get("type")) ? text(delta.get("text")) : "";
    }
    return data.get("choices") instanceof List<?> choices && !choices.isEmpty()
        ? ofChoice(Conformance.map(choices.get(0)))
        : "";
  }

  private static String ofChoice(Map<String, Object> choice) {
    return choice.get("delta") instanceof Map<?, ?> delta
        ? text(delta.get("content"))
        : text(choice.get("text"));
  }

  private static String text(Object value) {
    return value instanceof String text ? text : "";
  }
}
