package dev.pageturner.openapi.emit.client;

import dev.pageturner.openapi.model.Operation;
import java.util.List;
import java.util.Optional;

/** Names that a person chose for operations; they win over those that are made. */
@FunctionalInterface
public interface ChosenNames {
  /** {@return what an operation is called, once for each class that it is to be in} */
  List<ChosenName> of(Operation operation);

  /**
   * What an operation is called.
   *
   * @param group the name of its class, words with spaces or signs between them; empty for that of
   *     its tag
   * @param method the name of its method; empty for one that is made
   */
  record ChosenName(Optional<String> group, Optional<String> method) {}

  /** {@return these names, or others where there are none} */
  default ChosenNames or(ChosenNames others) {
    return operation -> {
      List<ChosenName> own = of(operation);
      return own.isEmpty() ? others.of(operation) : own;
    };
  }
}
