package dev.pageturner.openapi.mockserver.internal.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Texts that match a regular expression: a fixed row of places, each with the characters that may
 * stand there. The last places count like the wheels of an odometer.
 */
final class PatternForm implements TextForm {
  private final List<String> places;
  private final int wheels;

  private PatternForm(List<String> places) {
    this.places = List.copyOf(places);
    this.wheels = wheels(places);
  }

  /** {@return the form, empty for an expression that is beyond what is understood here} */
  static Optional<TextForm> of(String pattern, int minLength, int maxLength) {
    try {
      return Optional.of(new PatternForm(new PatternPlaces(pattern, minLength, maxLength).read()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** So many places from the end that a thousand million numbers differ. */
  private static int wheels(List<String> places) {
    double numbers = 1;
    int count = 0;
    while (count < places.size() && numbers < 1e9) {
      count++;
      numbers *= places.get(places.size() - count).length();
    }
    return count;
  }

  @Override
  public String text(long number) {
    List<Character> reversed = new ArrayList<>();
    long rest = number;
    for (int i = places.size() - 1; i >= 0; i--) {
      String characters = places.get(i);
      reversed.add(characters.charAt((int) (rest % characters.length())));
      rest /= characters.length();
    }
    Collections.reverse(reversed);
    StringBuilder text = new StringBuilder();
    reversed.forEach(text::append);
    return text.toString();
  }

  @Override
  public long guess(String text) {
    if (text.length() != places.size()) {
      return -1;
    }
    long number = 0;
    for (int i = places.size() - wheels; i < places.size(); i++) {
      int digit = places.get(i).indexOf(text.charAt(i));
      if (digit < 0) {
        return -1;
      }
      number = number * places.get(i).length() + digit;
    }
    return number;
  }
}
