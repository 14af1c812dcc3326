package dev.pageturner.openapi.mockserver.internal.trait;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What the value of a trait looks like, and how it is read. */
enum TraitForm {
  /** Nothing, or true. */
  FLAG("true"),
  /** A number from 1. */
  NUMBER("N"),
  /** A time. */
  TIME("TIME"),
  /** A number and a time: {@code 1000/1m}. */
  ALLOWANCE("N/TIME"),
  /** A number and a time, which is one second where it is left out. */
  TIMES("N[/TIME]"),
  /** The status of a refusal. */
  STATUS("410|400"),
  /** Whether a flag is true. */
  HONESTY("honest|wrong"),
  /** How a total lies. */
  LIE("too-small|too-large|of-this-page");

  /** The value of {@link #ALLOWANCE} and {@link #TIMES}. */
  record Allowance(long number, Duration time) {}

  private final String label;

  TraitForm(String label) {
    this.label = label;
  }

  /** {@return the form in words, as it stands in help and errors} */
  String label() {
    return label;
  }

  /**
   * {@return the value of a text}
   *
   * @throws IllegalArgumentException if it has another form
   */
  Object read(String text) {
    return switch (this) {
      case NUMBER -> number(text);
      case TIME -> time(text);
      case ALLOWANCE -> allowance(text);
      case TIMES -> allowance(text.contains("/") ? text : text + "/1s");
      default -> word(text);
    };
  }

  private String word(String text) {
    if (!List.of(label.split("\\|", -1)).contains(text)) {
      throw new IllegalArgumentException("not one of the words");
    }
    return text;
  }

  private static Long number(String text) {
    if (!text.matches("0*[1-9]\\d{0,8}")) {
      throw new IllegalArgumentException("not a number from 1 to 999,999,999");
    }
    return Long.valueOf(text);
  }

  /** Hours, minutes and seconds as in ISO 8601, in either case and without the letters before. */
  private static Duration time(String text) {
    try {
      Duration time = Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
      if (!time.isNegative()) {
        return time;
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a time is 30s, 5m or 1h30m", e);
    }
    throw new IllegalArgumentException("the time is negative");
  }

  private static Allowance allowance(String text) {
    String[] halves = text.split("/", 2);
    if (halves.length < 2) {
      throw new IllegalArgumentException("the time is missing");
    }
    return new Allowance(number(halves[0]), time(halves[1]));
  }
}
