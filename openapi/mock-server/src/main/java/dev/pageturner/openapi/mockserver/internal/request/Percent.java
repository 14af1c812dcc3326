package dev.pageturner.openapi.mockserver.internal.request;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Percent-encoding (RFC 3986, section 2.1). */
final class Percent {
  private Percent() {}

  /** {@return the text; a plus sign stays one, and what is wrongly encoded stays as it is} */
  static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /** {@return the text of a form's field, where a plus sign is a blank} */
  static String decodeForm(String text) {
    return decode(text.replace('+', ' '));
  }
}
