package dev.pageturner.openapi.emit.source;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Text as string literals in ASCII: whatever stands in it stays text, in any encoding of the file,
 * and nothing in it can look like something else.
 */
public final class Literals {
  /** A constant has 65,535 bytes at most; a character needs up to three. */
  private static final int LONGEST = 20_000;

  private Literals() {}

  /** {@return an expression whose value is the text} */
  public static CodeBlock of(String text) {
    if (text.length() <= LONGEST) {
      return CodeBlock.of("$L", quoted(text));
    }
    // Joined with + it would be one constant again.
    List<CodeBlock> parts = new ArrayList<>();
    for (int i = 0; i < text.length(); i += LONGEST) {
      parts.add(CodeBlock.of(
          "$L", quoted(text.substring(i, Math.min(text.length(), i + LONGEST)))));
    }
    return CodeBlock.of("$T.join(\"\", $L)", String.class, CodeBlock.join(parts, ", "));
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars().forEach(c -> quoted.append(escaped((char) c)));
    return quoted.append('"').toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
        c >= ' ' && c < 127 ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c);
    };
  }
}
