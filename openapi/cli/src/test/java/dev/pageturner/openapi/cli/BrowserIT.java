package dev.pageturner.openapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserIT {
  private final Cli cli = new Cli();

  @TempDir
  private Path folder;

  private static long count(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }

  /**
   * Errors and warnings of a page are lines of its console; those of the browser itself are not.
   */
  private static void assertNoComplaint(Browser.Loaded loaded) {
    assertThat(loaded.log().lines().filter(line -> line.contains("CONSOLE"))).isEmpty();
  }

  @Test
  void whatABrowserComplainsOfWouldBeSeen() throws Exception {
    Path page = folder.resolve("bad.html");
    Files.writeString(page, "<script>no.such.thing();</script>");
    assertThat(Browser.load(page.toUri().toString(), folder).log()).contains("CONSOLE");
  }

  @Test
  void theTraceShowsARowForEachRequestAndWait() throws Exception {
    Path trace = folder.resolve("trace.html");
    boolean[] failed = {false};
    try (ItemsApi api = ItemsApi.start(50, 10)) {
      api.before = request -> {
        boolean fail = !failed[0] && request.getTarget().contains("c20");
        failed[0] |= fail;
        return fail
            ? new MockResponse.Builder().code(503).addHeader("Retry-After", "0").build()
            : null;
      };
      assertThat(cli.run("get", api.url("/items"), "--trace", trace.toString())).isZero();
    }
    Browser.Loaded loaded = Browser.load(trace.toUri().toString(), folder);
    assertNoComplaint(loaded);
    assertThat(count("<g class=\"row request\">", loaded.document())).isEqualTo(5);
    assertThat(count("<g class=\"row request failed\">", loaded.document())).isEqualTo(1);
    assertThat(count("<rect class=\"receiving\" x=\"[0-9.]+\"", loaded.document()))
        .isEqualTo(6);
    assertThat(loaded.document()).contains("page 3, retry 1").doesNotContain("NaN", "Infinity");
  }

  @Test
  void theListsOfADocumentAreFilteredByWhatIsSearched() throws Exception {
    Path page = folder.resolve("shop.html");
    cli.run("detect", DetectTest.SHOP.toString(), "--format", "html");
    Files.writeString(page, cli.out());

    Browser.Loaded all = Browser.load(page.toUri().toString(), folder);
    assertNoComplaint(all);
    long lists = count("<details class=\"operation\"", cli.out());
    assertThat(lists).isGreaterThan(5);
    assertThat(all.document()).contains("data-shown=\"" + lists + "\"");

    Browser.Loaded found = Browser.load(page.toUri() + "#starting_after%20evidence", folder);
    assertNoComplaint(found);
    assertThat(found.document())
        .contains("data-shown=\"1\"")
        .containsPattern("<details class=\"operation\" data-style=\"after-id\"[^>]* open=\"\"");
  }

  @Test
  void aReportOnListsShowsEachOfThemAndFitsANarrowScreen() throws Exception {
    Path page = folder.resolve("paging.html");
    String shop = DetectTest.SHOP.toString();
    assertThat(cli.run("check", shop, "--mock", "--format", "html", "-o", page.toString()))
        .isEqualTo(3);

    Files.writeString(
        page,
        Files.readString(page)
            .replace(
                "</body>",
                "<script>document.body.dataset.wide = document.documentElement.scrollWidth"
                    + " > innerWidth;</script></body>"));
    Browser.Loaded loaded = Browser.load(page.toUri().toString(), folder, "--window-size=500,900");
    assertNoComplaint(loaded);
    assertThat(count("<section class=\"list\"", loaded.document())).isEqualTo(12);
    assertThat(count("<a href=\"#list-", loaded.document())).isEqualTo(12);
    assertThat(loaded.document()).contains("data-wide=\"false\"", "then came twice");
  }
}
