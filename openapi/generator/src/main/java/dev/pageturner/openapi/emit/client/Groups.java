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
import java.util.regex.Pattern;

/**
 * Which operations share a class: those of one tag; of several the first counts. Without a tag, the
 * first fixed segment of the path that is no version tells.
 */
final class Groups {
  /** A class file has room for 65,535 constants; a method takes a dozen or two. */
  private static final int LARGEST = 500;

  private static final Pattern VERSION = Pattern.compile("(?i)v?\\d[\\w.-]*|api|rest");

  private Groups() {}

  static List<Group> of(ApiDocument document, List<Detection> detections) {
    Map<String, List<Detection>> byName = new LinkedHashMap<>();
    for (Detection detection : detections) {
      byName
          .computeIfAbsent(name(detection.operation()), same -> new ArrayList<>())
          .add(detection);
    }
    List<Group> groups = new ArrayList<>();
    byName.forEach((name, all) -> {
      for (int from = 0; from < all.size(); from += LARGEST) {
        List<Detection> part = all.subList(from, Math.min(all.size(), from + LARGEST));
        groups.add(new Group(name, description(document, name), List.copyOf(part)));
      }
    });
    return groups;
  }

  private static Optional<String> description(ApiDocument document, String tag) {
    return document.tags().stream()
        .filter(declared -> declared.name().equals(tag))
        .findFirst()
        .flatMap(Tag::description);
  }

  private static String name(Operation operation) {
    return operation.tags().stream()
        .filter(tag -> !tag.isBlank())
        .findFirst()
        .orElseGet(() -> word(operation.path()));
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
