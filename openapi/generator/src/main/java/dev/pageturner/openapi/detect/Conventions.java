package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.Operation;
import java.util.Set;

/**
 * How an API as a whole pages, for the operations that don't say enough themselves.
 *
 * @param usesLinkHeaders whether a {@code Link} header is declared or named anywhere
 * @param answerExtensions names of the extensions that answers bear
 */
record Conventions(boolean usesLinkHeaders, Set<String> answerExtensions) {
  static Conventions of(ApiDocument document) {
    boolean inIntroduction = Prose.isAboutLinkHeaders(document.description().orElse(""))
        || document.tags().stream()
            .anyMatch(tag -> Prose.isAboutLinkHeaders(tag.description().orElse("")));
    return new Conventions(
        inIntroduction || document.operations().stream().anyMatch(Conventions::namesLinkHeader),
        AnswerExtensions.namesIn(document));
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
}
