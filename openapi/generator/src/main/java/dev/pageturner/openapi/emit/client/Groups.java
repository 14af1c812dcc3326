package dev.pageturner.openapi.emit.client;

import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which operations share a class: those of one tag. An operation with several tags is in the class
 * of each, since it may be looked for in any. Without a tag, the first fixed segment of the path
 * that is no version tells. A name that a person chose goes before all of them.
 */
final class Groups {
  /**
   * A class file has room for 65,535 constants. The methods of an operation take some 75 of them,
   * and some 12 more for each parameter; the margin is for those that take more.
   */
  private static final int MOST_CONSTANTS = 45_000;

  private static final Pattern VERSION = Pattern.compile("(?i)v?\\d[\\w.-]*|api|rest");

  private Groups() {}

  static List<Group> of(ApiDocument document, List<Detection> detections, ChosenNames chosen) {
    Set<String> labels = document.tags().stream()
        .filter(tag -> !tag.isNavigation())
        .map(Tag::name)
        .collect(Collectors.toSet());
    Map<String, List<Detection>> byName = new LinkedHashMap<>();
    for (Detection detection : detections) {
      for (String name : names(detection.operation(), labels, chosen)) {
        byName.computeIfAbsent(name, same -> new ArrayList<>()).add(detection);
      }
    }
    List<Group> groups = new ArrayList<>();
    byName.forEach((name, all) ->
        parts(all).forEach(part -> groups.add(new Group(name, description(document, name), part))));
    return groups;
  }

  private static List<List<Detection>> parts(List<Detection> all) {
    List<List<Detection>> parts = new ArrayList<>();
    int constants = MOST_CONSTANTS;
    for (Detection each : all) {
      int more = 75 + 12 * each.operation().parameters().size();
      if (constants + more > MOST_CONSTANTS) {
        parts.add(new ArrayList<>());
        constants = 0;
      }
      constants += more;
      parts.get(parts.size() - 1).add(each);
    }
    return parts;
  }

  private static Optional<String> prose(Tag tag) {
    Optional<String> about = Stream.of(tag.summary(), tag.description())
        .flatMap(Optional::stream)
        .filter(text -> !text.isBlank())
        .map(text -> text.matches("(?s).*[.!?]\\s*") ? text : text + ".")
        .reduce((summary, description) -> summary + "\n\n" + description);
    Optional<String> part = tag.parent().map(parent -> "Part of " + parent + ".");
    return Stream.of(about, part)
        .flatMap(Optional::stream)
        .reduce((first, second) -> first + "\n\n" + second);
  }

  private static Optional<String> description(ApiDocument document, String tag) {
    return document.tags().stream()
        .filter(declared -> declared.name().equals(tag))
        .findFirst()
        .flatMap(Groups::prose);
  }

  private static List<String> names(Operation operation, Set<String> labels, ChosenNames chosen) {
    List<String> said = chosen.of(operation).stream()
        .flatMap(name -> name.group().stream())
        .distinct()
        .toList();
    return said.isEmpty() ? tags(operation, labels) : said;
  }

  /** A tag that is a label, {@code beta} say, tells nobody where to look. */
  private static List<String> tags(Operation operation, Set<String> labels) {
    List<String> tags = operation.tags().stream()
        .filter(tag -> !tag.isBlank() && !labels.contains(tag))
        .distinct()
        .toList();
    return tags.isEmpty() ? List.of(word(operation.path())) : tags;
  }

  private static String word(String path) {
    for (String segment : path.split("[?#]", 2)[0].split("/", -1)) {
      boolean fixed = !segment.isEmpty() && segment.indexOf('{') < 0;
      if (fixed && !VERSION.matcher(segment).matches()) {
        return segment;
      }
    }
    return "root";
  }
}
