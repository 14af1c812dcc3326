package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.parse.Documents;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much what is asked and what is given belong together: by name, by role, by prose. */
class PairScoreTest {
  @TempDir
  Path folder;

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(delimiter = '|', textBlock = """
      # asked (type; prose)                     | given (type; prose)                              | score
      query:cursor | next_cursor | 3.490
      query:cursor | meta.next_cursor | 3.480
      body:cursor | next_cursor | 3.485
      query:cursor | next_cursor (string, format: uri) | 0.000
      query:cursor | next_cursor (boolean) | 3.490
      query:cursor | nextThing | 0.000
      query:cursor | next | 2.990
      query:cursor | marker | 2.390
      query:cursor | colour | 0.000
      query:cursor | after | 2.390
      query:cursor | colour (string; The token of the next page) | 2.390
      query:next_token | token | 3.190
      query:marker | marker | 3.190
      query:after | after | 2.990
      query:after | next | 2.490
      query:after | cursor | 2.190
      query:after | room_cursor | 2.190
      query:after | continue | 0.000
      query:after | last_id | 2.190
      query:after | last_key | 2.190
      query:after | last_room_id | 2.190
      query:after | room_token | 2.190
      query:after | room_marker | 2.190
      query:after | last_room | 0.000
      query:after | room_id | 0.000
      query:after | colour | 0.000
      query:after | colour (string; The token of the next page) | 2.190
      query:ExclusiveStartKey | LastEvaluatedKey | 3.190
      query:ExclusiveStartKey | LastEvaluatedId | 2.390
      query:starting_token | next_token | 3.490
      query:starting_token | next_key | 2.990
      query:after | after_cursor | 2.990
      query:after | after_id | 2.990
      query:after | after_colour | 0.000
      query:room_page (integer) | next_room_page (string) | 2.990
      query:page (string) | next_page | 3.290
      query:page (string) | page | 0.000
      query:page (string; An opaque cursor) | page | 3.290
      query:page (string; An opaque cursor) | next | 2.490
      query:page (string; An opaque cursor) | next (object) | 2.490
      query:page (string; An opaque cursor) | colour | 0.000
      query:page (string) | next | 0.000
      query:page (string) | next_page (object) | 0.000
      query:page (integer) | next_page | 0.000
      query:page (integer) | next_page (integer) | 0.000
      query:page (string) | next_page (integer) | 0.000
      query:page (integer) | page (integer; The number of the next page) | 0.000
      query:page (integer) | page (integer; The value to send for the next page) | 2.990
      query:page (integer) | next (integer; The value to send for the next page) | 0.000
      query:offset (string) | next_page_offset | 2.890
      query:offset (string) | page_offset | 0.000
      query:off (string; An opaque cursor) | next_off | 0.000
      query:off (string) | next_page_off | 0.000
      query:room_mark | next_room_mark | 2.990
      query:room_mark | room_mark | 0.000
      query:room_mark | room_mark (string; The value of the next page) | 2.990
      query:next_room_mark | next_room_mark | 2.990
      query:key | next_key | 0.000
      query:keys | next_keys | 2.990
      query:room_mark (boolean) | next_room_mark | 0.000
      query:room_mark (array) | next_room_mark | 0.000
      query:room_mark (string, enum: [a]) | next_room_mark | 0.000
      query:session_mark | next_session_mark | 0.000
      query:limit (integer) | next_limit | 0.000
      query:q (string; The `at` of the answer before) | at | 3.990
      query:q (string; The `at` of the answer before) | next | 0.000
      query:q (string; The `at` of the answer before) | at (boolean) | 0.000
      query:q (string; The `total` of the answer before) | total (integer) | 0.000
      query:q (string; The `limit` of the answer before) | limit (integer) | 0.000
      query:q (string; The `pages` of the answer before) | pages (integer) | 0.000
      query:q (string; The `count` of the answer before) | count (integer) | 0.000
      query:q (string) | at (string; Send it as `q` to get the next page) | 3.990
      query:q (string) | at (string; Send it as `z` to get the next page) | 0.000
      query:q (string; What the previous call gave as q) | q | 3.990
      query:q (string; What the previous call gave as q) | q (integer) | 3.990
      query:q (string; What the previous call gave) | q | 0.000
      query:access_token (string; The `at` of the answer before) | at | 0.000
      query:limit (integer; How many of the `at` of the answer before) | at | 0.000
      query:page (integer; The `next_page` of the answer before) | next_page (integer) | 0.000
      query:offset (integer; The `next_offset` of the answer before) | next_offset (integer) | 0.000
      query:offset (integer; The `at` of the answer before) | at (integer) | 3.990
      query:apcontinue | continue.apcontinue | 4.280
      query:apcontinue | continue.bpcontinue | 0.000
      query:apcontinue | other.apcontinue | 0.000
      query:offset (integer) | continue.offset (integer) | 0.000
      query:page (integer) | continue.page (integer) | 0.000
      query:mark (string; The next_mark of the answer before) | next_mark (integer) | 3.990
      query:beginning (integer; How many records to skip) | next_beginning | 0.000
      query:cursor | bookmark | 2.390
      query:after | bookmark | 0.000
      query:bay (string; The cursor of the next page) | room_bay | 0.000
      query:prev_mark | continue.prev_mark | 0.000
      """)
  void namesPairBestThenRolesThenProse(String asked, String given, String score) {
    String[] request = asked.split(" ?[(;)] ?");
    String[] answer = given.split(" ?[(;)] ?");
    ApiDocument document = Documents.yaml(folder, """
        openapi: 3.0.0
        paths: {}
        components: {schemas: {Asked: %s, Given: %s}}
        """.formatted(schema(request), schema(answer)));
    String[] place = request[0].split(":");
    RequestField field = new RequestField(
        place[1],
        place[0],
        request.length > 2 ? request[2] : "",
        document.schemas().get("Asked"),
        false);
    AnswerField value = new AnswerField(
        List.of(answer[0].split("\\.")), Shape.of(document.schemas().get("Given")));

    assertThat(String.format(Locale.ROOT, "%.3f", PairScore.of(field, value))).isEqualTo(score);
  }

  private static String schema(String[] field) {
    String type = field.length > 1 && !field[1].isEmpty() ? field[1] : "string";
    String prose = field.length > 2 ? ", description: '" + field[2] + "'" : "";
    return "{type: " + type + prose + "}";
  }
}
