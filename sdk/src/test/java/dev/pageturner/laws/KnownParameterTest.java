package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.Pagination;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Where the caller knows the parameter of a position, only where positions come from is guessed.
 */
class KnownParameterTest {
  private static final Pagination BY_START_CURSOR =
      new Pagination.Builder().carrier(Carrier.query("start_cursor")).build();

  private final FakeApi api = new FakeApi()
      .on("/names", "{'items': ['a', 'b'], 'next_cursor': 'x2'}")
      .on("/names?start_cursor=x2", "{'items': ['c'], 'next_cursor': null}")
      .on("/links", "{'items': ['a'], 'next': '/links?part=2'}")
      .on("/links?part=2", "{'items': ['b'], 'next': null}")
      .on("/orders", "{'items': ['a', 'b'], 'next_cursor': 'o2', 'complete': true}")
      .on("/orders?start_cursor=o2", "{'items': ['c'], 'next_cursor': null, 'complete': true}")
      .on("/visits?offset=0", "{'items': ['a', 'b'], 'next_cursor': 'v2', 'total': 2}")
      .on("/visits?offset=0&start_cursor=v2", "{'items': ['c'], 'next_cursor': null, 'total': 1}");

  private final ApiClient client = api.client().build();

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void aRecognisedCursorGoesBackInTheParameterThatIsKnown() {
    assertThat(client.list("/names", String.class, BY_START_CURSOR)).containsExactly("a", "b", "c");
  }

  @Test
  void aRecognisedUrlIsFollowedAllTheSame() {
    assertThat(client.list("/links", String.class, BY_START_CURSOR)).containsExactly("a", "b");
  }

  @Test
  void aFlagOfAnotherThingEndsNoListThatHasANextPosition() {
    assertThat(client.list("/orders", String.class, BY_START_CURSOR))
        .containsExactly("a", "b", "c");
  }

  @Test
  void aTotalOfThisPageEndsNoListThatHasANextPosition() {
    assertThat(client.list("/visits?offset=0", String.class, BY_START_CURSOR))
        .containsExactly("a", "b", "c");
  }
}
