package dev.pageturner.openapi.mockserver.internal.sample;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words, and numbers within texts. */
final class Texts {
  private static final List<String> WORDS = List.of(
      "amber", "basil", "cedar", "delta", "ember", "fjord", "grove", "harbour", "indigo", "juniper",
      "kestrel", "lantern", "meadow", "nimbus", "orchard", "pebble", "quartz", "raven", "saffron",
      "timber", "umber", "violet", "willow", "yarrow", "zephyr", "copper", "drift", "flint",
      "heron", "lichen", "marble", "otter");
  private static final Pattern LAST_DIGITS = Pattern.compile("(\\d{1,18})\\D*$");

  private Texts() {}

  /** {@return two words} */
  static String words(long number) {
    int one = (int) Math.floorMod(number, (long) WORDS.size());
    int other = (int) Math.floorMod(number >>> 8, (long) WORDS.size());
    return WORDS.get(one) + " " + WORDS.get(other);
  }

  /** {@return the last number in a text} */
  static OptionalLong lastNumber(String text) {
    Matcher digits = LAST_DIGITS.matcher(text);
    return digits.find() ? OptionalLong.of(Long.parseLong(digits.group(1))) : OptionalLong.empty();
  }
}
