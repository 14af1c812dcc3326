package dev.pageturner.openapi.mockserver.internal.answer;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.mockserver.MockOptions;
import dev.pageturner.openapi.mockserver.internal.json.PlainText;
import dev.pageturner.openapi.mockserver.internal.sample.Draw;
import dev.pageturner.openapi.mockserver.internal.sample.Sample;
import dev.pageturner.openapi.mockserver.internal.sample.Samples;
import dev.pageturner.openapi.model.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import okio.ByteString;

/** Answers what is no list with a value that the document allows. */
public final class SampleAnswer {
  private static final int BYTES = 256;

  private final Samples samples;
  private final MockOptions options;

  public SampleAnswer(Samples samples, MockOptions options) {
    this.samples = samples;
    this.options = options;
  }

  public Answer answer(Operation operation) {
    Success success = Success.of(operation);
    if (success.mediaType().isEmpty()) {
      return Answer.empty(success.status());
    }
    if (success.isEventStream() || success.isJsonLines()) {
      return stream(operation, success);
    }
    if (success.isJson()) {
      return Answer.json(success.status(), success.mediaType(), body(operation, success));
    }
    return Answer.bytes(success.status(), success.mediaType(), bytes(operation, success));
  }

  /** {@return the body of an operation that answers with JSON} */
  public RawJson body(Operation operation, Success success) {
    return sample(success).value(Draw.of(options.seed(), operation.path(), 0));
  }

  private Sample sample(Success success) {
    return success.body().isEmpty()
        ? draw -> RawJson.ofObject(Map.of())
        : samples.of(success.body().schemas());
  }

  /** An event has its number as its id, so that a client can say where it broke off. */
  private Answer stream(Operation operation, Success success) {
    StringBuilder text = new StringBuilder();
    Sample sample = sample(success);
    for (int i = 0; i < options.events(); i++) {
      RawJson event = sample.value(Draw.of(options.seed(), operation.path(), i));
      text.append(
          success.isEventStream()
              ? "id: " + i + "\ndata: " + event.text() + "\n\n"
              : event.text() + "\n");
    }
    return Answer.text(success.status(), success.mediaType(), text.toString());
  }

  private ByteString bytes(Operation operation, Success success) {
    Draw draw = Draw.of(options.seed(), operation.path(), 0);
    if (success.mediaType().startsWith("text/")) {
      RawJson text = sample(success).value(draw);
      return ByteString.encodeUtf8(PlainText.of(text));
    }
    String line = "mock " + operation.method() + " " + operation.path() + "\n";
    byte[] bytes = line.repeat(1 + BYTES / line.length()).getBytes(StandardCharsets.UTF_8);
    return ByteString.of(bytes);
  }
}
