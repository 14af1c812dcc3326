package dev.pageturner.openapi.model;

import java.util.Optional;

/** A string, number, boolean or null; numbers keep the digits they were written with. */
public final class ScalarNode extends Node {
  /** The four kinds of scalar in JSON. */
  public enum Kind {
    /** Text. */
    STRING,
    /** A number, its text as written. */
    NUMBER,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** {@code null}. */
    NULL
  }

  private final Kind kind;
  private final String value;

  /** Makes a scalar of {@code kind} that was written as {@code value}. */
  public ScalarNode(Place place, Kind kind, String value) {
    super(place);
    this.kind = kind;
    this.value = value;
  }

  /** {@return which of the four kinds it is} */
  public Kind kind() {
    return kind;
  }

  /** {@return the text as written, {@code "null"} for null} */
  public String value() {
    return value;
  }

  /** {@return whether this is the boolean true} */
  public boolean isTrue() {
    return kind == Kind.BOOLEAN && value.equals("true");
  }

  @Override
  public Optional<String> text() {
    return kind == Kind.NULL ? Optional.empty() : Optional.of(value);
  }
}
