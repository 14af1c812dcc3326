package dev.pageturner.openapi.mockserver.internal.sample;

import java.util.Locale;
import java.util.OptionalLong;

/**
 * A number behind a prefix: {@code lamp-0042}.
 *
 * @param prefix what stands before the digits
 * @param width the digits at least
 */
record PrefixForm(String prefix, int width) implements TextForm {
  /** {@return the form of an example that ends in digits, or else with digits added} */
  static PrefixForm like(String example) {
    int end = example.length();
    while (end > 0 && Character.digit(example.charAt(end - 1), 10) >= 0) {
      end--;
    }
    int digits = Math.min(example.length() - end, 12);
    return digits == 0
        ? new PrefixForm(example + "-", 1)
        : new PrefixForm(example.substring(0, example.length() - digits), digits);
  }

  @Override
  public String text(long number) {
    return prefix + String.format(Locale.ROOT, "%0" + Math.max(1, width) + "d", number);
  }

  @Override
  public long guess(String text) {
    OptionalLong number = text.startsWith(prefix)
        ? Texts.lastNumber(text.substring(prefix.length()))
        : OptionalLong.empty();
    return number.orElse(-1);
  }
}
