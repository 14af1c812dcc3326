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

  /** What is done to what stands before it, where it begins the last part of a path. */
  private static final Set<String> DONE =
      Set.of(("accept activate add adopt advance allocate apply approve archive ask"
              + " assign attach authorize block boot cancel capture check clear clone close complete confirm"
              + " convert copy create deactivate decline delete deliver detach disable disconnect"
              + " download duplicate embed enable execute expire"
              + " extract export fail finalize follow fund generate import increment invite leave lock login"
              + " logout lookup make mark merge migrate move mutate notify parse patch pause pay post present preview"
              + " process promote provision publish"
              + " query reactivate reboot rebuild recover recycle redact redeem refresh refund regenerate register reissue reject release"
              + " remove rename"
              + " renew reopen replace replicate reply report request rescue resend reset resize resolve respond restart restore"
              + " resume retry return reveal reverse revoke rotate run search send set settle share ship shutdown"
              + " simulate skip"
              + " start stop submit subscribe succeed suspend swap sync test toggle transfer trigger"
              + " unarchive unassign unblock undo unfollow unlink unlock unpause unpublish unsubscribe"
              + " update upload validate verify void")
          .split(" ", -1));

  /** Of these, what is a thing as well, if others follow it: {@code report_runs}. */
  private static final Set<String> THINGS =
      Set.of(("block check copy export import invite login logout post present process query report"
              + " request return run search share ship test transfer trigger")
          .split(" ", -1));

  /** Of these, what can be asked for without changing anything. */
  private static final Set<String> READS =
      Set.of("check", "download", "export", "lookup", "preview", "query", "search", "validate");

  private final Operation operation;
  private final Siblings siblings;
  private final boolean several;
  private final String group;
  private final List<String> fixed = new ArrayList<>();
  private final Optional<String> leading;
  private final boolean endsInParameter;
  private final boolean belongs;

  private PathNames(Detection detection, String group, Siblings siblings) {
    this.operation = detection.operation();
    this.siblings = siblings;
    this.several = detection.pagination().isPresent()
        || answersWithArray(operation)
        || siblings.areIn(operation);
    this.group = group;
    List<String> segments = segments(operation.path());
    int of = indexOfGroup(segments, group);
    this.belongs = of >= 0;
    this.endsInParameter = !segments.isEmpty() && isParameter(segments.get(segments.size() - 1));
    segments.subList(of + 1, segments.size()).stream()
        .filter(segment -> !isParameter(segment) && !VERSION.matcher(segment).matches())
        .forEach(fixed::add);
    this.leading = segments.stream().findFirst().filter(first -> isLeading(first, segments));
    if (leading.isPresent() && of < 0) {
      fixed.remove(0);
    }
  }

  private boolean isLeading(String first, List<String> segments) {
    return operation.method().equals("POST")
        && segments.size() > 1
        && DONE.contains(first)
        && !THINGS.contains(first);
  }

  /**
   * {@return the name}
   *
   * @param detection the operation
   * @param group what need not be said
   * @param siblings the operations of the group
   */
  static OperationName of(Detection detection, String group, Siblings siblings) {
    PathNames names = new PathNames(detection, group, siblings);
    String[] verb = names.verb().split("(?=[A-Z])|[^A-Za-z]", 2);
    String more = names.verb().substring(verb[0].length());
    return new OperationName(
        JavaNames.methodName(String.join(" ", verb[0], names.subject(), more)),
        String.join(" ", verb[0], names.owner(), names.subject(), more));
  }

  /**
   * {@return the name of an operation whose id begins with its method}
   *
   * @param words the words behind it
   */
  static String spoken(Detection detection, String words, Siblings siblings) {
    PathNames names = new PathNames(detection, "", siblings);
    boolean read = detection.operation().method().equals("GET");
    if (!read && DONE.contains(firstWord(words))) {
      return words;
    }
    String about = names.makesOne() ? one(words) : words;
    return names.usualVerb() + " " + about;
  }

  /** {@return whether the last part of the path says what is done} */
  static boolean isAction(Operation operation) {
    return new PathNames(new Detection(operation, List.of()), "", Siblings.NONE)
        .action()
        .isPresent();
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
    return action().orElseGet(this::usualVerb);
  }

  private String usualVerb() {
    return switch (operation.method()) {
      case "GET" -> several ? "list" : "retrieve";
      case "POST" -> endsInParameter ? "update" : "create";
      case "PUT" -> siblings.patch(operation) ? "replace" : "update";
      case "PATCH" -> "update";
      default -> operation.method().toLowerCase(Locale.ROOT);
    };
  }

  /** {@return the part of the path that says what is done: the first or the last} */
  private Optional<String> action() {
    if (leading.isPresent()) {
      return leading;
    }
    return fixed.isEmpty() || endsInParameter
        ? Optional.empty()
        : Optional.of(last()).filter(this::isAction);
  }

  private boolean isAction(String part) {
    String verb = firstWord(part);
    boolean ofThings = THINGS.contains(verb)
        && part.length() > verb.length()
        && Plural.singular(part).isPresent();
    Set<String> verbs = switch (operation.method()) {
      case "GET" -> READS;
      case "POST" -> DONE;
      default -> Set.of();
    };
    return verbs.contains(verb) && !ofThings;
  }

  private static String firstWord(String part) {
    return part.split("(?=[A-Z])|[^A-Za-z]", 2)[0].toLowerCase(Locale.ROOT);
  }

  private String last() {
    return fixed.get(fixed.size() - 1);
  }

  /** {@return what it is about, beside the group} */
  private String subject() {
    boolean ends = leading.isEmpty() && action().isPresent();
    List<String> about = fixed.subList(0, fixed.size() - (ends ? 1 : 0));
    List<String> words = new ArrayList<>();
    for (int i = 0; i < about.size(); i++) {
      boolean whole = i == about.size() - 1 && action().isEmpty() && !makesOne();
      words.add(whole ? about.get(i) : one(about.get(i)));
    }
    return String.join(" ", words);
  }

  /** {@return whether it is about one of those that the path names} */
  private boolean makesOne() {
    return endsInParameter || (operation.method().equals("POST") && !several);
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
