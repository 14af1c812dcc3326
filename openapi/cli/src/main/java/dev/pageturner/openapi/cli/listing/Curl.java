package dev.pageturner.openapi.cli.listing;

import dev.pageturner.openapi.cli.record.Recorder;
import dev.pageturner.openapi.cli.record.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.Request;

/** A request as a command of curl, its secrets masked. */
final class Curl {
  private Curl() {}

  static String of(Request request, Secrets secrets) {
    List<String> words = new ArrayList<>();
    words.add("curl " + ShellWords.quoted(secrets.url(request.url())));
    Optional<String> body = Recorder.bodyOf(request);
    if (!request.method().equals(body.isPresent() ? "POST" : "GET")) {
      words.add("-X " + request.method());
    }
    for (var header : request.headers()) {
      String name = header.getFirst();
      words.add("-H " + ShellWords.quoted(name + ": " + secrets.header(name, header.getSecond())));
    }
    body.ifPresent(text -> {
      if (request.header("Content-Type") == null) {
        words.add("-H 'Content-Type: application/json'");
      }
      words.add("--data-raw " + ShellWords.quoted(secrets.body(text)));
    });
    return String.join(" \\\n  ", words);
  }
}
