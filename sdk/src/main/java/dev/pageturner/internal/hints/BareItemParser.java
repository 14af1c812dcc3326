package dev.pageturner.internal.hints;

import dev.pageturner.internal.hints.StructuredField.Bare;
import dev.pageturner.internal.hints.StructuredField.Bool;
import dev.pageturner.internal.hints.StructuredField.Bytes;
import dev.pageturner.internal.hints.StructuredField.Date;
import dev.pageturner.internal.hints.StructuredField.Decimal;
import dev.pageturner.internal.hints.StructuredField.Display;
import dev.pageturner.internal.hints.StructuredField.Int;
import dev.pageturner.internal.hints.StructuredField.Text;
import dev.pageturner.internal.hints.StructuredField.Token;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import okio.Buffer;
import okio.ByteString;

/** Reads values without parameters: RFC 9651, section 4.2.3.1. */
final class BareItemParser {
  private static final String TOKEN_PUNCTUATION = "!#$%&'*+-.^_`|~:/";

  private final FieldText text;

  BareItemParser(FieldText text) {
    this.text = text;
  }

  Bare parse() {
    int first = text.peek();
    if (first == '-' || FieldText.isDigit(first)) {
      return number();
    }
    return switch (first) {
      case '"' -> string();
      case ':' -> bytes();
      case '?' -> bool();
      case '@' -> date();
      case '%' -> display();
      default -> token();
    };
  }

  /** Section 4.2.4: 15 digits, or 12 digits, a point and 3 digits. */
  private Bare number() {
    boolean negative = text.skip('-');
    String integer = text.takeWhile(FieldText::isDigit);
    text.require(!integer.isEmpty());
    if (text.skip('.')) {
      String fraction = text.takeWhile(FieldText::isDigit);
      text.require(integer.length() <= 12 && !fraction.isEmpty() && fraction.length() <= 3);
      BigDecimal value = new BigDecimal(integer + "." + fraction);
      return new Decimal(negative ? value.negate() : value);
    }
    text.require(integer.length() <= 15);
    long value = Long.parseLong(integer);
    return new Int(negative ? -value : value);
  }

  /** Section 4.2.5. */
  private Text string() {
    text.expect('"');
    StringBuilder value = new StringBuilder();
    while (!text.skip('"')) {
      char c = text.take();
      text.require(isPrintable(c));
      if (c == '\\') {
        c = text.take();
        text.require(c == '"' || c == '\\');
      }
      value.append(c);
    }
    return new Text(value.toString());
  }

  /** Section 4.2.6. */
  private Token token() {
    text.require(isLetter(text.peek()) || text.peek() == '*');
    return new Token(text.takeWhile(
        c -> isLetter(c) || FieldText.isDigit(c) || TOKEN_PUNCTUATION.indexOf(c) >= 0));
  }

  /** Section 4.2.7: padding may be missing, but not be elsewhere than at the end. */
  private Bytes bytes() {
    text.expect(':');
    String base64 =
        text.takeWhile(c -> isLetter(c) || FieldText.isDigit(c) || c == '+' || c == '/');
    String padding = text.takeWhile(c -> c == '=');
    text.expect(':');
    text.require(padding.length() <= 2);
    ByteString value = ByteString.decodeBase64(base64 + padding);
    if (value == null) {
      throw new FieldText.Malformed();
    }
    return new Bytes(value);
  }

  /** Section 4.2.8. */
  private Bool bool() {
    text.expect('?');
    char digit = text.take();
    text.require(digit == '0' || digit == '1');
    return new Bool(digit == '1');
  }

  /** Section 4.2.9. */
  private Date date() {
    text.expect('@');
    Bare number = number();
    if (number instanceof Int seconds) {
      return new Date(seconds.value());
    }
    throw new FieldText.Malformed();
  }

  /** Section 4.2.10: percent-encoded UTF-8, in lower case. */
  private Display display() {
    text.expect('%');
    text.expect('"');
    Buffer utf8 = new Buffer();
    while (!text.skip('"')) {
      char c = text.take();
      text.require(isPrintable(c));
      utf8.writeByte(c == '%' ? hexDigit() * 16 + hexDigit() : c);
    }
    return new Display(decode(utf8.readByteArray()));
  }

  private int hexDigit() {
    int digit = "0123456789abcdef".indexOf(text.take());
    text.require(digit >= 0);
    return digit;
  }

  private static String decode(byte[] utf8) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException malformed) {
      throw new FieldText.Malformed();
    }
  }

  private static boolean isPrintable(char c) {
    return c >= ' ' && c <= '~';
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
