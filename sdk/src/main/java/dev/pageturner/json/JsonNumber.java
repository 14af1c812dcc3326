package dev.pageturner.json;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Exact numbers out of valid JSON texts, at a bounded cost. */
final class JsonNumber {
  // The JDK reads digits in quadratic time: 10,000 take a millisecond, 10 million take hours.
  static final int MAX_DIGITS = 10_000;

  private static final int DIGITS_OF_A_LONG = 18;

  private JsonNumber() {}

  static long toLong(String text) {
    try {
      return toDecimal(text).longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalStateException("a JSON number that is no integer of 64 bits");
    }
  }

  static BigDecimal toDecimal(String text) {
    checkDigits(text);
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new IllegalStateException("a JSON number whose exponent is too large");
    }
  }

  /** {@return the first of Long, BigInteger and BigDecimal that holds the number} */
  static Number toNumber(String text) {
    if (!isInteger(text)) {
      return toDecimal(text);
    }
    if (text.length() <= DIGITS_OF_A_LONG) {
      return Long.parseLong(text);
    }
    BigInteger integer = toInteger(text);
    return integer.bitLength() < Long.SIZE ? (Number) integer.longValue() : integer;
  }

  static BigInteger toInteger(String text) {
    checkDigits(text);
    return new BigInteger(text);
  }

  private static boolean isInteger(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' || c == 'e' || c == 'E') {
        return false;
      }
    }
    return true;
  }

  private static void checkDigits(String text) {
    if (text.length() > MAX_DIGITS) {
      throw new IllegalStateException(
          "a JSON number of " + text.length() + " characters, more than " + MAX_DIGITS);
    }
  }
}
