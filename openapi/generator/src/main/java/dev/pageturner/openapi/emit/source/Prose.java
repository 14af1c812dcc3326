package dev.pageturner.openapi.emit.source;

import com.palantir.javapoet.CodeBlock;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The first sentences of a document's prose as Javadoc: plain text on lines of some 90 characters,
 * in which no character means anything to javac, javadoc or a terminal.
 */
public final class Prose {
  private static final int LONGEST_READ = 4000;
  private static final int ENOUGH = 120;
  private static final int LONGEST = 400;
  private static final int WIDTH = 88;

  private static final Pattern LINK =
      Pattern.compile("!?\\[([^\\]\\[]{1,200})\\]\\([^()\\s]{0,400}\\)");
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]{0,200}>");
  private static final Pattern MARKS = Pattern.compile("`+|\\*\\*|__|(?m:^\\s*(?:#+|[-*>])\\s+)");
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+(?=[A-Z0-9\"'(])");
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\s\\u2028\\u2029]+");

  private Prose() {}

  /** {@return the text as Javadoc, empty if nothing is left of it} */
  public static CodeBlock javadoc(Optional<String> text) {
    String lines = wrapped(of(text.orElse("")));
    return lines.isEmpty() ? CodeBlock.of("") : CodeBlock.of("$L\n", lines);
  }

  /** {@return the text of a Javadoc tag such as {@code param}, without it if there is none} */
  public static CodeBlock tag(String tag, Optional<String> text) {
    String prose = of(text.orElse(""));
    return prose.isEmpty()
        ? CodeBlock.of("")
        : CodeBlock.of("$L\n", wrapped(tag + " " + prose).replace("\n", "\n    "));
  }

  /** {@return the first sentences, escaped, in one line} */
  static String of(String text) {
    String start = text.length() > LONGEST_READ ? text.substring(0, LONGEST_READ) : text;
    String plain = LINK.matcher(start).replaceAll("$1");
    plain = TAG.matcher(plain).replaceAll(" ");
    plain = MARKS.matcher(plain).replaceAll("");
    plain = entities(INVISIBLE.matcher(plain).replaceAll(" ").strip());
    return escaped(ended(sentences(plain)));
  }

  private static String sentences(String text) {
    StringBuilder enough = new StringBuilder();
    for (String sentence : SENTENCE.splitAsStream(text).toList()) {
      if (enough.length() > 0 && enough.length() + sentence.length() > ENOUGH) {
        break;
      }
      enough.append(enough.length() > 0 ? " " : "").append(sentence);
    }
    return enough.length() <= LONGEST ? enough.toString() : cut(enough.toString());
  }

  private static String cut(String text) {
    int space = text.lastIndexOf(' ', LONGEST);
    int end = space > 0 ? space : text.offsetByCodePoints(0, LONGEST / 2);
    return text.substring(0, end) + " …";
  }

  private static String ended(String text) {
    return text.isEmpty() || ".!?…:".indexOf(text.charAt(text.length() - 1)) >= 0
        ? text
        : text + ".";
  }

  private static String entities(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&");
  }

  /** {@return the first sentences, on lines of some 90 characters} */
  public static String paragraph(String text) {
    return wrapped(of(text));
  }

  /** {@return the whole text in one line} */
  public static String line(String text) {
    return escaped(INVISIBLE.matcher(text).replaceAll(" ").strip());
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints().forEach(point -> escaped.append(escaped(point)));
    return escaped.toString();
  }

  private static String escaped(int point) {
    return switch (point) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '@' -> "&#64;";
      case '\\' -> "&#92;";
      case '*' -> "&#42;";
      case '{' -> "&#123;";
      case '}' -> "&#125;";
      default -> Character.toString(point);
    };
  }

  private static String wrapped(String line) {
    StringBuilder lines = new StringBuilder();
    int length = 0;
    for (String word : line.split(" ", -1)) {
      if (length > 0 && length + 1 + word.length() > WIDTH) {
        lines.append('\n');
        length = 0;
      } else if (length > 0) {
        lines.append(' ');
        length++;
      }
      lines.append(word);
      length += word.length();
    }
    return lines.toString();
  }
}
