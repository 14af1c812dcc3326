package dev.pageturner.openapi.emit.client;

import dev.pageturner.openapi.model.ArrayNode;
import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Operation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names of classes in the extensions of other generators: {@code x-fern-sdk-group-name},
 * {@code x-speakeasy-group}.
 */
final class ExtensionNames implements ChosenNames {
  @Override
  public List<ChosenName> of(Operation operation) {
    ObjectNode node = operation.node();
    return first(node, "x-fern-sdk-group-name", "x-speakeasy-group").stream()
        .map(group -> new ChosenName(Optional.of(group), Optional.empty()))
        .toList();
  }

  private static Optional<String> first(ObjectNode node, String... names) {
    return Stream.of(names)
        .flatMap(name -> Optional.ofNullable(node.get(name)).stream())
        .flatMap(value -> words(value).stream())
        .findFirst();
  }

  /** A list is a path of groups. */
  private static Optional<String> words(Node value) {
    Optional<String> text = value instanceof ArrayNode array
        ? Optional.of(array.elements().stream()
            .flatMap(one -> one.text().stream())
            .collect(Collectors.joining(" ")))
        : value.text();
    return text.filter(words -> !words.isBlank());
  }
}
