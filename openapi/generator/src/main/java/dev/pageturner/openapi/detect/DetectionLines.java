package dev.pageturner.openapi.detect;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.model.Printable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Detections as JSON Lines, one object for each operation. */
public final class DetectionLines {
  /** In place of where the next position stands: that is recognised at run time. */
  static final String AT_RUN_TIME = "detect";

  private DetectionLines() {}

  /** {@return the line of one operation, without a line break, as it may stand on a terminal} */
  public static String of(Detection detection) {
    Map<String, RawJson> members = new LinkedHashMap<>();
    members.put("method", RawJson.of(detection.operation().method()));
    members.put("path", RawJson.of(detection.operation().path()));
    members.put("operationId", text(detection.operation().id()));
    members.put("paginated", RawJson.of(detection.isPaginated()));
    detection.best().ifPresent(best -> members.putAll(choice(best)));
    if (detection.choices().size() > 1) {
      members.put(
          "alternatives",
          RawJson.ofArray(detection.choices().stream()
              .skip(1)
              .map(other -> RawJson.ofObject(choice(other)))
              .toList()));
    }
    return Printable.json(RawJson.ofObject(members).text());
  }

  /** {@return what was found, as the members of an object that has a style} */
  static Map<String, RawJson> facts(DetectedPagination choice) {
    Map<String, RawJson> members = all(choice);
    members.values().removeIf(RawJson::isNull);
    return members;
  }

  private static Map<String, RawJson> choice(DetectedPagination choice) {
    Map<String, RawJson> members = all(choice);
    BigDecimal confidence =
        BigDecimal.valueOf(choice.confidence()).setScale(2, RoundingMode.HALF_UP);
    members.put("confidence", RawJson.of(confidence));
    members.put(
        "evidence", RawJson.ofArray(choice.evidence().stream().map(RawJson::of).toList()));
    return members;
  }

  private static Map<String, RawJson> all(DetectedPagination choice) {
    Map<String, RawJson> members = new LinkedHashMap<>();
    members.put("style", RawJson.of(choice.style().label()));
    members.put("items", text(choice.items()));
    members.put(
        "request_param", text(choice.position().map(DetectedPagination.PositionField::name)));
    members.put("request_in", text(choice.position().map(DetectedPagination.PositionField::in)));
    members.put("next", choice.isOpen() ? RawJson.of(AT_RUN_TIME) : text(choice.next()));
    members.put("size_param", text(choice.size().map(DetectedPagination.PageSize::name)));
    choice
        .size()
        .map(DetectedPagination.PageSize::in)
        .filter(in -> !in.equals(OverrideReader.sizeIn(choice)))
        .ifPresent(in -> members.put("size_in", RawJson.of(in)));
    choice
        .size()
        .flatMap(DetectedPagination.PageSize::maximum)
        .ifPresent(maximum -> members.put("size_max", RawJson.of(maximum)));
    choice.endFlag().ifPresent(flag -> members.put("has_more", RawJson.of(flag.toString())));
    choice.total().ifPresent(path -> members.put("total", RawJson.of(path)));
    choice.totalPages().ifPresent(path -> members.put("total_pages", RawJson.of(path)));
    choice.lastItemField().ifPresent(name -> members.put("last_id_field", RawJson.of(name)));
    choice.start().ifPresent(first -> members.put("page_start", RawJson.of(first)));
    return members;
  }

  private static RawJson text(Optional<String> value) {
    return value.map(RawJson::of).orElse(RawJson.ofNull());
  }
}
