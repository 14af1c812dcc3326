package dev.pageturner.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.pagination.EndRule;
import dev.pageturner.pagination.JsonPath;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.Position;
import java.util.Map;
import java.util.Set;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Cursors that stay the same while the server moves on, such as scroll ids. */
class ConstantCursorTest {
  private static final HttpUrl URL = HttpUrl.get("http://h/_search");

  private static @Nullable Position after(Pagination pagination, String signal, long count) {
    ApiCall call = new ApiCall("GET", URL, Headers.of(), null, false, null, null, Set.of());
    PageRequests requests = new PageRequests(call, Set.of(), Set.of(), Set.of());
    PageFacts facts = new PageFacts(
        pagination,
        pagination.items(),
        Position.cursor("abc"),
        URL,
        Headers.of(),
        Map.of(JsonPath.of("$.next"), signal),
        null,
        count,
        2,
        0);
    return NextPosition.after(facts, requests) instanceof NextStep.To to ? to.position() : null;
  }

  @Test
  void theSameCursorIsFollowedUntilAPageIsEmpty() {
    Pagination scroll =
        Pagination.cursor("$.next", "scroll_id").items("$.hits").endRule(EndRule.CONSTANT_CURSOR);
    assertThat(scroll.mayRepeatCursor()).isTrue();
    assertThat(after(scroll, "\"abc\"", 2)).isEqualTo(Position.cursor("abc"));
    assertThat(after(scroll, "\"abc\"", 0)).isNull();
    assertThat(after(scroll, "null", 2)).isNull();
  }

  @Test
  void theSameLinkIsFollowedUntilAPageIsEmpty() {
    Pagination scroll =
        Pagination.nextUrl("$.next").items("$.hits").endRule(EndRule.CONSTANT_CURSOR);
    assertThat(after(scroll, "\"/_search\"", 2)).isEqualTo(Position.url(URL.toString()));
    assertThat(after(scroll, "\"/_search\"", 0)).isNull();
  }
}
