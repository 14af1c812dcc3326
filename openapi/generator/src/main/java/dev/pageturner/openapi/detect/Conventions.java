package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.Operation;
import java.util.List;

/**
 * How an API as a whole pages, for the operations that don't say enough themselves.
 *
 * @param usesLinkHeaders whether a {@code Link} header is declared or named anywhere
 */
record Conventions(boolean usesLinkHeaders) {
  /** Of the operations that look paginated, the share that must take something about pages. */
  private static final double MOST = 0.5;

  /** Fewer lists than this are no convention. */
  private static final int SOME = 4;

  static Conventions of(ApiDocument document) {
    boolean inIntroduction = Prose.isAboutLinkHeaders(document.description().orElse(""))
        || document.tags().stream()
            .anyMatch(tag -> Prose.isAboutLinkHeaders(tag.description().orElse("")));
    return new Conventions(
        inIntroduction || document.operations().stream().anyMatch(Conventions::namesLinkHeader));
  }

  private static boolean namesLinkHeader(Operation operation) {
    boolean declared = operation.responses().stream()
        .flatMap(response -> response.headers().keySet().stream())
        .anyMatch(name -> name.equalsIgnoreCase("link"));
    boolean inProse = Prose.isAboutLinkHeaders(operation.description().orElse(""))
        || operation.parameters().stream()
            .anyMatch(
                parameter -> Prose.isAboutLinkHeaders(parameter.description().orElse("")));
    return declared || inProse;
  }

  /**
   * {@return the detections without those that go against the API's habit}
   *
   * <p>Where most lists take a cursor, a page or a page size, a list that takes none is not
   * paginated: the next link in its answer comes with an envelope that all answers share.
   */
  static List<Detection> applyHabit(List<Detection> detections) {
    List<Detection> paginated =
        detections.stream().filter(Detection::isPaginated).toList();
    long asking = paginated.stream().filter(Conventions::asks).count();
    boolean habit = paginated.size() >= SOME && asking >= MOST * paginated.size();
    return habit ? detections.stream().map(Conventions::withoutSilent).toList() : detections;
  }

  private static Detection withoutSilent(Detection detection) {
    return detection.isPaginated() && !asks(detection)
        ? new Detection(detection.operation(), List.of())
        : detection;
  }

  private static boolean asks(Detection detection) {
    return RequestFields.of(detection.operation()).stream()
        .anyMatch(field -> RequestRoles.isPosition(field) || RequestRoles.isSize(field));
  }
}
