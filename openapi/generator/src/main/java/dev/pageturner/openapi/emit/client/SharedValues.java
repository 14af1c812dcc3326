package dev.pageturner.openapi.emit.client;

import dev.pageturner.openapi.emit.ModelTypes;
import dev.pageturner.openapi.emit.name.JavaNames;
import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Parameter;
import dev.pageturner.openapi.model.ScalarNode;
import dev.pageturner.openapi.model.Schema;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Parameters of one name that list the same values: they have one type, however often the document
 * writes it down. If there is but one list for that name, the type is called like the parameter.
 */
final class SharedValues {
  private final Map<List<String>, Schema> first = new HashMap<>();
  private final Map<String, Set<List<String>>> lists = new HashMap<>();
  private final Set<String> repeated = new HashSet<>();
  private final ModelTypes types;

  private SharedValues(ModelTypes types) {
    this.types = types;
  }

  /** {@return what the operations of a document share} */
  static SharedValues of(ApiDocument document, ModelTypes types) {
    SharedValues shared = new SharedValues(types);
    for (Operation operation : document.operations()) {
      operation.parameters().forEach(shared::add);
    }
    return shared;
  }

  private void add(Parameter parameter) {
    key(parameter).ifPresent(key -> {
      if (first.putIfAbsent(key, parameter.schema()) != null) {
        repeated.add(parameter.name());
      }
      lists.computeIfAbsent(parameter.name(), same -> new HashSet<>()).add(key);
    });
  }

  /** {@return the schema that stands for that of a parameter} */
  Schema schema(Parameter parameter) {
    return key(parameter).map(first::get).orElse(parameter.schema());
  }

  /** {@return the name for a class of the values of a parameter} */
  String className(Parameter parameter, String operation) {
    String plain = JavaNames.className(parameter.name());
    boolean one = repeated.contains(parameter.name())
        && lists.getOrDefault(parameter.name(), Set.of()).size() == 1;
    return one && types.isFree(plain) ? plain : operation + plain;
  }

  private static Optional<List<String>> key(Parameter parameter) {
    Schema schema = parameter.schema();
    List<Node> values = Stream.concat(
            schema.enumValues().stream(),
            schema.items().stream().flatMap(items -> items.enumValues().stream()))
        .toList();
    boolean listed = schema.ref().isEmpty()
        && !values.isEmpty()
        && values.stream().allMatch(ScalarNode.class::isInstance);
    if (!listed) {
      return Optional.empty();
    }
    Stream<String> kind =
        Stream.of(parameter.name(), schema.types().toString(), "" + schema.nullable());
    Stream<String> texts = values.stream()
        .map(ScalarNode.class::cast)
        .map(value -> value.kind() + " " + value.value());
    return Optional.of(Stream.concat(kind, texts).toList());
  }
}
