package dev.pageturner.openapi.curl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.Request;
import okio.Buffer;

/** A request as a command of curl, its secrets masked. */
public final class Curl {
  private Curl() {}

  /** {@return the command, on as many lines as it has parts} */
  public static String of(Request request, Masking masking) {
    List<String> words = new ArrayList<>();
    words.add("curl " + ShellWords.quoted(masking.url(request.url())));
    Optional<String> body = bodyOf(request);
    if (!request.method().equals(body.isPresent() ? "POST" : "GET")) {
      words.add("-X " + request.method());
    }
    for (var header : request.headers()) {
      String name = header.getFirst();
      words.add("-H " + ShellWords.quoted(name + ": " + masking.header(name, header.getSecond())));
    }
    body.ifPresent(text -> {
      if (request.header("Content-Type") == null) {
        words.add("-H 'Content-Type: application/json'");
      }
      words.add("--data-raw " + ShellWords.quoted(masking.body(text)));
    });
    return String.join(" \\\n  ", words);
  }

  /** {@return the body of a request as text, if it has one} */
  public static Optional<String> bodyOf(Request request) {
    if (request.body() == null) {
      return Optional.empty();
    }
    Buffer buffer = new Buffer();
    try {
      request.body().writeTo(buffer);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return Optional.of(buffer.readUtf8());
  }
}
