package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Detections as JSON Lines, one object for each operation. */
public final class DetectionLines {
  /** In place of where the next position stands: that is recognised at run time. */
  static final String AT_RUN_TIME = "detect";

  private DetectionLines() {}

  /** {@return the line of one operation, without a line break} */
  public static String of(Detection detection) {
    List<String> members = new ArrayList<>();
    members.add(member("method", detection.operation().method()));
    members.add(member("path", detection.operation().path()));
    members.add(member("operationId", detection.operation().id()));
    members.add("\"paginated\":" + detection.isPaginated());
    detection.best().ifPresent(best -> addChoice(best, members));
    if (detection.choices().size() > 1) {
      List<String> others =
          detection.choices().stream().skip(1).map(DetectionLines::choice).toList();
      members.add("\"alternatives\":[" + String.join(",", others) + "]");
    }
    return "{" + String.join(",", members) + "}";
  }

  /** {@return what was found, as the members of an object that has a style} */
  static List<String> facts(DetectedPagination choice) {
    List<String> members = new ArrayList<>();
    addFacts(choice, members);
    members.removeIf(member -> member.endsWith(":null"));
    return members;
  }

  private static String choice(DetectedPagination choice) {
    List<String> members = new ArrayList<>();
    addChoice(choice, members);
    return "{" + String.join(",", members) + "}";
  }

  private static void addChoice(DetectedPagination choice, List<String> members) {
    addFacts(choice, members);
    members.add("\"confidence\":" + String.format(Locale.ROOT, "%.2f", choice.confidence()));
    List<String> evidence =
        choice.evidence().stream().map(DetectionLines::quoted).toList();
    members.add("\"evidence\":[" + String.join(",", evidence) + "]");
  }

  private static void addFacts(DetectedPagination choice, List<String> members) {
    members.add(member("style", choice.style().label()));
    members.add(member("items", choice.items()));
    members.add(
        member("request_param", choice.position().map(DetectedPagination.PositionField::name)));
    members.add(member("request_in", choice.position().map(DetectedPagination.PositionField::in)));
    members.add(choice.isOpen() ? member("next", AT_RUN_TIME) : member("next", choice.next()));
    members.add(member("size_param", choice.size().map(DetectedPagination.PageSize::name)));
    choice
        .size()
        .map(DetectedPagination.PageSize::in)
        .filter(in -> !in.equals(OverrideReader.sizeIn(choice)))
        .ifPresent(in -> members.add(member("size_in", in)));
    choice
        .size()
        .flatMap(DetectedPagination.PageSize::maximum)
        .ifPresent(maximum -> members.add("\"size_max\":" + maximum));
    choice.endFlag().ifPresent(flag -> members.add(member("has_more", flag.toString())));
    choice.total().ifPresent(path -> members.add(member("total", path)));
    choice.totalPages().ifPresent(path -> members.add(member("total_pages", path)));
    choice.lastItemField().ifPresent(name -> members.add(member("last_id_field", name)));
    choice.start().ifPresent(first -> members.add("\"page_start\":" + first));
  }

  private static String member(String name, Optional<String> value) {
    return value.map(text -> member(name, text)).orElse("\"" + name + "\":null");
  }

  static String member(String name, String value) {
    return "\"" + name + "\":" + quoted(value);
  }

  static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (!Printable.is(c)) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
