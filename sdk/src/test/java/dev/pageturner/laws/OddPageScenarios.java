package dev.pageturner.laws;

import static dev.pageturner.laws.Scenario.scenario;

import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.pagination.EndRule;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.JsonPath;
import dev.pageturner.pagination.Pagination;
import java.util.List;

/** Pages that are empty, larger, smaller or of another shape than one would think. */
final class OddPageScenarios {
  private static final Pagination CURSOR = Pagination.cursor("$.next", "cursor").items("$.items");

  private OddPageScenarios() {}

  static List<Scenario> all() {
    return List.of(
        scenario("an empty page with a cursor is not the end (edge 14)")
            .list("/names", CURSOR)
            .alsoDetected()
            .on("GET /names")
            .reply("{'items': [], 'next': 'c1'}")
            .on("GET /names?cursor=c1")
            .reply("{'items': [], 'next': 'c2'}")
            .on("GET /names?cursor=c2")
            .reply("{'items': ['a'], 'next': null}")
            .items("'a'")
            .complete(),
        scenario("an empty page without a cursor is the end (edge 16)")
            .list("/names", CURSOR)
            .on("GET /names")
            .reply("{'items': []}")
            .complete(),
        scenario("empty pages up to the bound are gone through (edge 15)")
            .list("/names", CURSOR)
            .maxEmptyPages(3)
            .on("GET /names")
            .reply("{'items': [], 'next': 'c1'}")
            .on("GET /names?cursor=c1")
            .reply("{'items': [], 'next': 'c2'}")
            .on("GET /names?cursor=c2")
            .reply("{'items': ['a'], 'next': 'c3'}")
            .on("GET /names?cursor=c3")
            .reply("{'items': [], 'next': 'c4'}")
            .on("GET /names?cursor=c4")
            .reply("{'items': []}")
            .items("'a'")
            .complete(),
        scenario("empty pages beyond the bound are an error (edge 15)")
            .list("/names", CURSOR)
            .maxEmptyPages(2)
            .on("GET /names")
            .reply("{'items': ['a'], 'next': 'c1'}")
            .on("GET /names?cursor=c1")
            .reply("{'items': [], 'next': 'c2'}")
            .on("GET /names?cursor=c2")
            .reply("{'items': [], 'next': 'c3'}")
            .items("'a'")
            .fails(Kind.TOO_MANY_PAGES, 4),
        scenario("a flag that says no beats a cursor (edge 18)")
            .list("/names", CURSOR.hasMore("$.more"))
            .on("GET /names")
            .reply("{'items': ['a'], 'next': 'c1', 'more': false}")
            .items("'a'")
            .complete(),
        scenario("a cursor beats a flag where the API says so (edge 18)")
            .list("/names", CURSOR.hasMore("$.more").endRule(EndRule.CURSOR_WINS))
            .on("GET /names")
            .reply("{'items': ['a'], 'next': 'c1', 'more': false}")
            .on("GET /names?cursor=c1")
            .reply("{'items': ['b'], 'more': false}")
            .items("'a'", "'b'")
            .complete(),
        scenario("a flag that is missing leaves it to the cursor (edge 19)")
            .list("/names", CURSOR.hasMore("$.more"))
            .on("GET /names")
            .reply("{'items': ['a'], 'next': 'c1'}")
            .on("GET /names?cursor=c1")
            .reply("{'items': ['b'], 'more': null}")
            .items("'a'", "'b'")
            .complete(),
        scenario("items that are missing or null are none, and the cursor leads on (edge 20)")
            .list("/names", CURSOR)
            .on("GET /names")
            .reply("{'next': 'c1'}")
            .on("GET /names?cursor=c1")
            .reply("{'items': null, 'next': 'c2'}")
            .on("GET /names?cursor=c2")
            .reply("{'items': ['a']}")
            .items("'a'")
            .complete(),
        scenario("null among the items is an error with its index (edge 21)")
            .list("/names", CURSOR)
            .on("GET /names")
            .reply("{'items': ['a', null, 'b']}")
            .items("'a'")
            .fails(Kind.PARSE, 1),
        scenario("an object where the items should be is an error (edge 22)")
            .list("/names", CURSOR)
            .on("GET /names")
            .reply("{'items': {'secret': 1}, 'next': 'c1'}")
            .fails(Kind.PARSE, 1),
        scenario("an array where an object with the items should be is an error (edge 22)")
            .list("/names", CURSOR)
            .on("GET /names")
            .reply("['secret']")
            .fails(Kind.PARSE, 1),
        scenario("a text around the items is an error (edge 22)")
            .list("/names", Pagination.nextUrl("$.next").items("$.data.items"))
            .on("GET /names")
            .reply("{'data': 'secret'}")
            .fails(Kind.PARSE, 1),
        scenario("the values of an object are items where the API says so (edge 22)")
            .list(
                "/names",
                CURSOR
                    .newBuilder()
                    .items(new Items.ValuesOf(JsonPath.of("$.byId")))
                    .build())
            .on("GET /names")
            .reply("{'byId': {'7': {'n':'a'}, '8' : {'n':'b'}}, 'next': 'c1'}")
            .on("GET /names?cursor=c1")
            .reply("{'next': null, 'byId': {}}")
            .items("{'n':'a'}", "{'n':'b'}")
            .complete(),
        scenario("one object is the item where the API says so (edge 22)")
            .list(
                "/names",
                CURSOR.newBuilder().items(new Items.One(JsonPath.of("$.item"))).build())
            .on("GET /names")
            .reply("{'item': {'n':'a'}, 'next': 'c1'}")
            .on("GET /names?cursor=c1")
            .reply("{'item': null, 'next': 'c2'}")
            .on("GET /names?cursor=c2")
            .reply("{'item': {'n':'b'}}")
            .items("{'n':'a'}", "{'n':'b'}")
            .complete(),
        scenario("a page larger than asked for is taken whole (edge 23)")
            .list("/names", CURSOR.pageSize("size"))
            .pageSize(1)
            .on("GET /names?size=1")
            .reply("{'items': ['a', 'b', 'c'], 'next': 'c1'}")
            .on("GET /names?size=1&cursor=c1")
            .reply("{'items': ['d', 'e']}")
            .items("'a'", "'b'", "'c'", "'d'", "'e'")
            .complete(),
        scenario("a page smaller than asked for is not the end (edge 24)")
            .list("/names?limit=3", CURSOR.pageSize("limit"))
            .alsoDetected()
            .on("GET /names?limit=3")
            .reply("{'items': ['a'], 'next': 'c1'}")
            .on("GET /names?limit=3&cursor=c1")
            .reply("{'items': ['b', 'c', 'd']}")
            .items("'a'", "'b'", "'c'", "'d'")
            .complete(),
        scenario("204 is an empty page and the end (edge 25)")
            .list("/names", CURSOR)
            .alsoDetected()
            .on("GET /names")
            .reply(204, "")
            .complete(),
        scenario("an empty body with a status that promises one is an error (edge 25)")
            .list("/names", CURSOR)
            .on("GET /names")
            .reply("{'items': ['a'], 'next': 'c1'}")
            .on("GET /names?cursor=c1")
            .reply(" \n")
            .items("'a'")
            .wholePagesOnly()
            .fails(Kind.PARSE, 2),
        scenario("a name with a dot, signals before, between and after (OData)")
            .list("/Orders", Pagination.odata().totalItems("$['@odata.count']"))
            .on("GET /Orders")
            .reply("{'@odata.count': 3, 'value': [1, 2], '@odata.nextLink': '/Orders?s=2'}")
            .on("GET /Orders?s=2")
            .reply("{'@odata.nextLink': null, 'value': [3]}")
            .items("1", "2", "3")
            .complete(),
        scenario("items nested in an array of the body")
            .list("/names", Pagination.cursor("$[0].next", "cursor").items("$[1]"))
            .on("GET /names")
            .reply("[{'next': 'c1'}, ['a']]")
            .on("GET /names?cursor=c1")
            .reply("[{}, ['b']]")
            .items("'a'", "'b'")
            .complete(),
        scenario("the consumer takes the items of page 1 exactly: one request (edge 7)")
            .list("/names", CURSOR)
            .take(2)
            .alsoDetected()
            .forwardsOnly()
            .on("GET /names")
            .reply("{'items': ['a', 'b'], 'next': 'c1'}")
            .items("'a'", "'b'")
            .stopsByItself());
  }
}
