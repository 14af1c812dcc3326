package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProseTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      A limit, between 1 and 100, default 10.               | 100
      Page size (max 1,000)                                 | 1000
      The maximum number of items to return is 250.         | 250
      Maximum value: 50                                     | 50
      Up to 500 per page                                    | 500
      Number of results, 1-200                              | 200
      How many to return. Default 25                        | -
      -                                                     | -
      """)
  void theLargestPageSizeIsReadFromProse(String text, Long maximum) {
    assertThat(Prose.maximum(text == null ? "" : text).orElse(null)).isEqualTo(maximum);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      Zero-based page index (0..N)      | 0
      The page, 0-indexed               | 0
      The 1-based index of the first    | 1
      Page number, starting with 1      | 1
      Page number starts from 0         | 0
      Page number                       | -
      """)
  void whereCountingStartsIsReadFromProse(String text, Long base) {
    assertThat(Prose.base(text).orElse(null)).isEqualTo(base);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', textBlock = """
      See the `Link` response header                        | true
      Headers of the response hold a Link to the next page  | true
      <https://example.com>; rel="next"                     | true
      A link to the item                                    | false
      The header of the table. Link two tables.             | false
      """)
  void linkHeadersAreToldFromLinks(String text, boolean expected) {
    assertThat(Prose.isAboutLinkHeaders(text)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
      isAboutTime          | Created after this timestamp             | The cursor of the next page
      isAboutCursors       | The cursor of the next page              | Created after this timestamp
      isAboutTokens        | An opaque token                          | Number of the page
      isOfOtherUnit        | Offset in bytes                          | How many bytes per page to give
      isOfOtherPages       | The name of the page                     | Number of the page
      isAskingForCount     | How many to return                       | The page to return
      isTakingCursor       | The value of the next page               | The value of a thing
      isTakingLastItem     | The id of the last item received         | The id of an item
      isPageNumber         | The page number                          | The page number of the page in the document
      isNumberToSkip       | How many records to skip                 | How many records to give
      isSkippingKinds      | Types of records                         | Number of records
      isGivingNext         | The URL of the next page                 | The URL of the thing
      isTotal              | The total number of things               | The total amount of money, a sum
      isWarning            | Deprecated                               | Recommended
      isFollowingNextLink  | Follow the next link                     | The next link
      isRelationNext       | The link with relation next              | The relation of two links
      isAboutMore          | Whether more pages follow                | Whether it is done
      isOfThisPage         | The items in this page                   | The items in all
      isOfMoney            | The amount to pay                        | The number of things
      isOfOtherNext        | The next step                            | The next page
      isAboutIds           | The id of a thing                        | The name of a thing
      isAboutNames         | In alphabetical order                    | In order of ids
      isAboutUrls          | A link to the thing                      | A cursor
      isAboutLinkHeaders   | See the Link header                      | See the header of the table
      isAboutSkipping      | Index of the first item                  | Number of the page
      isAboutPages         | Number of the page                       | Index of the first item
      isAboutTotals        | Things that match                        | Things in the basket
      """)
  void eachTextIsAboutOneThing(String what, String text, String other) throws Exception {
    Method is = Prose.class.getDeclaredMethod(what, String.class);

    assertThat(is.invoke(null, text)).as(text).isEqualTo(true);
    assertThat(is.invoke(null, other)).as(other).isEqualTo(false);
  }

  @ParameterizedTest(name = "{0} of {2}: {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
      isTaking       | The `at` of the answer before                            | at          | true
      isTaking       | The next_at of the answer before                         | next_at     | true
      isTaking       | The at of the answer before                              | at          | false
      isTaking       | The `at` of a thing                                      | at          | false
      isTaking       | The `at` of a thing. Not that of the answer before.      | at          | false
      isTakingItsOwn | What the previous call gave as at                        | at          | true
      isTakingItsOwn | What the previous call gave                              | at          | false
      isTakingItsOwn | What is called at                                        | at          | false
      isSentAs       | Send it as `at` to get the next page                     | at          | true
      isSentAs       | Send it as at to get the next page                       | at          | true
      isSentAs       | Send it as `at`                                          | at          | false
      isSentAs       | Send it as `on` to get the next page                     | at          | false
      isToBeSent     | Send the last one's id as `at`                           | at          | true
      isToBeSent     | Set the at parameter to the last one's id                | at          | true
      isToBeSent     | The last one's id is `at`                                | at          | false
      isToBeSent     | Send the last one's id                                   | at          | false
      """)
  void aNameIsMeantWhereItIsMarkedAsOne(String what, String text, String name, boolean expected)
      throws Exception {
    Method is = Prose.class.getDeclaredMethod(what, String.class, String.class);

    assertThat(is.invoke(null, text, name)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} names {1}: {2}")
  @CsvSource(delimiter = '|', textBlock = """
      All gnomes of the wood   | gnomes     | true
      All wood-gnomes here     | woodGnomes | true
      All gnomes               | gnome      | false
      All gnomes               | ''         | false
      """)
  void aTextNamesWhatItHasTheWordsOf(String text, String name, boolean expected) {
    assertThat(Prose.names(text, Name.of(name))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      The X-Next-Cursor header of the answer  | X-Next-Cursor
      The X-Next-Cursor of the answer         | -
      The header of the answer                | -
      """)
  void theHeaderOfACursorIsReadFromProse(String text, String header) {
    assertThat(Prose.cursorHeader(text).orElse(null)).isEqualTo(header);
  }
}
