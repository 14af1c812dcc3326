package dev.pageturner.laws;

import static dev.pageturner.laws.Scenario.scenario;

import dev.pageturner.pagination.EndRule;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.Pagination;
import java.util.List;

/** Pages of another form than one JSON value, pages that overlap, cursors that stay the same. */
final class BodyFormScenarios {
  private static final String LINES = "application/x-ndjson";

  private BodyFormScenarios() {}

  static List<Scenario> all() {
    return List.of(
        scenario("a page of lines, by its media type")
            .list("/games", Pagination.detect())
            .on("GET /games")
            .header("Content-Type", LINES)
            .reply("{'id':1}\n{'id':2}\n\n{'id':3}")
            .items("{'id':1}", "{'id':2}", "{'id':3}")
            .complete(),
        scenario("pages of lines lead on by a Link header")
            .list("/games", lines(Pagination.linkHeader()))
            .alsoDetected()
            .on("GET /games")
            .header("Content-Type", LINES)
            .header("Link", "</games?page=2>; rel=\"next\"")
            .reply("{'id':1}\n{'id':2}\n")
            .on("GET /games?page=2")
            .header("Content-Type", LINES)
            .header("Link", "</games>; rel=\"first\"")
            .reply("{'id':3}\r\n")
            .items("{'id':1}", "{'id':2}", "{'id':3}")
            .complete(),
        scenario("pages of lines lead on by their last item")
            .list("/games", lines(Pagination.afterLastItem("$.id", "after")))
            .on("GET /games")
            .reply("{'id':1}\n{'id':2, 'name':'a'}\n")
            .on("GET /games?after=2")
            .reply("{'id':3}\n{'id':4}")
            .on("GET /games?after=4")
            .reply("\n")
            .items("{'id':1}", "{'id':2, 'name':'a'}", "{'id':3}", "{'id':4}")
            .complete(),
        scenario("a page of no lines and no bytes is an empty one")
            .list("/games", lines(Pagination.afterLastItem("$.id", "after")))
            .on("GET /games")
            .header("Content-Type", LINES)
            .reply("{'id':1}\n{'id':2}\n")
            .on("GET /games?after=2")
            .header("Content-Type", LINES)
            .reply("")
            .items("{'id':1}", "{'id':2}")
            .complete(),
        scenario("what stands before JSON against scripts is passed over")
            .list("/names", Pagination.cursor("$.next", "cursor").items("$.items"))
            .alsoDetected()
            .on("GET /names")
            .reply("while(1);{'items': [{'id':1},{'id':2}], 'next': 'c2'}")
            .on("GET /names?cursor=c2")
            .reply("&&&START&&&\r\n{'items': [{'id':3}], 'next': null}")
            .items("{'id':1}", "{'id':2}", "{'id':3}")
            .complete(),
        scenario("items that overlap with the page before come once")
            .list("/rows", Pagination.afterLastItem("$.t", "since").items("$").overlap("$.t"))
            .on("GET /rows")
            .reply("[{'t':1,'id':'a'},{'t':2,'id':'b'}]")
            .on("GET /rows?since=2")
            .reply("[{'t':2,'id':'b'},{'t':2,'id':'c'},{'t':3,'id':'d'},{'t':3,'id':'e'}]")
            .on("GET /rows?since=3")
            .reply("[{'t':3,'id':'d'},{'t':3,'id':'e'},{'t':4,'id':'f'}]")
            .on("GET /rows?since=4")
            .reply("[{'t':4,'id':'f'}]")
            .items(
                "{'t':1,'id':'a'}",
                "{'t':2,'id':'b'}",
                "{'t':2,'id':'c'}",
                "{'t':3,'id':'d'}",
                "{'t':3,'id':'e'}",
                "{'t':4,'id':'f'}")
            .complete(),
        scenario("pages that overlap may be lines")
            .list("/rows", lines(Pagination.afterLastItem("$.t", "since").overlap("$.t")))
            .on("GET /rows")
            .reply("{'t':1}\n{'t':2}\n")
            .on("GET /rows?since=2")
            .reply("{'t':2}\n{'t':3}\n")
            .on("GET /rows?since=3")
            .reply("{'t':3}\n")
            .items("{'t':1}", "{'t':2}", "{'t':3}")
            .complete(),
        scenario("a scroll id that stays the same leads on until a page is empty")
            .list(
                "/_search",
                Pagination.cursor("$._scroll_id", "scroll_id")
                    .items("$.hits")
                    .endRule(EndRule.CONSTANT_CURSOR))
            .forwardsOnly()
            .on("GET /_search")
            .reply("{'_scroll_id': 'abc', 'hits': [{'id':1}]}")
            .on("GET /_search?scroll_id=abc")
            .reply("{'_scroll_id': 'abc', 'hits': [{'id':2}]}")
            .on("GET /_search?scroll_id=abc")
            .reply("{'_scroll_id': 'abc', 'hits': [{'id':3}]}")
            .on("GET /_search?scroll_id=abc")
            .reply("{'_scroll_id': 'abc', 'hits': []}")
            .items("{'id':1}", "{'id':2}", "{'id':3}")
            .complete());
  }

  private static Pagination lines(Pagination pagination) {
    return pagination.newBuilder().items(new Items.Lines()).build();
  }
}
