package dev.pageturner.openapi.emit.client;

import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.openapi.emit.name.JavaNames;
import dev.pageturner.openapi.model.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names of methods, as a person would give them who knows the class: {@code list} rather than
 * {@code listPets} in {@code PetsApi}.
 *
 * <p>The operation's id without what the class says already, unless two operations would then have
 * one name; without an id, the method and the path.
 */
final class MethodNames {
  private static final Pattern SEPARATOR = Pattern.compile("[./:_]");

  private final String written;
  private final String group;
  private final ChosenNames chosen;

  MethodNames(String group, ChosenNames chosen) {
    this.written = group;
    this.group = squeezed(group);
    this.chosen = chosen;
  }

  /** {@return a name for each, not always another one} */
  List<String> of(List<Detection> operations) {
    Map<String, Integer> uses = new LinkedHashMap<>();
    for (Detection operation : operations) {
      uses.merge(shortName(operation), 1, Integer::sum);
    }
    return operations.stream()
        .map(operation -> chosen(operation).orElseGet(() -> {
          String brief = shortName(operation);
          return uses.getOrDefault(brief, 0) > 1 ? fullName(operation) : brief;
        }))
        .toList();
  }

  /** {@return the name that a person chose for an operation in this group} */
  private Optional<String> chosen(Detection detection) {
    return chosen.of(detection.operation()).stream()
        .filter(name -> name.group().filter(other -> !other.equals(written)).isEmpty())
        .flatMap(name -> name.method().stream())
        .map(JavaNames::memberName)
        .findFirst();
  }

  private static String fullName(Detection detection) {
    Operation operation = detection.operation();
    return JavaNames.memberName(operation
        .id()
        .filter(id -> !id.isBlank())
        .orElseGet(() -> verb(operation.method().toLowerCase(Locale.ROOT), detection) + " "
            + words(operation.path())));
  }

  /** To get a list is to list. */
  private static String verb(String word, Detection detection) {
    return word.equals("get") && detection.pagination().isPresent() ? "list" : word;
  }

  /** {@code /users/{id}/posts} becomes {@code users by id posts}. */
  private static String words(String path) {
    return path.replaceAll("\\{([^{}]*)}", " by $1 ");
  }

  private String shortName(Detection detection) {
    Optional<String> id = detection.operation().id().filter(text -> !text.isBlank());
    if (id.isEmpty()) {
      return fullName(detection);
    }
    String name = JavaNames.memberName(withoutPrefix(id.get()));
    String[] words = name.split("(?=[A-Z])", 2);
    boolean ofGroup = words.length == 2 && squeezed(words[1]).equals(group);
    return JavaNames.memberName(ofGroup ? verb(words[0], detection) : name);
  }

  /** {@code pets/list}, {@code pets.list} and {@code Pets_List} are {@code list} in pets. */
  private String withoutPrefix(String id) {
    var separator = SEPARATOR.matcher(id);
    while (separator.find()) {
      String rest = id.substring(separator.end());
      if (squeezed(id.substring(0, separator.start())).equals(group) && !rest.isBlank()) {
        return rest;
      }
    }
    return id;
  }

  /** Case, separators and plurals make no difference. */
  private static String squeezed(String text) {
    String letters = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return letters.endsWith("ies")
        ? letters.substring(0, letters.length() - 3) + "y"
        : letters.endsWith("s") ? letters.substring(0, letters.length() - 1) : letters;
  }
}
