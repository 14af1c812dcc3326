package dev.pageturner.openapi.mockserver.internal.answer;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.mockserver.internal.sample.Described;
import dev.pageturner.openapi.mockserver.internal.sample.Draw;
import dev.pageturner.openapi.mockserver.internal.sample.Samples;
import dev.pageturner.openapi.model.Content;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Errors in the form that the document describes, with the reason where it has a place for it. */
public final class Errors {
  private static final List<String> MESSAGES = List.of(
      "message",
      "detail",
      "details",
      "title",
      "description",
      "errormessage",
      "error",
      "reason",
      "errordescription",
      "msg",
      "text");
  private static final List<String> CODES =
      List.of("status", "statuscode", "code", "httpstatus", "errorcode");

  private final Samples samples;

  public Errors(Samples samples) {
    this.samples = samples;
  }

  /** {@return an error of an operation, or of none where the request matched none} */
  public Answer answer(@Nullable Operation operation, int status, String message) {
    Optional<Content> content = operation == null ? Optional.empty() : content(operation, status);
    if (content.isEmpty()) {
      RawJson error = RawJson.ofObject(Map.of("message", RawJson.of(message)));
      return Answer.json(status, "application/json", RawJson.ofObject(Map.of("error", error)));
    }
    synchronized (samples) {
      Described body = new Described(content.get().schema().stream().toList());
      RawJson made =
          samples.of(body.schemas()).value(Draw.of(status, "error", 0).sparse());
      return Answer.json(status, content.get().mediaType(), filled(made, body, status, message, 0));
    }
  }

  private static Optional<Content> content(Operation operation, int status) {
    List<Response> candidates = new ArrayList<>();
    String family = status / 100 + "[xX][xX]";
    for (String wanted : List.of(Integer.toString(status), family, "default")) {
      operation.responses().stream()
          .filter(response -> response.status().matches(wanted))
          .forEach(candidates::add);
    }
    return candidates.stream()
        .flatMap(response -> response.content().stream())
        .filter(content -> content.isJson() && content.schema().isPresent())
        .findFirst();
  }

  private static RawJson filled(
      RawJson made, Described body, int status, String message, int depth) {
    if (made.kind() != RawJson.Kind.OBJECT || depth > 3) {
      return made;
    }
    Map<String, RawJson> members = new LinkedHashMap<>(made.members());
    body.names().stream().filter(name -> isNamed(name, MESSAGES)).findFirst().ifPresent(name -> {
      if (!members.containsKey(name) && body.member(name).accepts(RawJson.of(message))) {
        members.put(name, RawJson.of(message));
      }
    });
    members.replaceAll((name, value) -> {
      Described member = body.member(name);
      RawJson better = isNamed(name, CODES) ? RawJson.of(status) : RawJson.of(message);
      boolean says = isNamed(name, CODES) || isNamed(name, MESSAGES);
      return says && better.kind() == value.kind() && member.accepts(better)
          ? better
          : filled(value, member, status, message, depth + 1);
    });
    return RawJson.ofObject(members);
  }

  private static boolean isNamed(String name, List<String> names) {
    return names.contains(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
  }
}
