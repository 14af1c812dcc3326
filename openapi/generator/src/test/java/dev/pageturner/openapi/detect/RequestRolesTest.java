package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.parse.Documents;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestRolesTest {
  @TempDir
  Path folder;

  @ParameterizedTest(name = "{0} ({1}; {2}) is {3}")
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      # name           | schema                            | description                                | roles
      limit            | {type: integer}                   | -                                          | size
      page[size]       | {type: integer}                   | -                                          | size
      $top             | {type: integer}                   | -                                          | size
      MaxResults       | {type: string}                    | -                                          | size
      count            | {type: boolean}                   | Include the count                          | none
      pageToken        | {type: string}                    | -                                          | cursor
      $skiptoken       | {type: string}                    | -                                          | cursor
      next_cursor      | {type: string}                    | -                                          | cursor
      ExclusiveStartKey | {type: object}                   | -                                          | cursor
      token            | {type: string}                    | Your access token                          | none
      token            | {type: string}                    | The token of the next page                 | cursor
      access_token     | {type: string}                    | -                                          | none
      syncToken        | {type: string}                    | -                                          | none
      prev_cursor      | {type: string}                    | -                                          | none
      cursor           | {type: boolean}                   | Use cursors                                | none
      marker           | {enum: [a, b]}                    | -                                          | none
      cursor           | {type: string, format: date-time} | -                                          | cursor
      iterator         | {type: string}                    | -                                          | cursor
      starting_after   | {type: string}                    | -                                          | last
      after            | {type: string}                    | -                                          | last
      after            | {type: string, format: date-time} | -                                          | none
      after            | {type: string}                    | Only items created after this timestamp    | none
      created_after    | {type: string}                    | -                                          | none
      since            | {type: string}                    | ISO 8601 timestamp                         | none
      since            | {type: integer}                   | Only those with an ID greater than this ID | last
      page             | {type: integer}                   | -                                          | page
      page[number]     | {type: integer}                   | -                                          | page
      pageIndex        | {type: integer}                   | -                                          | page
      p                | {type: integer}                   | Price                                      | none
      p                | {type: integer}                   | Page of the results                        | page
      offset           | {type: integer}                   | -                                          | offset
      $skip            | {type: integer}                   | -                                          | offset
      startIndex       | {type: integer}                   | -                                          | offset
      start            | {type: integer}                   | -                                          | offset
      start            | {type: integer}                   | Start of the window, a Unix timestamp      | none
      from             | {type: string}                    | -                                          | none
      from             | {type: string, format: date}      | -                                          | none
      page[count]      | {type: integer}                   | -                                          | size
      limit            | {type: integer}                   | Limit in bytes                             | none
      limit            | {type: integer}                   | The page number to stop at                 | size
      at               | {type: string}                    | The value that marks the next page         | cursor
      at               | {type: integer}                   | The value that marks the next page         | none
      at               | {type: string}                    | A place                                    | none
      marker           | {type: string, format: date-time} | -                                          | none
      session[marker]  | {type: string}                    | -                                          | none
      request[marker]  | {type: string}                    | -                                          | cursor
      after_prev_id    | {type: string}                    | -                                          | none
      cursor           | {oneOf: [{type: string}, {type: array, items: {type: string}}]} | -            | cursor
      page             | {type: array, items: {type: integer}} | -                                      | none
      page             | {type: boolean}                   | -                                          | none
      page[number]     | {type: integer}                   | How many pages to skip                     | page
      pn               | {type: integer}                   | -                                          | none
      skip             | {type: string}                    | Skip this many records                     | offset
      skip             | {type: string}                    | Skip these types of records                | none
      timezone_offset  | {type: integer}                   | -                                          | none
      offset           | {type: integer}                   | Offset in bytes                            | none
      first            | {type: integer}                   | Index of the first result                  | size offset
      first            | {type: integer}                   | -                                          | size
      """)
  void namesAreCheckedAgainstTypeAndProse(
      String name, String schema, String description, String roles) {
    ApiDocument document =
        Documents.yaml(folder, """
        openapi: 3.0.0
        paths:
          /a:
            get:
              parameters: [{name: '%s', in: query, description: '%s', schema: %s}]
              responses: {}
        """.formatted(name, description == null ? "" : description, schema));

    RequestField field = RequestFields.of(document.operations().get(0)).get(0);

    assertThat(roles(field)).isEqualTo(roles);
  }

  private static String roles(RequestField field) {
    List<String> roles = new ArrayList<>();
    add(roles, RequestRoles.isSize(field), "size");
    add(roles, RequestRoles.isCursor(field), "cursor");
    add(roles, RequestRoles.isLastItem(field), "last");
    add(roles, RequestRoles.isPage(field), "page");
    add(roles, RequestRoles.isOffset(field), "offset");
    return roles.isEmpty() ? "none" : String.join(" ", roles);
  }

  private static void add(List<String> roles, boolean has, String role) {
    if (has) {
      roles.add(role);
    }
  }
}
