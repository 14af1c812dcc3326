package dev.pageturner.internal.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageMarkTest {
  @ParameterizedTest(name = "{0} then {1}: {2}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      # first page                             | second page                                | again
      {'d':[{'id':1},{'id':2}]}                | {'d':[{'id':1},{'id':2}]}                  | true
      {'d':[{'id':1,'t':5},{'id':2,'t':5}]}    | {'d':[{'id':1,'t':6},{'id':2,'t':6}]}      | true
      {'d':[{'id':1},{'id':2}],'next':'a'}     | {'d':[{'id':1},{'id':2}],'next':'b'}       | true
      {'d':[{'id':1},{'id':2}]}                | {'d':[{'id':3},{'id':4}]}                  | false
      {'d':[{'id':1},{'id':2},{'id':3}]}       | {'d':[{'id':9},{'id':1},{'id':2}]}         | true
      {'d':[{'id':1},{'id':2},{'id':3}]}       | {'d':[{'id':3},{'id':4},{'id':5}]}         | false
      {'d':[{'id':1},{'id':2}]}                | {'d':[]}                                   | false
      {'d':[]}                                 | {'d':[{'id':1}]}                           | false
      {'d':['a','b']}                          | {'d':['a','b']}                            | true
      {'d':['a','b']}                          | {'d':['c','d']}                            | false
      {'d':[{'n':1}]}                          | {'d':[{'n':1}]}                            | true
      {'d':[{'n':1}]}                          | {'d':[{'n':2}]}                            | false
      {'d':[{'type':'a','id':1}]}              | {'d':[{'type':'b','id':1}]}                | false
      {'d':[{'id':null,'n':1}]}                | {'d':[{'id':null,'n':2}]}                  | false
      {'page':1,'d':[{'id':1},{'id':2},{'id':3}]} | {'page':1,'d':[{'id':8},{'id':9},{'id':1}]} | true
      {'page':1,'d':[{'id':1},{'id':2},{'id':3}]} | {'page':2,'d':[{'id':3},{'id':4},{'id':5}]} | false
      {'page':1,'d':[{'id':1}]}                | {'page':1,'d':[{'id':2}]}                  | false
      """)
  void tellsThatTheFirstPageCameAgain(String first, String second, boolean again) {
    assertThat(mark(second).repeats(mark(first))).isEqualTo(again);
  }

  private static PageMark mark(String page) {
    byte[] json = page.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    try {
      Outline outline = Outline.of(json, 0, json.length, false);
      Outline.Array items = outline.arrays().get(0);
      return PageMark.of(outline, items.elements(), items.count());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
