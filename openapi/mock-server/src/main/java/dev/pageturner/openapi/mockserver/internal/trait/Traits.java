package dev.pageturner.openapi.mockserver.internal.trait;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Traits with their values: those of a server, of a document or of a list. Immutable. */
public final class Traits {
  /** No trait at all. */
  public static final Traits NONE = new Traits(Map.of());

  private final Map<TraitName, Object> values = new EnumMap<>(TraitName.class);
  private final Map<TraitName, String> texts = new EnumMap<>(TraitName.class);

  private Traits(Map<String, String> written) {
    written.forEach((word, text) -> {
      TraitName name = TraitName.of(word);
      values.put(name, name.read(text));
      texts.put(name, text);
    });
  }

  /**
   * {@return the traits with these names and values}
   *
   * @throws IllegalArgumentException if there is no such trait, or its value has another form
   */
  public static Traits of(Map<String, String> written) {
    return new Traits(written);
  }

  /** {@return these traits and others, which win} */
  public Traits and(Traits others) {
    Traits both = new Traits(Map.of());
    both.values.putAll(values);
    both.texts.putAll(texts);
    both.values.putAll(others.values);
    both.texts.putAll(others.texts);
    return both;
  }

  /** {@return whether the trait is there and not off} */
  public boolean has(TraitName name) {
    Object value = values.get(name);
    return value != null && !value.equals(TraitName.OFF);
  }

  /** {@return the trait as it was written, such as {@code cursor-life=5m}} */
  public String written(TraitName name) {
    String text = texts.getOrDefault(name, "");
    return text.equals("true") ? name.word() : name.word() + "=" + text;
  }

  /** {@return the number of a trait, empty without it} */
  public Optional<Long> number(TraitName name) {
    return value(name, Long.class)
        .or(() -> value(name, TraitForm.Allowance.class).map(TraitForm.Allowance::number));
  }

  /** {@return the time of a trait, empty without it} */
  public Optional<Duration> time(TraitName name) {
    return value(name, Duration.class)
        .or(() -> value(name, TraitForm.Allowance.class).map(TraitForm.Allowance::time));
  }

  /** {@return the word of a trait, empty without it} */
  public Optional<String> word(TraitName name) {
    return value(name, String.class);
  }

  private <T> Optional<T> value(TraitName name, Class<T> type) {
    return has(name)
        ? Optional.ofNullable(values.get(name)).filter(type::isInstance).map(type::cast)
        : Optional.empty();
  }
}
