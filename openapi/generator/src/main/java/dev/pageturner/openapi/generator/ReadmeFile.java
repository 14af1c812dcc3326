package dev.pageturner.openapi.generator;

import com.palantir.javapoet.TypeName;
import dev.pageturner.openapi.emit.client.ClientOutline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The readme of a project: how to install the client and say who asks, one example for each tag,
 * and how each list pages.
 */
final class ReadmeFile {
  private final Coordinates coordinates;
  private final ClientOutline client;
  private final StringBuilder text = new StringBuilder();

  ReadmeFile(Coordinates coordinates, ClientOutline client) {
    this.coordinates = coordinates;
    this.client = client;
  }

  String text() {
    String title = line(client.title().isBlank() ? coordinates.artifactId() : client.title());
    text.append("# ").append(title).append(" client\n\nA Java client of ").append(title);
    text.append(
            ", for Java 17 and later. Lists are lazy sequences that fetch their pages as they are")
        .append(" reached.\n");
    install();
    start();
    examples();
    lists();
    text.append("""

        ## For one call

        ```java
        client.%s()
            .with(request -> request.timeout(Duration.ofSeconds(5)).header("X-Trace", "t1"))
            // ... as without it
        ```

        Every method has a form that ends in `Response` and gives back status and headers, too, and
        every list one that ends in `Page` and fetches a single page as the server sends it.
        """.formatted(
            client.methods().isEmpty() ? "api" : client.methods().get(0).accessor()));
    return text.toString();
  }

  private void install() {
    text.append(
        """

        ## Install

        ```xml
        <dependency>
          <groupId>%s</groupId>
          <artifactId>%s</artifactId>
          <version>%s</version>
        </dependency>
        ```
        """.formatted(coordinates.groupId(), coordinates.artifactId(), coordinates.version()));
  }

  private void start() {
    String name = client.client().simpleName();
    String builder = client.baseUrlIsKnown() ? "newBuilder()" : "newBuilder(\"https://...\")";
    String who =
        client.credentials().stream().findFirst().map(call -> "\n    ." + call).orElse("");
    text.append("""

        ## Start

        ```java
        %s client = %s.%s%s
            .build();
        ```
        """.formatted(name, name, builder, who));
    if (client.credentials().size() > 1) {
      text.append("\nWho asks can be said in other ways, too: ")
          .append(client.credentials().stream()
              .skip(1)
              .map(call -> "`" + call + "`")
              .collect(Collectors.joining(", ")))
          .append(".\n");
    }
  }

  private void examples() {
    Map<String, ClientOutline.Method> first = new LinkedHashMap<>();
    for (ClientOutline.Method method : client.methods()) {
      // A list says more than anything else.
      ClientOutline.Method known = first.get(method.group());
      if (known == null || (known.pages().isEmpty() && method.pages().isPresent())) {
        first.put(method.group(), method);
      }
    }
    text.append("\n## Examples\n");
    first.forEach((group, method) -> text.append("\n")
        .append(line(group))
        .append(":\n\n```java\n")
        .append(example(method))
        .append("\n```\n"));
  }

  private static String example(ClientOutline.Method method) {
    String arguments =
        method.required().stream().map(ClientOutline.Value::name).collect(Collectors.joining(", "));
    String call = "client." + method.accessor() + "()." + method.name() + "(" + arguments + ")";
    if (method.pages().isPresent()) {
      String item = simple(method.returns()).replaceFirst("^\\w+<(.*)>$", "$1");
      return "for (" + item + " each : " + call + ") {\n  ...\n}";
    }
    return method.returns().equals(TypeName.VOID)
        ? call + ";"
        : simple(method.returns()) + " answer = " + call + ";";
  }

  /** {@return a type without packages and annotations} */
  static String simple(TypeName type) {
    return type.toString().replaceAll("@[\\w.]+ ", "").replaceAll("\\b[a-z_][\\w]*\\.", "");
  }

  private void lists() {
    List<ClientOutline.Method> lists =
        client.methods().stream().filter(method -> method.pages().isPresent()).toList();
    if (lists.isEmpty()) {
      return;
    }
    text.append("\n## Lists\n\n| call | operation | how it pages |\n|---|---|---|\n");
    for (ClientOutline.Method list : lists) {
      text.append("| `")
          .append(list.accessor())
          .append("().")
          .append(list.name())
          .append("` | `")
          .append(line(list.operation()))
          .append("` | ")
          .append(pages(list))
          .append(" |\n");
    }
    text.append("""

        The page parameters are no options of a list, as it pages by itself: `pageSize(50)` asks for
        pages of 50 items, `startFrom(checkpoint)` goes on where an earlier run ended, and `pages()`
        gives the pages rather than their items.
        """);
  }

  private static String pages(ClientOutline.Method list) {
    String code = list.pages().orElse("").replaceAll("\\{@code ([^{}]*)}", "`$1`");
    return line(code.replaceAll("</?code>", "`"));
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ").replace("|", "\\|").replace("<", "&lt;").strip();
  }
}
