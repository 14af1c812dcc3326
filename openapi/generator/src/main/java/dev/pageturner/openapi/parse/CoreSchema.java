package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.ScalarNode.Kind;

/**
 * What a plain scalar of YAML means: the core schema of YAML 1.2, section 10.3.2. There
 * {@code 2024-10-01}, {@code on}, {@code no}, {@code 1:30} and {@code 1_000} are strings.
 */
final class CoreSchema {
  private CoreSchema() {}

  static Kind kindOf(String plain) {
    return switch (plain) {
      case "", "~", "null", "Null", "NULL" -> Kind.NULL;
      case "true", "True", "TRUE", "false", "False", "FALSE" -> Kind.BOOLEAN;
      default -> isNumber(plain) ? Kind.NUMBER : Kind.STRING;
    };
  }

  /** The text of a scalar of this kind as JSON spells it. */
  static String canonical(Kind kind, String plain) {
    return switch (kind) {
      case NULL -> "null";
      case BOOLEAN -> plain.toLowerCase(java.util.Locale.ROOT);
      case NUMBER -> decimal(plain);
      case STRING -> plain;
    };
  }

  private static boolean isNumber(String plain) {
    char first = plain.charAt(0);
    // Most scalars are words: a look at one letter spares the patterns.
    if (first > '9' || first < '+' || first == ',' || first == '/') {
      return false;
    }
    return plain.matches("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
        || plain.matches("0o[0-7]+|0x[0-9a-fA-F]+");
  }

  private static String decimal(String plain) {
    if (plain.startsWith("0o")) {
      return new java.math.BigInteger(plain.substring(2), 8).toString();
    }
    if (plain.startsWith("0x")) {
      return new java.math.BigInteger(plain.substring(2), 16).toString();
    }
    return plain.startsWith("+") ? plain.substring(1) : plain;
  }
}
