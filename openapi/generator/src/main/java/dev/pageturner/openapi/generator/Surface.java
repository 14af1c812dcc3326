package dev.pageturner.openapi.generator;

import dev.pageturner.openapi.emit.client.ClientOutline;
import dev.pageturner.openapi.sources.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * What users of a client see of it, in one line for each operation and type, so that a later one
 * can be compared with it.
 */
final class Surface {
  private static final Pattern PUBLIC = Pattern.compile("public [^{;]*");

  private final Map<String, String> lines;

  private Surface(Map<String, String> lines) {
    this.lines = lines;
  }

  /** {@return the surface of a client} */
  static Surface of(ClientOutline client, List<SourceFile> files) {
    Map<String, String> lines = new TreeMap<>();
    for (ClientOutline.Method method : client.methods()) {
      String key = "operation " + method.operation() + " `" + method.accessor() + "()."
          + method.name() + "`";
      lines.put(key, signature(method));
    }
    for (SourceFile file : files) {
      String name = file.path().replaceFirst(".*/", "").replaceFirst("\\.java$", "");
      if (!client.calling().contains(name)) {
        lines.put("type `" + name + "`", sum(declarations(file.text())));
      }
    }
    return new Surface(lines);
  }

  private static String signature(ClientOutline.Method method) {
    String required = method.required().stream()
        .map(value -> value.type() + " " + value.name())
        .collect(Collectors.joining(", "));
    return sum(method.returns() + "(" + required + ")" + method.options() + method.pages());
  }

  /** {@return what is public in a source: how it does its work is no change to those who use it} */
  private static String declarations(String source) {
    return PUBLIC
        .matcher(source.replaceAll("(?s)/\\*\\*.*?\\*/", ""))
        .results()
        .map(found -> found.group().replaceAll("\\s+", " "))
        .collect(Collectors.joining("\n"));
  }

  private static String sum(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue());
  }

  /** {@return a surface as it was written by {@link #text}} */
  static Surface read(String text) {
    Map<String, String> lines = new TreeMap<>();
    text.lines().forEach(line -> {
      int gap = line.indexOf(' ');
      if (gap > 0) {
        lines.put(line.substring(gap + 1), line.substring(0, gap));
      }
    });
    return new Surface(lines);
  }

  /** {@return the surface as text, a line for each of its parts} */
  String text() {
    StringBuilder text = new StringBuilder();
    lines.forEach((key, value) -> text.append(value).append(' ').append(key).append('\n'));
    return text.toString();
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** {@return what is different from an earlier one, in Markdown; empty if nothing is} */
  String since(Surface earlier) {
    List<String> added = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    lines.forEach((key, value) -> {
      String before = earlier.lines.get(key);
      if (before == null) {
        added.add(key);
      } else if (!before.equals(value)) {
        changed.add(key);
      }
    });
    earlier.lines.keySet().stream().filter(key -> !lines.containsKey(key)).forEach(removed::add);
    return section("Added", added) + section("Changed", changed) + section("Removed", removed);
  }

  private static String section(String name, List<String> keys) {
    return keys.isEmpty()
        ? ""
        : "\n### " + name + "\n\n"
            + keys.stream().map(key -> "- " + key + "\n").collect(Collectors.joining());
  }
}
