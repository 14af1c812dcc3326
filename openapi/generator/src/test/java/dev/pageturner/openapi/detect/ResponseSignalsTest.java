package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.parse.Documents;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which fields of an answer speak of pages, whatever is made of it. */
class ResponseSignalsTest {
  @TempDir
  Path folder;

  @ParameterizedTest(name = "{0} asked by {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      a: {type: string} | - | nothing
      next: {type: string} | - | next $.next
      next: {type: boolean} | - | nothing
      next: {type: string, format: date} | - | nothing
      next_cursor: {type: string, format: date} | - | next $.next_cursor
      next: {type: string, description: The following chapter} | - | nothing
      next: {type: integer, description: The following chapter} | - | next $.next
      next: {type: string, description: More results} | - | next $.next
      next: {type: string, description: A URL} | - | next $.next
      next: {type: string, description: A cursor} | - | next $.next
      next: {type: string, description: A page} | - | next $.next
      links: {properties: {next: {type: string, description: The following chapter}}} | - | next $.links.next
      next_url: {type: string, description: The following chapter} | - | next $.next_url
      next_url: {type: string, description: Where to go for the next step} | - | nothing
      nextPageToken: {type: string} | - | next $.nextPageToken
      next_room_token: {type: string} | - | next $.next_room_token
      next_room_cursor: {type: string} | - | next $.next_room_cursor
      room_next_token: {type: string} | - | nothing
      next_room: {type: string} | - | nothing
      token_of_room: {type: string} | - | nothing
      cursor: {type: string} | - | next $.cursor
      after: {type: string} | - | nothing
      paging: {properties: {after: {type: string}}} | - | next $.paging.after
      stuff: {properties: {after: {type: string}, total: {type: integer}, limit: {type: integer}}} | - | nothing
      next: {properties: {after: {type: string}, colour: {type: string}}} | - | next $.next.after $.next.colour
      lastEvaluatedKey: {type: object} | - | next $.lastEvaluatedKey
      at: {type: string, description: The URL of the next page} | - | next $.at
      at: {type: integer, description: The URL of the next page} | - | nothing
      owner: {properties: {next: {type: string}}} | - | nothing
      stuff: {properties: {next: {type: string}, total: {type: integer}}} | - | nothing
      stuff: {properties: {things: {type: array}, next: {type: string}, total: {type: integer}}} | - | next $.stuff.next; total $.stuff.total; count $.stuff.total
      meta: {properties: {page: {properties: {info: {properties: {next: {type: string}, total: {type: integer}}}}}}} | - | next $.meta.page.info.next; total $.meta.page.info.total; count $.meta.page.info.total
      mark: {type: string}, next_mark: {type: string} | mark:string | mark then $.next_mark; mark again $.mark
      cursor_id: {type: string} | cursor_id:string | next $.cursor_id; cursor_id again $.cursor_id
      mark: {type: string, description: The value for the next page} | mark:string | next $.mark; mark again $.mark
      start_token: {type: string} | start_token:string | start_token then $.start_token; start_token again $.start_token
      start_token: {type: integer} | start_token:string | start_token again $.start_token
      marker_: {type: string} | cursor:string | next $.marker_
      next_mark: {type: boolean} | mark:string | nothing
      page: {type: integer} | page:integer | page again $.page
      current_page: {type: integer} | page:integer | page again $.current_page
      number: {type: integer} | page:integer | page again $.number
      page: {type: boolean} | page:integer | nothing
      owner: {properties: {page: {type: integer}}} | page:integer | nothing
      stuff: {properties: {page: {type: integer}, limit: {type: integer}}} | page:integer | nothing
      other: {type: integer} | page:integer | nothing
      has_more: {type: boolean} | - | exact flag $.has_more; flag $.has_more; flag beside next $.has_more
      has_more: {type: string} | - | nothing
      is_last: {type: boolean} | - | exact flag !$.is_last; flag !$.is_last; flag beside next !$.is_last
      is_last: {type: boolean}, has_more: {type: boolean} | - | exact flag $.has_more; flag $.has_more; flag beside next $.has_more
      more: {type: boolean} | - | nothing
      more: {type: boolean, description: Whether more pages follow} | - | exact flag $.more; flag $.more; flag beside next $.more
      more: {type: boolean}, first: {type: boolean} | - | flag $.more
      more: {type: boolean}, total: {type: integer} | - | total $.total; count $.total
      more: {type: boolean}, total: {type: integer}, limit: {type: integer} | - | flag $.more; total $.total; count $.total
      more: {type: boolean, description: It likes jam}, total: {type: integer}, limit: {type: integer} | - | total $.total; count $.total
      meta: {properties: {more: {type: boolean}}} | - | flag $.meta.more
      meta: {properties: {done: {type: boolean}}} | - | flag !$.meta.done
      done: {type: boolean}, more: {type: boolean}, first: {type: boolean} | - | flag $.more
      done: {type: boolean}, has_more: {type: boolean}, first: {type: boolean} | - | exact flag $.has_more; flag $.has_more; flag beside next $.has_more
      stuff: {properties: {has_more: {type: boolean}, total: {type: integer}}} | - | nothing
      total: {type: integer} | - | total $.total; count $.total
      total: {type: string} | - | total $.total; count $.total
      total: {} | - | total $.total; count $.total
      total: {type: boolean} | - | nothing
      total: {type: number, format: double} | - | nothing
      total: {type: object} | - | nothing
      total: {type: integer, description: Of this page} | - | nothing
      total: {type: integer, description: The price} | - | nothing
      total: {type: integer} | total:integer | total again $.total
      total: {type: integer} | total:string | total again $.total; total $.total; count $.total
      count: {type: integer} | - | count $.count
      count: {type: integer} | count:integer | count again $.count; count $.count
      count: {type: integer, description: Things that match} | - | total $.count; count $.count
      count: {type: integer, description: Things that match in this page} | - | count $.count
      '@count': {type: integer} | - | total $['@count']; count $['@count']
      count: {type: integer}, previous: {type: string, format: uri} | - | total $.count; count $.count; previous yes
      count: {type: integer}, previous: {type: string} | - | total $.count; count $.count; previous yes
      count: {type: integer}, previous: {type: integer} | - | count $.count; previous yes
      count: {type: integer}, other: {type: string, format: uri} | - | count $.count
      count: {type: integer, description: A number}, previous: {type: string, format: uri} | - | count $.count; previous yes
      count: {type: integer}, meta: {properties: {previous: {type: string, format: uri}}} | - | count $.count; previous yes
      data_count: {type: integer} | - | total $.data_count; count $.data_count
      number_of_data: {type: integer} | - | nothing
      total_colours: {type: integer} | - | nothing
      colour_count: {type: integer} | - | nothing
      data_colour: {type: integer} | - | nothing
      total_of_number: {type: integer} | - | nothing
      many: {type: integer, description: The total number of things} | - | total $.many; count $.many
      many: {type: string, description: The total number of things} | - | nothing
      many: {type: integer, description: The total number of things in this page} | - | nothing
      many: {type: integer, description: A number} | - | nothing
      total: {properties: {value: {type: integer}}} | - | total $.total.value; count $.total.value
      page: {properties: {value: {type: integer}}} | - | nothing
      total: {properties: {other: {type: integer}}} | - | nothing
      pages: {type: integer} | - | pages $.pages
      total_pages: {type: integer}, total: {type: integer} | - | total $.total; count $.total; pages $.total_pages
      total_pages: {type: integer} | total_pages:integer | total_pages again $.total_pages
      prev: {type: string} | - | previous yes
      previous: {properties: {href: {type: string}}} | - | nothing
      links: {properties: {prev: {properties: {href: {type: string}}}}} | - | nothing
      """)
  void fieldsSpeakOfPagesByNameTypeAndProse(String members, String parameters, String signals) {
    Operation operation = Documents.yaml(folder, """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        paths:
          /a:
            get:
              parameters: [%s]
              responses: {'200': {content: {application/json: {schema: {properties: {
                data: {type: array}, %s}}}}}}
        """.formatted(parameters(parameters), members))
        .operations()
        .get(0);

    assertThat(inShort(operation)).isEqualTo(signals);
  }

  private static String parameters(String names) {
    return Stream.of(names.split(" "))
        .filter(name -> !name.equals("-"))
        .map(name -> name.split(":"))
        .map(name -> "{name: %s, in: query, schema: {type: %s}}".formatted((Object[]) name))
        .collect(Collectors.joining(", "));
  }

  private static String inShort(Operation operation) {
    List<RequestField> request = RequestFields.of(operation);
    ResponseSignals signals = new ResponseSignals(Answer.of(operation), request);
    List<String> all = new ArrayList<>();
    add(all, "next", signals.next().stream());
    for (RequestField field : request) {
      add(all, field.name() + " then", signals.successors(field));
      add(all, field.name() + " again", signals.echo(field).stream());
    }
    add(all, "exact flag", signals.exactFlag().stream());
    add(all, "flag", signals.endFlag(false).stream());
    add(all, "flag beside next", signals.endFlag(true).stream());
    add(all, "total", signals.total().stream());
    add(all, "count", signals.count().stream());
    add(all, "pages", signals.totalPages().stream());
    add(all, "previous", Optional.of("yes").filter(yes -> signals.hasPrevious()).stream());
    return all.isEmpty() ? "nothing" : String.join("; ", all);
  }

  private static void add(List<String> all, String what, Stream<?> fields) {
    String where = fields.map(String::valueOf).collect(Collectors.joining(" "));
    if (!where.isEmpty()) {
      all.add(what + " " + where);
    }
  }
}
