package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      next_page_token  | next page token  | nextpagetoken
      nextPageToken    | next page token  | nextpagetoken
      Next-Page-Token  | next page token  | nextpagetoken
      @odata.nextLink  | odata next link  | odatanextlink
      URLOfNext2Pages  | url of next2 pages | urlofnext2page
      categories       | categories       | category
      ties             | ties             | tie
      boxes            | boxes            | box
      addresses        | addresses        | address
      address          | address          | address
      wishes           | wishes           | wish
      batches          | batches          | batch
      prizes           | prizes           | priz
      s                | s                | ''
      item             | item             | item
      """)
  void aNameIsOneInAnySpelling(String text, String words, String singular) {
    Name name = Name.of(text);

    assertThat(String.join(" ", name.words())).isEqualTo(words);
    assertThat(name.joined()).isEqualTo(words.replace(" ", ""));
    assertThat(name.singular()).isEqualTo(singular);
  }
}
