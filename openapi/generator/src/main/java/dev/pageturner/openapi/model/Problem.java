package dev.pageturner.openapi.model;

/**
 * Something wrong with a document.
 *
 * @param severity whether the document can be used all the same
 * @param location where it stands
 * @param message what is wrong and, where it is not an error, what is done about it
 */
public record Problem(Severity severity, Location location, String message) {
  /** How bad a problem is. */
  public enum Severity {
    /** The document cannot be used. */
    ERROR,
    /** The document can be used; the message says what is assumed. */
    WARNING
  }

  /** {@return a problem that makes the document unusable} */
  public static Problem error(Location location, String message) {
    return new Problem(Severity.ERROR, location, message);
  }

  /** {@return a problem that is worked around} */
  public static Problem warning(Location location, String message) {
    return new Problem(Severity.WARNING, location, message);
  }

  /** {@return {@code file:line #pointer: message}, {@linkplain Printable printable} on one line} */
  @Override
  public String toString() {
    return Printable.of(location + ": " + message);
  }
}
