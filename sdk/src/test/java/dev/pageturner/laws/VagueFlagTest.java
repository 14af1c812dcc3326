package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A flag of one vague word that stands on every page, beside where the next page is. */
class VagueFlagTest {
  static Stream<Arguments> flagsBesidePositions() {
    return Stream.of(
            "'more': false",
            "'truncated': false",
            "'additional': false",
            "'last': true",
            "'final': true",
            "'exhausted': true",
            "'done': true",
            "'complete': true",
            "'finished': true",
            "'partial': false")
        .flatMap(flag -> Stream.of("'next_cursor': 'c2'", "'next_url': '/a?next_cursor=c2'")
            .map(next -> Arguments.of(flag, next)));
  }

  @ParameterizedTest
  @MethodSource("flagsBesidePositions")
  void endsNoListThatHasANextPosition(String flag, String next) {
    FakeApi api = new FakeApi()
        .on("/a", "{'items': ['a', 'b'], " + next + ", " + flag + "}")
        .on("/a?next_cursor=c2", "{'items': ['c'], " + flag + "}")
        .on("/a?cursor=c2", "{'items': ['c'], " + flag + "}");

    try (ApiClient client = api.client().build()) {
      assertThat(client.list("/a", String.class)).containsExactly("a", "b", "c");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"more", "truncated"})
  void endsNoListWhereItAgreedOnThePageBefore(String flag) {
    FakeApi api = new FakeApi()
        .on("/a", "{'items': ['a'], 'next_cursor': 'c2', '" + flag + "': true}")
        .on("/a?cursor=c2", "{'items': ['b'], 'next_cursor': 'c3', '" + flag + "': false}")
        .on("/a?cursor=c3", "{'items': ['c'], 'next_cursor': null, '" + flag + "': false}");

    try (ApiClient client = api.client().build()) {
      assertThat(client.list("/a", String.class)).containsExactly("a", "b", "c");
    }
  }
}
