package dev.pageturner.openapi.emit.client;

import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.openapi.emit.name.JavaNames;
import dev.pageturner.openapi.emit.name.Plural;
import dev.pageturner.openapi.model.Content;
import dev.pageturner.openapi.model.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of an operation of which the document says no more than method and path: {@code list},
 * {@code create}, {@code retrieve}, {@code update} and {@code delete} for what the group is about,
 * {@code listLines} for what belongs to it, {@code capture} for a path that ends with what is done.
 */
final class PathNames {
  private static final Pattern VERSION = Pattern.compile("(?i)v\\d[\\w.-]*|\\d[\\d.]*|api|rest");

  /** The last word of a path that is sent by POST, if it is done to what stands before it. */
  private static final Set<String> DONE =
      Set.of(("accept activate add advance apply approve archive"
              + " assign attach authorize block cancel capture check clear clone close complete confirm"
              + " convert copy deactivate decline detach disable download duplicate enable execute expire"
              + " export fail finalize follow fund generate import increment invite leave lock login"
              + " logout lookup mark merge migrate move notify parse pause pay preview process publish"
              + " query reactivate redact redeem refresh refund register reject release remove rename"
              + " renew reopen replace reply report request resend reset resolve respond restart restore"
              + " resume retry reveal reverse revoke rotate run search send set share ship simulate skip"
              + " start stop submit subscribe suspend swap sync test toggle transfer trigger unarchive"
              + " unassign unblock undo unfollow unlink unlock unpublish unsubscribe upload validate"
              + " verify void")
          .split(" ", -1));

  private final Operation operation;
  private final boolean several;
  private final String group;
  private final List<String> fixed = new ArrayList<>();
  private final boolean endsInParameter;
  private final boolean belongs;

  private PathNames(Detection detection, String group) {
    this.operation = detection.operation();
    this.several = detection.pagination().isPresent() || answersWithArray(operation);
    this.group = group;
    List<String> segments = segments(operation.path());
    int of = indexOfGroup(segments, group);
    this.belongs = of >= 0;
    this.endsInParameter = !segments.isEmpty() && isParameter(segments.get(segments.size() - 1));
    segments.subList(of + 1, segments.size()).stream()
        .filter(segment -> !isParameter(segment) && !VERSION.matcher(segment).matches())
        .forEach(fixed::add);
  }

  /** {@return the name} */
  static OperationName of(Detection detection, String group) {
    PathNames names = new PathNames(detection, group);
    return new OperationName(
        JavaNames.memberName(names.verb() + " " + names.subject()),
        names.verb() + " " + names.owner() + " " + names.subject());
  }

  private static boolean answersWithArray(Operation operation) {
    return operation.responses().stream()
        .filter(response -> response.isSuccess())
        .flatMap(response -> response.content().stream())
        .map(Content::schema)
        .anyMatch(schema ->
            schema.filter(one -> one.target().types().contains("array")).isPresent());
  }

  /** {@return the parts of a path, without what is the same for all of an API} */
  static List<String> segments(String path) {
    List<String> segments = new ArrayList<>(Arrays.stream(path.split("[?#]", 2)[0].split("/", -1))
        .filter(segment -> !segment.isEmpty())
        .toList());
    while (segments.size() > 1 && VERSION.matcher(segments.get(0)).matches()) {
      segments.remove(0);
    }
    return segments;
  }

  static boolean isParameter(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }

  private static int indexOfGroup(List<String> segments, String group) {
    for (int i = 0; i < segments.size(); i++) {
      if (MethodNames.squeezed(segments.get(i)).equals(MethodNames.squeezed(group))) {
        return i;
      }
    }
    return -1;
  }

  private String verb() {
    String method = operation.method();
    if (action().isPresent()) {
      return action().get();
    }
    return switch (method) {
      case "GET" -> several ? "list" : "retrieve";
      case "POST" -> endsInParameter ? "update" : "create";
      case "PUT", "PATCH" -> "update";
      default -> method.toLowerCase(Locale.ROOT);
    };
  }

  private Optional<String> action() {
    boolean done = Set.of("GET", "POST").contains(operation.method())
        && !endsInParameter
        && !fixed.isEmpty()
        && DONE.contains(last().split("(?=[A-Z])|[^A-Za-z]", 2)[0].toLowerCase(Locale.ROOT));
    return done ? Optional.of(last()) : Optional.empty();
  }

  private String last() {
    return fixed.get(fixed.size() - 1);
  }

  /** {@return what it is about, beside the group} */
  private String subject() {
    int end = action().isPresent() ? fixed.size() - 1 : fixed.size();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < end; i++) {
      boolean plural = several && i == fixed.size() - 1;
      words.add(plural ? fixed.get(i) : one(fixed.get(i)));
    }
    return String.join(" ", words);
  }

  /** {@return the group, as long as it is no other word for what follows} */
  private String owner() {
    boolean root = fixed.isEmpty() && several;
    return belongs || fixed.isEmpty() ? (root ? group : one(group)) : "";
  }

  private static String one(String word) {
    return Plural.singular(word).orElse(word);
  }
}
