package dev.pageturner.openapi.emit.type;

import com.palantir.javapoet.TypeName;
import dev.pageturner.openapi.model.ScalarNode;
import dev.pageturner.openapi.model.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Alternatives that are no union in Java: values with titles, which are one list of values; a list
 * of values or any other text, which is the list, since that keeps any text.
 */
final class TextAlternatives {
  private static final int DEEPEST = 5;

  private TextAlternatives() {}

  static Optional<TypeName> typeOf(
      Facts facts, List<Schema> alternatives, Spot spot, @Nullable Schema key, TypeResolver types) {
    List<Facts> leaves = new ArrayList<>();
    Set<Schema> found = new HashSet<>();
    alternatives.forEach(alternative -> collect(alternative, 0, found, leaves));
    boolean listed = leaves.stream().noneMatch(leaf -> leaf.values().isEmpty());
    boolean text = leaves.stream().allMatch(TextAlternatives::isText);
    if (leaves.isEmpty() || (!listed && !text)) {
      return Optional.empty();
    }
    List<Values.Listed> values = new ArrayList<>();
    leaves.forEach(leaf -> values.addAll(listed(leaf)));
    if (!values.isEmpty() && facts.types().size() < 2) {
      Facts all = facts.types().isEmpty() ? leaves.get(0) : facts;
      return Optional.of(Values.ofListed(facts, all.types(), values, spot, key, types));
    }
    Set<Optional<String>> formats =
        new HashSet<>(leaves.stream().map(Facts::format).toList());
    String format = formats.size() == 1 ? leaves.get(0).format().orElse("") : "";
    return Optional.of(Types.scalar("string", format));
  }

  /** Each once: unions may refer to each other in circles. */
  private static void collect(
      Schema alternative, int depth, Set<Schema> found, List<Facts> leaves) {
    if (!found.add(alternative.target())) {
      return;
    }
    Facts facts = Facts.of(List.of(alternative));
    Optional<Schema> undecided = facts.undecided();
    if (undecided.isPresent() && depth < DEEPEST && facts.properties().isEmpty()) {
      Facts.alternatives(undecided.get()).forEach(part -> collect(part, depth + 1, found, leaves));
    } else {
      leaves.add(facts);
    }
  }

  private static boolean isText(Facts facts) {
    return facts.undecided().isEmpty()
        && facts.types().equals(Set.of("string"))
        && !facts.format().filter("int-or-string"::equals).isPresent();
  }

  /** A single value is called by its title. */
  private static List<Values.Listed> listed(Facts leaf) {
    List<ScalarNode> values = leaf.values();
    Optional<String> title = values.size() == 1 ? leaf.ownText("title") : Optional.empty();
    Optional<String> description =
        values.size() == 1 ? leaf.ownText("description") : Optional.empty();
    return values.stream()
        .map(value -> new Values.Listed(value, title.orElse(""), description))
        .toList();
  }
}
