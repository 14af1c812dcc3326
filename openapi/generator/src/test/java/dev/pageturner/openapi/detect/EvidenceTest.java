package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.parse.OpenApiReader;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What speaks for a list is told in words, and each of it makes the finding surer. */
class EvidenceTest {
  @Test
  void eachWitnessIsToldAndWeighed() throws Exception {
    Path document = Path.of(
        Objects.requireNonNull(EvidenceTest.class.getResource("/evidence.yaml")).toURI());

    assertThat(PaginationDetector.detect(OpenApiReader.read(document)).stream()
            .map(EvidenceTest::inShort))
        .containsExactly("""
        /key | 0.990 | query parameter starting_after; the items are at $.data; it stands beside limit; the response says whether more follow; the number of items or pages is at $.total; its description speaks of an id; its name says so; the page size is asked for by limit
        /key-of-item | 0.880 | query parameter cursor; the items are at $.data; it stands beside limit; the items have a field of its name; the page size is asked for by limit
        /key-alone | 0.680 | query parameter after; the items are at $.data; it stands beside limit; the page size is asked for by limit
        /key-with-flag | 0.750 | query parameter after; the items are at $.data; the response says whether more follow
        /key-with-guess | 0.750 | query parameter after; the items are at $.data; the response may say whether more follow
        /key-by-name | 0.730 | query parameter since_id; the items are at $.data; it stands beside limit; its name says so; the page size is asked for by limit
        /key-by-longer-name | 0.730 | query parameter after_id; the items are at $.data; it stands beside limit; its name says so; the page size is asked for by limit
        /counter | 0.940 | query parameter page; the items are at $.data; the response may say whether more follow; the answer repeats it at $.page; its name and type say so; its description says so
        /counter-echoed | 0.700 | query parameter pageIndex; the items are at $.data; the number of items or pages is at $.total; the answer repeats it at $.pageIndex
        /counter-echoed-as-current | 0.700 | query parameter pageIndex; the items are at $.data; the number of items or pages is at $.total; the answer repeats it at $.current_page_index
        /counter-not-echoed | 0.600 | query parameter pageIndex; the items are at $.data; the number of items or pages is at $.total
        /counter-with-guess | 0.600 | query parameter pageIndex; the items are at $.data; the response may say whether more follow
        /counter-told | 0.600 | query parameter startIndex; the items are at $.data; its description says so
        /counter-of-all | 0.940 | query parameter pageIndex; the items are at $.data; it stands beside the page size limit; the number of items or pages is at $.total_pages; the page size is asked for by limit
        /counter-of-what | 0.750 | query parameter page; it stands beside the page size limit; its name and type say so; the page size is asked for by limit
        /number | 0.950 | query parameter page; the items are at $.data; the next position is at $.next_page
        /pair | 0.970 | query parameter cursor; the next position is at $.next_cursor; the items are at $.data
        /pair-by-role | 0.955 | query parameter after; the next position is at $.next_token; the items are at $.data
        /pair-of-what | 0.620 | query parameter cursor; the next position is at $.next_cursor; no items are described
        /search | 0.965 | body field after; the next position is at $.next_token; the items are at $.data; the page size is asked for by limit
        /header | 0.955 | query parameter cursor; the next position is at header:X-Next-Cursor; the items are at $
        /url | 0.960 | the next position is at $.next_url; the items are at $.data
        /url-told | 0.970 | the next position is at $.next_url; the items are at $.data
        /url-perhaps | 0.800 | the next position is at $.next; the items are at $.data; the page size is asked for by limit
        /url-in-map | 0.970 | prose says that the next link is to be followed; the next position is at $.links.next; the items are at $.data
        /url-in-array | 0.970 | the next position is at $.links[?rel=next].href; the items are at $.data
        /link | 0.940 | the next position is at header:Link; the items are at $; the response declares a Link header; the page size is asked for by limit
        /link-told | 0.930 | the next position is at header:Link; the items are at $; query parameter cursor takes the cursor of that link; the prose names the Link header
        /link-elsewhere | 0.900 | the next position is at header:Link; the items are at $; query parameter cursor takes the cursor of that link; elsewhere the API names the Link header
        /open | 0.650 | query parameter cursor; the items are at $.data; where the next position is isn't said: it is recognised at run time; the page size is asked for by limit
        /stated | 0.990 | x-fern-pagination says so; query parameter q; the items are at $.data; the next position is at $.at
        """.split("\n"));
  }

  private static String inShort(Detection detection) {
    DetectedPagination best = detection.best().orElseThrow();
    return String.join(
        " | ",
        detection.operation().path(),
        String.format(Locale.ROOT, "%.3f", best.confidence()),
        String.join("; ", best.evidence()));
  }
}
