package dev.pageturner.internal.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.position.Evidence;
import dev.pageturner.position.Evidence.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemedyTest {
  @ParameterizedTest(name = "{0} at {1}: {2}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      NEXT_LINK        | header Link                     | Pagination.linkHeader()
      NEXT_LINK        | $.links[?@.rel=='next'].href    | Pagination.nextUrl("$.links[?@.rel=='next'].href")
      NEXT_URL         | $.paging.next                   | Pagination.nextUrl("$.paging.next")
      NEXT_CURSOR      | $.meta.next_cursor              | Pagination.cursor("$.meta.next_cursor", "cursor")
      NEXT_CURSOR      | $.nextPageToken                 | Pagination.cursor("$.nextPageToken", "pageToken")
      NEXT_CURSOR      | $.nextPageStart                 | Pagination.cursor("$.nextPageStart", "start")
      NEXT_CURSOR      | header X-Next-Cursor            | Pagination.cursor(Source.header("X-Next-Cursor"), Carrier.query("cursor"))
      SOUNDS_LIKE_MORE | $.continuation_token            | Pagination.cursor("$.continuation_token", "continuation_token")
      TOTAL_ITEMS      | $.meta.total                    | .totalItems("$.meta.total")
      TOTAL_ITEMS      | header X-Total                  | .newBuilder().totalItems(Source.header("X-Total"))
      TOTAL_PAGES      | $.pages                         | Pagination.pageNumber("page", 1).totalPages("$.pages")
      PARTIAL_CONTENT  | header Content-Range            | Pagination.offset("offset", 0)
      FLAG             | $.has_more                      | .hasMore("$.has_more")
      SOUNDS_LIKE_MORE | $.complete                      |
      FULL_PAGE        | $.items                         |
      ODD_PAGE         | $                               |
      """)
  void isALineThatFollowsTheEvidence(Kind kind, String where, String line) {
    assertThat(Remedy.line(new Evidence(kind, where, "there is more")).orElse(null))
        .isEqualTo(line);
  }

  @ParameterizedTest(name = "{0} at {1}: {2}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      NEXT_LINK   | header Link        | next: Link header, rel=next; sent as: the URL itself
      NEXT_URL    | $.next             | next: URL $.next; sent as: the URL itself
      NEXT_CURSOR | $.meta.next_cursor | next: cursor $.meta.next_cursor; sent as: query cursor
      NEXT_CURSOR | header X-Next-Cursor | next: cursor header X-Next-Cursor; sent as: query cursor
      NEXT_URL    | header X-Next      | next: URL header X-Next; sent as: the URL itself
      SOUNDS_LIKE_MORE | $.continuation_token | next: cursor $.continuation_token; sent as: query continuation_token
      PARTIAL_CONTENT | header Content-Range | next: offset from 0; sent as: query offset
      TOTAL_PAGES | header X-Pages     | next: page number from 1; sent as: query page; total pages: header X-Pages
      TOTAL_PAGES | $.pages            | next: page number from 1; sent as: query page; total pages: $.pages
      """)
  void isAPaginationWhereTheEvidenceIsEnough(Kind kind, String where, String pagination) {
    assertThat(Remedy.pagination(new Evidence(kind, where, "there is more")))
        .map(Object::toString)
        .contains("Pagination[items: found in the body; " + pagination + "]");
  }
}
