package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.page.Page;
import dev.pageturner.page.PagedIterable;
import java.util.List;
import org.junit.jupiter.api.Test;

class MockPagesTest {
  @Test
  void literalsAreAListWithPages() {
    PagedIterable<String> names = MockPages.of(List.of("ada", "bob"), List.of(), List.of("eve"));

    assertThat(names.toList()).containsExactly("ada", "bob", "eve");
    assertThat(names.pages().map(Page::items).toList())
        .containsExactly(List.of("ada", "bob"), List.of(), List.of("eve"));
    assertThat(names.toList()).hasSize(3);
  }

  @Test
  void noPageIsAnEmptyList() {
    assertThat(MockPages.<String>of().toList()).isEmpty();
  }

  @Test
  void anyIterableIsCutIntoPages() {
    PagedIterable<Integer> numbers = MockPages.wrap(List.of(1, 2, 3, 4, 5), 2);

    assertThat(numbers.toList()).containsExactly(1, 2, 3, 4, 5);
    assertThat(numbers.pages().map(page -> page.items().size()).toList()).containsExactly(2, 2, 1);
    assertThatThrownBy(() -> MockPages.wrap(List.of(1), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aListOfLiteralsIsResumable() throws Exception {
    PagedIterable<Integer> numbers = MockPages.wrap(List.of(1, 2, 3, 4, 5), 2);
    var iterator = numbers.iterator();
    iterator.next();
    iterator.next();
    iterator.next();

    assertThat(numbers.startFrom(iterator.checkpoint()).toList()).containsExactly(4, 5);
  }
}
