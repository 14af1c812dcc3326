package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.Location;
import dev.pageturner.openapi.model.Node;
import java.util.Locale;
import java.util.Optional;

/** From the text of a file to its tree, JSON or YAML by its name or else by its first character. */
final class SourceTree {
  private SourceTree() {}

  /** A text that may turn out to be none. */
  @FunctionalInterface
  interface Source {
    String text() throws SyntaxException;
  }

  /** {@return the tree; empty, with a problem, when it can't be read} */
  static Optional<Node> read(String name, Source source, Problems problems) {
    try {
      String text = source.text();
      return Optional.of(
          isJson(name, text)
              ? JsonTree.read(name, text, problems)
              : YamlTree.read(name, text, problems));
    } catch (SyntaxException e) {
      problems.add(e.problem());
    } catch (StackOverflowError e) {
      problems.error(new Location(name, 1, ""), "nested too deeply");
    }
    return Optional.empty();
  }

  private static boolean isJson(String name, String text) {
    String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    boolean yaml = plain.endsWith(".yaml") || plain.endsWith(".yml");
    return plain.endsWith(".json") || (!yaml && text.stripLeading().startsWith("{"));
  }
}
