package dev.pageturner.openapi.mockserver.internal.server;

import dev.pageturner.openapi.mockserver.internal.answer.Answer;
import dev.pageturner.openapi.mockserver.internal.fault.ScriptedFault;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.BufferedSink;

/** Turns answers into responses, and does to them what faults do on the way to the client. */
final class Responses {
  private static final String HTML = "<!doctype html><html><head><title>Sign in</title></head>"
      + "<body><h1>Welcome to the network</h1></body></html>";

  private final Pause pause;

  Responses(Pause pause) {
    this.pause = pause;
  }

  MockResponse of(Answer answer, List<ScriptedFault> faults) {
    MockResponse.Builder response = new MockResponse.Builder().code(answer.status());
    if (answer.status() != 204 && answer.status() != 304) {
      response.body(new Buffer().write(answer.body()));
    }
    answer.headers().forEach(pair -> response.addHeader(pair.getFirst(), pair.getSecond()));
    if (!answer.mediaType().isEmpty()) {
      response.setHeader("Content-Type", answer.mediaType());
    }
    faults.forEach(fault -> apply(fault, answer, response));
    return response.build();
  }

  /** {@return the response to a request by that method: HEAD gets the headers only} */
  MockResponse to(String method, MockResponse response) {
    MockResponseBody body = response.getBody();
    return body == null || !method.equals("HEAD")
        ? response
        : response.newBuilder().body(new UnsentBody(body.getContentLength())).build();
  }

  /** A body that is announced only. */
  private record UnsentBody(long length) implements MockResponseBody {
    @Override
    public long getContentLength() {
      return length;
    }

    @Override
    public void writeTo(BufferedSink sink) {}
  }

  private void apply(ScriptedFault fault, Answer answer, MockResponse.Builder response) {
    fault.headers().forEach(response::setHeader);
    switch (fault.kind()) {
      case CUT_BODY -> response.onResponseBody(new SocketEffect.CloseSocket());
      case WRONG_LENGTH ->
        response
            .setHeader("Content-Length", Math.max(0, answer.body().size() - 7))
            .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE);
      case RESET -> response.onResponseStart(new SocketEffect.CloseSocket());
      case DRIP ->
        response.body(new DrippingBody(answer.body(), fault.number(), fault.duration(), pause));
      case HTML ->
        response.code(200).setHeader("Content-Type", "text/html; charset=utf-8").body(HTML);
      default -> {}
    }
  }
}
