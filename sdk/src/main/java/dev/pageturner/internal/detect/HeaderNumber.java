package dev.pageturner.internal.detect;

import org.jspecify.annotations.Nullable;

/** The number that a header holds, where its text holds more than that. */
public final class HeaderNumber {
  private HeaderNumber() {}

  /**
   * {@return the part of a {@code Content-Range} behind its slash, which is the number of all
   * items; the whole text of any other header}
   *
   * @param name the header's name, in any case
   * @param value its text, null if it is absent
   */
  public static @Nullable String of(String name, @Nullable String value) {
    return value != null && name.equalsIgnoreCase("Content-Range")
        ? value.substring(value.lastIndexOf('/') + 1)
        : value;
  }
}
