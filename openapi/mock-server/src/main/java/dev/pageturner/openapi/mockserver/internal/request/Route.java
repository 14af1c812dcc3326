package dev.pageturner.openapi.mockserver.internal.request;

import dev.pageturner.openapi.model.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** The paths of one operation: {@code /users/{user_id}}, perhaps with a fixed query. */
public final class Route {
  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)\\}");

  private final Operation operation;
  private final Pattern pattern;
  private final List<String> variables = new ArrayList<>();
  private final Map<String, String> query = new LinkedHashMap<>();
  private final String template;
  private final int literals;

  Route(Operation operation) {
    this.operation = operation;
    String[] halves = operation.path().split("[?#]", 2);
    this.template = halves[0];
    if (halves.length == 2) {
      fix(halves[1]);
    }
    StringBuilder regex = new StringBuilder();
    Matcher variable = VARIABLE.matcher(template);
    int from = 0;
    while (variable.find()) {
      regex.append(Pattern.quote(template.substring(from, variable.start()))).append("([^/]+)");
      variables.add(variable.group(1));
      from = variable.end();
    }
    regex.append(Pattern.quote(template.substring(from)));
    this.pattern = Pattern.compile(regex.toString());
    this.literals = VARIABLE.matcher(template).replaceAll("").length() + 1000 * query.size();
  }

  /** Whether it follows a question mark or a hash, it tells operations of one path apart. */
  private void fix(String written) {
    for (String pair : written.split("[&#?]", -1)) {
      String[] sides = pair.split("=", 2);
      boolean declared = operation.parameters().stream()
          .anyMatch(one -> one.in().equals("query") && one.name().equals(sides[0]));
      if (sides.length == 2 || declared) {
        query.put(sides[0], sides.length == 2 ? sides[1] : "");
      }
    }
  }

  private static boolean isAsked(String name, String value, HttpUrl url) {
    return value.isEmpty()
        ? url.queryParameterNames().contains(name)
        : value.equals(url.queryParameter(name));
  }

  public Operation operation() {
    return operation;
  }

  /** {@return the parameters of the query that tell it from other operations of its path} */
  public Set<String> fixed() {
    return query.keySet();
  }

  /** {@return the path as written, without query and fragment} */
  public String template() {
    return template;
  }

  /** {@return how much of it is fixed: of several matching paths the most fixed one counts} */
  int literals() {
    return literals;
  }

  List<String> variables() {
    return variables;
  }

  /** {@return the values of the path's variables if it matches} */
  Optional<Map<String, String>> match(String path, HttpUrl url) {
    Matcher matcher = pattern.matcher(path);
    boolean asked =
        query.entrySet().stream().allMatch(entry -> isAsked(entry.getKey(), entry.getValue(), url));
    if (!asked || !matcher.matches()) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < variables.size(); i++) {
      values.put(variables.get(i), Percent.decode(matcher.group(i + 1)));
    }
    return Optional.of(values);
  }
}
