package dev.pageturner.openapi.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a hand would write more tersely than JavaPoet does. Works on whole lines: no literal and no
 * comment of generated source ends a line in the middle.
 */
final class Tidy {
  private static final int WIDTH = 100;

  private static final Pattern FIELD =
      Pattern.compile("\\s+(?:public |private )?(?:static )?final [^(){]*?(?: = [^{]*)?;");
  private static final Pattern MUTABLE_FIELD =
      Pattern.compile("\\s+(?:(?:private|@Nullable) [^(){]*?(?: = .*)?|[\\w.]+ \\w+ = .*);");
  private static final Pattern RECORD =
      Pattern.compile("(\\s*public record \\w+\\()(.*)(\\).* \\{)");
  private static final Pattern COMMENT = Pattern.compile("\\s+\\* \\S.*");

  private final List<String> lines;
  private final List<String> tidied = new ArrayList<>();

  private Tidy(List<String> lines) {
    this.lines = lines;
  }

  static String of(String source) {
    Tidy tidy = new Tidy(source.lines().toList());
    for (int i = 0; i < tidy.lines.size(); ) {
      i = tidy.take(i);
    }
    return String.join("\n", tidy.tidied) + "\n";
  }

  /** Takes one line or more, and tells where the next begins. */
  private int take(int at) {
    String line = lines.get(at).replace("public static record ", "public record ");
    if (isShortComment(at)) {
      String text = lines.get(at + 1).strip().substring(2);
      tidied.add(line + " " + text + " */");
      return at + 3;
    }
    if (line.endsWith("{") && at + 1 < lines.size() && lines.get(at + 1).strip().equals("}")) {
      tidied.add(line + "}");
      return at + 2;
    }
    if (line.isEmpty() && isBetweenFields(at)) {
      return at + 1;
    }
    if (line.length() > WIDTH && line.startsWith("public sealed interface ")) {
      takeInterface(line);
      return at + 1;
    }
    if (line.strip().startsWith("public record ")) {
      return takeRecord(at, line);
    }
    tidied.add(line);
    return at + 1;
  }

  private boolean isShortComment(int at) {
    return at + 2 < lines.size()
        && lines.get(at).strip().equals("/**")
        && COMMENT.matcher(lines.get(at + 1)).matches()
        && !lines.get(at + 1).contains("* @")
        && lines.get(at + 2).strip().equals("*/")
        && lines.get(at + 1).length() + 6 <= WIDTH;
  }

  private boolean isBetweenFields(int at) {
    return at > 0
        && at + 1 < lines.size()
        && isField(lines.get(at - 1))
        && isField(lines.get(at + 1));
  }

  private static boolean isField(String line) {
    return FIELD.matcher(line).matches() || MUTABLE_FIELD.matcher(line).matches();
  }

  private void takeInterface(String line) {
    int permits = line.indexOf(" permits ");
    tidied.add(line.substring(0, permits));
    StringBuilder rest = new StringBuilder("    permits");
    for (String word : line.substring(permits + " permits ".length()).split(" ", -1)) {
      if (rest.length() + word.length() + 1 > WIDTH) {
        tidied.add(rest.toString());
        rest.setLength(0);
        rest.append("       ");
      }
      rest.append(' ').append(word);
    }
    tidied.add(rest.toString());
  }

  /** One component on each line, unless all of them fit on one. */
  private int takeRecord(int at, String first) {
    StringBuilder header = new StringBuilder(first);
    int next = at + 1;
    while (!header.toString().endsWith("{") && next < lines.size()) {
      header.append(' ').append(lines.get(next++).strip());
    }
    String line = header.toString();
    String empty = next < lines.size() && lines.get(next).strip().equals("}") ? "}" : "";
    Matcher record = RECORD.matcher(line);
    if (line.length() <= WIDTH || !record.matches()) {
      tidied.add(line + empty);
    } else {
      String indent = " ".repeat(line.length() - line.stripLeading().length() + 4);
      tidied.add(record.group(1));
      tidied.add(indent
          + String.join(",\n" + indent, components(record.group(2)))
          + record.group(3)
          + empty);
    }
    return empty.isEmpty() ? next : next + 1;
  }

  /** Commas within angle brackets belong to a type. */
  private static List<String> components(String all) {
    List<String> components = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < all.length(); i++) {
      char c = all.charAt(i);
      depth += c == '<' ? 1 : c == '>' ? -1 : 0;
      if (c == ',' && depth == 0) {
        components.add(all.substring(start, i).strip());
        start = i + 1;
      }
    }
    components.add(all.substring(start).strip());
    return components;
  }
}
