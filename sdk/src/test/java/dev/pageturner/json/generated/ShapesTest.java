package dev.pageturner.json.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapesTest {
  private static final Shapes SHAPES = Shapes.builder()
      .shape()
      .required("id")
      .optional("name")
      .shape()
      .required("id")
      .optional("name", "color", "size")
      .shape()
      .fixed("type", "card")
      .optional("type", "last4")
      .shape()
      .fixed("type", "bank")
      .optional("type", "iban")
      .build();

  private static JsonReader reader(String json) {
    return JsonReader.of(new Buffer().writeUtf8(json.replace('\'', '"')));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {'id':1}                            | 0
      {'id':1,'name':'x'}                 | 0
      {'id':1,'color':'red'}              | 1
      {'new':1,'id':2,'size':{'a':[1]}}   | 1
      {'name':'x'}                        | -1
      {'type':'card'}                     | 2
      {'last4':'1','type':'bank'}         | 3
      {'type':'cash'}                     | -1
      {'last4':'1'}                       | 2
      {'type':null,'iban':'x'}            | -1
      {'new':1}                           | -1
      {}                                  | 2
      """)
  void anObjectIsOfTheShapeThatFits(String json, int index) throws IOException {
    assertThat(SHAPES.find(reader(json))).isEqualTo(index);
  }

  @Test
  void lookingConsumesNothing() throws IOException {
    JsonReader reader = reader("{'id':1}");

    SHAPES.find(reader);

    assertThat(reader.nextSource().readUtf8()).isEqualTo("{'id':1}".replace("'", "\""));
  }

  @Test
  void aMemberNeedsAShape() {
    assertThatThrownBy(() -> Shapes.builder().required("id"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no shape() yet");
  }
}
