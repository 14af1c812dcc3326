package dev.pageturner.openapi.cli.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A page with its style and script in it, light or dark as the reader's system is. It asks for
 * nothing from anywhere, and its own policy forbids it to.
 */
public final class HtmlPage {
  private HtmlPage() {}

  /**
   * {@return the page}
   *
   * @param title the title, as plain text
   * @param name what style and script are called: {@code NAME.css} and {@code NAME.js}, beside
   *     {@code page.css}
   * @param body the content, as HTML
   */
  public static String of(String title, String name, String body) {
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
        style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
        <title>%s</title>
        <style>
        %s%s</style>
        </head>
        <body>
        %s
        <script>
        %s</script>
        </body>
        </html>
        """.formatted(
            escaped(title),
            resource("page.css"),
            resource(name + ".css"),
            body,
            resource(name + ".js"));
  }

  /** {@return plain text as HTML, also between double quotes} */
  public static String escaped(String text) {
    StringBuilder html = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(c < ' ' && c != '\n' && c != '\t' ? '\ufffd' : c);
      }
    }
    return html.toString();
  }

  private static String resource(String name) {
    try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
