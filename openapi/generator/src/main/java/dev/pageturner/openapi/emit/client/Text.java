package dev.pageturner.openapi.emit.client;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text of a document in Java source: as a literal, as a comment. Never as code. */
final class Text {
  private static final int WIDTH = 90;
  private static final int LONGEST = 1_500;

  private Text() {}

  /** {@return a string literal that reads back as the text, whatever is in it} */
  static CodeBlock literal(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c >= ' ' && c < 0x7f) {
            out.append(c);
          } else {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          }
        }
      }
    }
    return CodeBlock.of("$L", out.append('"'));
  }

  /**
   * {@return prose for a Javadoc comment: paragraphs in lines, nothing in it is markup or a tag}
   */
  static String javadoc(String prose) {
    List<String> paragraphs = new ArrayList<>();
    int left = LONGEST;
    for (String paragraph : prose.strip().split("\\R\\s*\\R", -1)) {
      String text = cut(paragraph.replaceAll("\\s+", " ").strip(), left);
      if (text.isEmpty()) {
        continue;
      }
      left -= text.length();
      paragraphs.add(wrapped(escaped(text)));
      if (left <= 0) {
        break;
      }
    }
    return String.join("\n\n<p>", paragraphs);
  }

  /** {@return the first sentences of prose, for a comment of one line or two} */
  static String brief(String prose) {
    String text = prose.strip().split("\\R\\s*\\R", 2)[0].replaceAll("\\s+", " ");
    return wrapped(escaped(cut(text, 300)));
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = text.lastIndexOf(". ", most);
    int word = text.lastIndexOf(' ', most);
    String shorter = text.substring(0, end > 0 ? end + 1 : word > 0 ? word : most);
    return end > 0 ? shorter : shorter + " …";
  }

  /** {@return one line of text as it may stand in a comment} */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(c -> {
      int type = Character.getType(c);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '@' -> out.append("&#64;");
        case '{' -> out.append("&#123;");
        case '}' -> out.append("&#125;");
        case '\\' -> out.append("&#92;");
        case '*' -> out.append(endsIn(out, '/') ? "&#42;" : "*");
        case '/' -> out.append(endsIn(out, '*') ? "&#47;" : "/");
        default -> {
          // No characters that turn text around or hide it, and no halves of pairs.
          if (type != Character.FORMAT
              && type != Character.CONTROL
              && type != Character.SURROGATE) {
            out.appendCodePoint(c);
          }
        }
      }
    });
    return out.toString();
  }

  private static boolean endsIn(StringBuilder text, char c) {
    return text.length() > 0 && text.charAt(text.length() - 1) == c;
  }

  private static String wrapped(String text) {
    StringBuilder out = new StringBuilder();
    int column = 0;
    for (String word : text.split(" ", -1)) {
      if (column > 0 && column + word.length() > WIDTH) {
        out.append('\n');
        column = 0;
      } else if (column > 0) {
        out.append(' ');
      }
      out.append(word);
      column += word.length() + 1;
    }
    return out.toString();
  }
}
