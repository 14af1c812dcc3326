package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A recognised total that is as large as a full first page is shown to be one by the next page. */
class TotalOfThisPageTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
          /a?limit=2&offset=%d | {'items':[%s],'total':%d}
          /a?limit=2&offset=%d | {'items':[%s],'total_count':%d}
          /a?offset=%d         | {'items':[%s],'limit':2,'total':%d}
          /a?offset=%d         | {'items':[%s],'meta':{'per_page':2,'total':%d}}
          """)
  void endsNoList(String url, String body) {
    FakeApi api = new FakeApi()
        .on(url.formatted(0), body.formatted("'a','b'", 2))
        .on(url.formatted(2), body.formatted("'c','d'", 2))
        .on(url.formatted(4), body.formatted("'e'", 1))
        .on(url.formatted(5), body.formatted("", 0));

    try (ApiClient client = api.client().build()) {
      assertThat(client.list(url.formatted(0), String.class))
          .containsExactly("a", "b", "c", "d", "e");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
          a total of all     | {'items':['a','b'],'total':2} | {'items':[],'total':2}
          a total of no page | {'items':['a','b'],'total':2} | {'items':[],'total':0}
          """)
  void aListOfExactlyOneFullPageIsAskedForOneMore(String name, String first, String last) {
    FakeApi api = new FakeApi().on("/a?limit=2&offset=0", first).on("/a?limit=2&offset=2", last);

    try (ApiClient client = api.client().build()) {
      assertThat(client.list("/a?limit=2&offset=0", String.class)).containsExactly("a", "b");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
          a page that is not full | /a?offset=0&limit=5 | {'items':['a','b'],'total':2}
          a page of unknown size  | /a?offset=0         | {'items':['a','b'],'total':2}
          """)
  void elseATotalSavesTheRequest(String name, String url, String only) {
    FakeApi api = new FakeApi().on(url, only);

    try (ApiClient client = api.client().build()) {
      assertThat(client.list(url, String.class)).containsExactly("a", "b");
    }
  }
}
