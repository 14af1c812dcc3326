package dev.pageturner.openapi.emit.client;

import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.openapi.emit.name.JavaNames;
import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names of operations, as a person would give them who knows the class: {@code list} rather than
 * {@code listPets} in {@code PetsApi}.
 *
 * <p>What an extension says wins. Else it is the operation's id without what the class says
 * already. An id that only repeats method and path, and one that is missing, say nothing: such an
 * operation is called after what it does, by {@link PathNames}. Where two would have one name, both
 * have their whole id.
 */
final class MethodNames {
  private static final Pattern SEPARATOR = Pattern.compile("[./:_]");
  private static final List<String> EXTENSIONS =
      List.of("x-fern-sdk-method-name", "x-speakeasy-name-override", "x-method-name");

  private final String group;
  private final boolean mechanical;
  private final ChosenNames chosen;

  /**
   * Prepares the names of a group.
   *
   * @param group the name of the group
   * @param mechanical whether the ids of the document are made of methods and paths
   * @param chosen names that win
   */
  MethodNames(String group, boolean mechanical, ChosenNames chosen) {
    this.group = group;
    this.mechanical = mechanical;
    this.chosen = chosen;
  }

  /**
   * {@return whether the ids of a document repeat methods and paths}
   *
   * <p>{@code getUsers} may have been written by hand, {@code getUsersUser} was not, and who
   * {@code posts} users and {@code patches} them takes the verbs from HTTP.
   */
  static boolean areMechanical(ApiDocument document) {
    boolean literal = document.operations().stream()
        .filter(operation -> operation.path().endsWith("}"))
        .anyMatch(
            operation -> id(operation).filter(id -> repeats(id, operation)).isPresent());
    return literal || speakHttp(document);
  }

  private static boolean speakHttp(ApiDocument document) {
    List<Operation> writes = document.operations().stream()
        .filter(operation -> Set.of("POST", "PATCH").contains(operation.method()))
        .toList();
    long http = writes.stream()
        .filter(operation -> id(operation).filter(id -> retells(id, operation)).isPresent())
        .count();
    // One postMessage is a message that is posted.
    return http > 0 && http * 5 >= writes.size();
  }

  /** {@return a name for each, whose method is not always another one} */
  List<OperationName> of(List<Detection> operations) {
    Siblings siblings =
        new Siblings(operations.stream().map(Detection::operation).toList());
    List<OperationName> names =
        operations.stream().map(operation -> shortName(operation, siblings)).toList();
    names = told(operations, names, operation -> wholePath(operation, siblings));
    return told(operations, names, MethodNames::fullName);
  }

  /** {@return the names, another one for each that is not alone} */
  private List<OperationName> told(
      List<Detection> operations,
      List<OperationName> names,
      Function<Detection, OperationName> other) {
    Map<String, Integer> uses = new LinkedHashMap<>();
    names.forEach(name -> uses.merge(name.method(), 1, Integer::sum));
    List<OperationName> told = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      boolean alone = uses.getOrDefault(names.get(i).method(), 0) == 1;
      boolean said = said(operations.get(i).operation()).isPresent();
      told.add(alone || said ? names.get(i) : other.apply(operations.get(i)));
    }
    return told;
  }

  private OperationName wholePath(Detection detection, Siblings siblings) {
    Operation operation = detection.operation();
    return saysNothing(operation) ? PathNames.of(detection, "", siblings) : fullName(detection);
  }

  private boolean saysNothing(Operation operation) {
    Optional<String> id = id(operation);
    return id.isEmpty()
        || (mechanical
            && (repeats(id.get(), operation)
                || (retells(id.get(), operation) && PathNames.isAction(operation))));
  }

  /** {@return the name that a person chose for an operation in this group} */
  private Optional<String> said(Operation operation) {
    Stream<String> written = EXTENSIONS.stream()
        .flatMap(name -> operation.node().text(name).stream())
        .filter(text -> !text.isBlank());
    return Stream.concat(
            chosen.of(operation).stream()
                .filter(
                    name -> name.group().filter(other -> !other.equals(group)).isEmpty())
                .flatMap(name -> name.method().stream()),
            written)
        .findFirst();
  }

  private static Optional<String> id(Operation operation) {
    return operation.id().filter(text -> !text.isBlank()).map(id -> ownWords(id, operation));
  }

  /** Some frameworks put path and method behind what a person wrote. */
  private static String ownWords(String id, Operation operation) {
    String path = operation.path().replaceAll("\\W", "_");
    String added = path + "_" + operation.method().toLowerCase(Locale.ROOT);
    boolean more = id.length() > added.length() && id.endsWith(added);
    return more ? id.substring(0, id.length() - added.length()) : id;
  }

  private static boolean repeats(String id, Operation operation) {
    StringBuilder path = new StringBuilder();
    StringBuilder withBy = new StringBuilder();
    StringBuilder withId = new StringBuilder();
    for (String segment : PathNames.segments(operation.path())) {
      path.append(segment);
      withId.append(PathNames.isParameter(segment) ? "id" : segment);
      withBy.append(PathNames.isParameter(segment) ? "by" : "").append(segment);
    }
    String said = letters(id);
    String method = operation.method().toLowerCase(Locale.ROOT);
    return List.of(path.toString(), withBy.toString(), withId.toString(), operation.path()).stream()
        .map(MethodNames::letters)
        .anyMatch(each -> said.equals(method + each) || said.equals(each + method));
  }

  /**
   * {@return whether an id is the method and parts of the path: {@code patchCardByToken} for
   * {@code PATCH /cards/{card_token}}}
   */
  private static boolean retells(String id, Operation operation) {
    StringBuilder words = new StringBuilder(operation.method().toLowerCase(Locale.ROOT));
    for (String segment : PathNames.segments(operation.path())) {
      String said = letters(segment);
      words.append(
          PathNames.isParameter(segment)
              ? "(?:id|by\\w{0,40}?" + lastWord(segment) + ")?"
              : "(?:" + said + "|" + squeezed(said) + "s?)?");
    }
    boolean more = letters(id).length() > operation.method().length();
    return more && letters(id).matches(words.toString());
  }

  private static String lastWord(String parameter) {
    String[] words = parameter.split("(?=[A-Z])|[^A-Za-z0-9]", -1);
    return letters(words[words.length - 2]);
  }

  private static OperationName fullName(Detection detection) {
    Operation operation = detection.operation();
    String words = id(operation)
        .orElseGet(() -> verb(operation.method().toLowerCase(Locale.ROOT), detection) + " "
            + operation.path().replaceAll("\\{([^{}]*)}", " by $1 "));
    return new OperationName(JavaNames.memberName(words), operation.id().orElse(words));
  }

  /** To get a list is to list. */
  private static String verb(String word, Detection detection) {
    return word.equals("get") && detection.pagination().isPresent() ? "list" : word;
  }

  private OperationName shortName(Detection detection, Siblings siblings) {
    Operation operation = detection.operation();
    Optional<String> said = said(operation);
    if (said.isPresent()) {
      String name = JavaNames.memberName(said.get());
      return new OperationName(name, operation.id().orElse(group + " " + name));
    }
    if (saysNothing(operation)) {
      OperationName name = PathNames.of(detection, group, siblings);
      return new OperationName(
          JavaNames.memberName(withoutGroup(name.method(), detection)), name.type());
    }
    String id = operation.id().map(text -> ownWords(text, operation)).orElse("");
    String words = JavaNames.memberName(withoutPrefix(id));
    String method = operation.method().toLowerCase(Locale.ROOT);
    if (mechanical && words.matches(method + "[A-Z].*")) {
      String spoken = JavaNames.methodName(PathNames.spoken(
          detection, withoutParameter(words.substring(method.length()), operation), siblings));
      return new OperationName(JavaNames.memberName(withoutGroup(spoken, detection)), spoken);
    }
    return new OperationName(JavaNames.memberName(withoutGroup(words, detection)), id);
  }

  /** {@code CardByToken} is a card where the path ends in {@code {card_token}}. */
  private static String withoutParameter(String words, Operation operation) {
    String[] segments = operation.path().split("/", -1);
    String last = segments[segments.length - 1];
    int by = words.lastIndexOf("By");
    boolean said = by > 0
        && PathNames.isParameter(last)
        && letters(words.substring(by)).endsWith(lastWord(last));
    return said ? words.substring(0, by) : words;
  }

  /** {@code getPet} is {@code get} in pets, {@code createPetTag} is {@code createTag}. */
  private String withoutGroup(String name, Detection detection) {
    String[] words = name.split("(?=[A-Z])", -1);
    StringBuilder skipped = new StringBuilder();
    for (int i = 1; i < words.length; i++) {
      skipped.append(words[i]);
      if (squeezed(skipped.toString()).equals(squeezed(group))) {
        String rest = String.join("", List.of(words).subList(i + 1, words.length));
        return rest.isEmpty() ? verb(words[0], detection) : words[0] + rest;
      }
    }
    return name;
  }

  /** {@code pets/list}, {@code pets.list} and {@code Pets_List} are {@code list} in pets. */
  private String withoutPrefix(String id) {
    Matcher separator = SEPARATOR.matcher(id);
    while (separator.find()) {
      String rest = id.substring(separator.end());
      boolean ofGroup = squeezed(id.substring(0, separator.start())).equals(squeezed(group));
      if (ofGroup && !rest.isBlank()) {
        return rest;
      }
    }
    return id;
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** Case, separators and plurals make no difference. */
  static String squeezed(String text) {
    String letters = letters(text);
    return letters.endsWith("ies")
        ? letters.substring(0, letters.length() - 3) + "y"
        : letters.endsWith("s") ? letters.substring(0, letters.length() - 1) : letters;
  }
}
