package dev.pageturner.openapi.mockserver.internal.sample;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.model.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes numbers from 0 as values that a schema allows, each as another one, and reads them back.
 *
 * <p>So the id of an item tells which one it is, and no table of ids is held.
 */
public final class Identifier {
  private final Optional<TextForm> text;
  private final long first;

  private Identifier(Optional<TextForm> text, long first) {
    this.text = text;
    this.first = first;
  }

  /**
   * {@return the identifier in the form of {@code schemas}, which all hold}
   *
   * @param schemas what is said about the value
   * @param word what texts begin with if the schemas ask for nothing in particular
   */
  public static Identifier of(List<Schema> schemas, String word) {
    Merged schema = Merged.of(schemas);
    Merged chosen = schema
        .open()
        .flatMap(choice -> choice.alternatives().stream()
            .map(alternative -> schema.with(choice, alternative))
            .filter(one -> one.types().contains("string"))
            .findFirst())
        .orElse(schema);
    boolean number = chosen.types().stream().allMatch(Identifier::isNumber)
        && !chosen.types().isEmpty();
    BigDecimal least = NumberSample.bounds(chosen).least().max(BigDecimal.ONE);
    return number
        ? new Identifier(Optional.empty(), least.longValue() + 1)
        : new Identifier(
            Optional.of(TextForms.of(chosen, word).orElse(new PrefixForm(word + "-", 1))), 0);
  }

  private static boolean isNumber(String type) {
    return type.equals("integer") || type.equals("number");
  }

  /** {@return the value of a number} */
  public RawJson value(long number) {
    return text.isPresent() ? RawJson.of(text.get().text(number)) : RawJson.of(first - 1 + number);
  }

  /**
   * {@return the number of a value}
   *
   * @param value the value, as it stands in a path or query
   */
  public OptionalLong number(String value) {
    long number = text.isPresent() ? text.get().number(value) : counted(value);
    return number < 0 ? OptionalLong.empty() : OptionalLong.of(number);
  }

  private long counted(String value) {
    return value.matches("\\d{1,18}") ? Long.parseLong(value) - first + 1 : -1;
  }
}
