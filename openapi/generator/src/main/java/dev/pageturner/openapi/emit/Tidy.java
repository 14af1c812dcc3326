package dev.pageturner.openapi.emit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Layout that JavaPoet does not do: short comments in one line, fields without gaps. */
final class Tidy {
  private static final int WIDTH = 100;
  private static final Pattern SHORT_COMMENT =
      Pattern.compile("(?m)^( *)/\\*\\*\\n *\\* (.+)\\n *\\*/$");
  private static final Pattern EMPTY_BODY = Pattern.compile("(?m)^( *[^ *].*\\)) \\{\\n *}$");

  /** A line of a comment never begins so: it begins with an asterisk. */
  private static final Pattern FIELD_GAP = Pattern.compile(
      "(?m)^( +(?:private |final |static )*[\\w@<][^\\n=(){}]*;)\\n\\n(?= +(?:private |final |static |@Nullable )*[A-Z][^\\n=(){}]*;$)");

  private Tidy() {}

  static String text(String source) {
    Matcher comment = SHORT_COMMENT.matcher(source);
    String shorter = comment.replaceAll(found -> Matcher.quoteReplacement(
        found.group(1).length() + found.group(2).length() + 8 <= WIDTH
            ? found.group(1) + "/** " + found.group(2) + " */"
            : found.group()));
    String bodies = EMPTY_BODY.matcher(shorter).replaceAll("$1 {}");
    return FIELD_GAP.matcher(bodies).replaceAll("$1\n");
  }
}
