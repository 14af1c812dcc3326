package dev.pageturner.laws;

import static dev.pageturner.laws.Scenario.scenario;

import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.EndRule;
import dev.pageturner.pagination.Flag;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.PageSize;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import dev.pageturner.position.StopReason;
import java.util.List;

/** Offsets and page numbers, and all the ways in which they end. */
final class CounterScenarios {
  private static final Pagination OFFSET = Pagination.offset("offset", "limit").items("$.items");
  private static final Pagination PAGE = Pagination.pageNumber("page", 1).items("$.items");

  private CounterScenarios() {}

  static List<Scenario> all() {
    return List.of(
        scenario("an offset grows by the items received, not by those asked for (edge 111)")
            .list("/names", OFFSET.totalItems("$.total"))
            .pageSize(3)
            .on("GET /names?limit=3&offset=0")
            .reply("{'total': 6, 'items': ['a', 'b']}")
            .on("GET /names?limit=3&offset=2")
            .reply("{'total': 6, 'items': ['c', 'd', 'e', 'f']}")
            .items("'a'", "'b'", "'c'", "'d'", "'e'", "'f'")
            .complete(),
        scenario("an offset without a total ends with an empty page")
            .list("/names", OFFSET)
            .on("GET /names?offset=0")
            .reply("{'items': ['a']}")
            .on("GET /names?offset=1")
            .reply("{'items': []}")
            .items("'a'")
            .complete(),
        scenario("a short page ends the list where the API says so")
            .list("/names", OFFSET.endRule(EndRule.SHORT_PAGE))
            .pageSize(2)
            .on("GET /names?limit=2&offset=0")
            .reply("{'items': ['a', 'b']}")
            .on("GET /names?limit=2&offset=2")
            .reply("{'items': ['c']}")
            .items("'a'", "'b'", "'c'")
            .complete(),
        scenario(
                "a total that is negative or a text ends no list; one larger than what came contradicts its end")
            .list("/names", OFFSET.totalItems("$.total"))
            .on("GET /names?offset=0")
            .reply("{'total': 0, 'items': ['a', 'b']}")
            .on("GET /names?offset=2")
            .reply("{'total': -1, 'items': ['c']}")
            .on("GET /names?offset=3")
            .reply("{'total': 'many', 'items': ['d']}")
            .on("GET /names?offset=4")
            .reply("{'total': 9, 'items': []}")
            .items("'a'", "'b'", "'c'", "'d'")
            .fails(Kind.INCOMPLETE, 4),
        scenario("an offset from 1 counts from 1 (SCIM)")
            .list(
                "/Users",
                new Pagination.Builder()
                    .next(new Next.Offset(1))
                    .carrier(Carrier.query("startIndex"))
                    .totalItems(Source.body("$.totalResults"))
                    .build()
                    .items("$.Resources"))
            .on("GET /Users?startIndex=1")
            .reply("{'totalResults': 3, 'startIndex': 1, 'Resources': [{'id':1}, {'id':2}]}")
            .on("GET /Users?startIndex=3")
            .reply("{'totalResults': 3, 'startIndex': 3, 'Resources': [{'id':3}]}")
            .items("{'id':1}", "{'id':2}", "{'id':3}")
            .complete(),
        scenario("the caller's own offset starts the list (edge 38)")
            .list("/names?offset=10", OFFSET)
            .on("GET /names?offset=10")
            .reply("{'items': ['k']}")
            .on("GET /names?offset=11")
            .reply("{'items': []}")
            .items("'k'")
            .complete(),
        scenario("a flag beats the count, on an empty page too (edge 14)")
            .list("/names", PAGE.hasMore("$.more"))
            .on("GET /names?page=1")
            .reply("{'items': [], 'more': true}")
            .on("GET /names?page=2")
            .reply("{'items': ['a'], 'more': false}")
            .items("'a'")
            .complete(),
        scenario("more at the same offset is a position that does not move: an error")
            .list("/names", OFFSET.hasMore("$.more"))
            .on("GET /names?offset=0")
            .reply("{'items': [], 'more': true}")
            .fails(Kind.PROTOCOL, 1),
        scenario("a page number from 0, ended by total pages")
            .list(
                "/names", Pagination.pageNumber("page", 0).totalPages("$.pages").items("$.items"))
            .on("GET /names?page=0")
            .reply("{'pages': 2, 'items': ['a']}")
            .on("GET /names?page=1")
            .reply("{'pages': 2, 'items': ['b']}")
            .items("'a'", "'b'")
            .complete(),
        scenario("a page number from 1, ended by total pages; an empty page is not the end")
            .list("/names", PAGE.totalPages("$.pages"))
            .on("GET /names?page=1")
            .reply("{'pages': 3, 'items': ['a']}")
            .on("GET /names?page=2")
            .reply("{'pages': 3, 'items': []}")
            .on("GET /names?page=3")
            .reply("{'pages': 3, 'items': ['b']}")
            .items("'a'", "'b'")
            .complete(),
        scenario("a page number, ended by total items")
            .list("/names", PAGE.totalItems("$.total"))
            .forwardsOnly()
            .on("GET /names?page=1")
            .reply("{'total': 3, 'items': ['a', 'b']}")
            .on("GET /names?page=2")
            .reply("{'total': 3, 'items': ['c']}")
            .items("'a'", "'b'", "'c'")
            .complete(),
        scenario("a page number, ended by an empty page")
            .list("/names", PAGE)
            .on("GET /names?page=1")
            .reply("{'items': ['a']}")
            .on("GET /names?page=2")
            .reply("{'items': []}")
            .items("'a'")
            .complete(),
        scenario("a page number, ended by a short page")
            .list("/names", PAGE.pageSize("size").endRule(EndRule.SHORT_PAGE))
            .pageSize(2)
            .on("GET /names?size=2&page=1")
            .reply("{'items': ['a', 'b']}")
            .on("GET /names?size=2&page=2")
            .reply("{'items': ['c']}")
            .items("'a'", "'b'", "'c'")
            .complete(),
        scenario("a page number, ended by has_more")
            .list("/names", PAGE.hasMore("$.has_more"))
            .on("GET /names?page=1")
            .reply("{'items': ['a'], 'has_more': true}")
            .on("GET /names?page=2")
            .reply("{'items': ['b'], 'has_more': false}")
            .items("'a'", "'b'")
            .complete(),
        scenario("a page number, ended by last: Spring Data")
            .list("/names", Pagination.pageNumber("page", 0).isLast("$.last").items("$.content"))
            .on("GET /names?page=0")
            .reply("{'content': [{'id':1}], 'number': 0, 'last': false, 'totalPages': 2}")
            .on("GET /names?page=1")
            .reply("{'content': [{'id':2}], 'number': 1, 'last': true, 'totalPages': 2}")
            .items("{'id':1}", "{'id':2}")
            .forwardsOnly()
            .complete(),
        scenario("a negated flag as text: done")
            .list("/names", PAGE.isLast("$.done"))
            .on("GET /names?page=1")
            .reply("{'items': ['a'], 'done': 'false'}")
            .on("GET /names?page=2")
            .reply("{'items': ['b'], 'done': 1}")
            .items("'a'", "'b'")
            .complete(),
        scenario("a flag that is missing decides nothing (edge 19)")
            .list("/names", PAGE.hasMore("$.has_more"))
            .on("GET /names?page=1")
            .reply("{'items': ['a']}")
            .on("GET /names?page=2")
            .reply("{'items': [], 'has_more': null}")
            .items("'a'")
            .complete(),
        scenario("total pages in a header")
            .list(
                "/names?per_page=1",
                Pagination.pageNumber("page", 1)
                    .newBuilder()
                    .totalPages(Source.header("X-Total-Pages"))
                    .build()
                    .items("$"))
            .on("GET /names?per_page=1&page=1")
            .header("X-Total-Pages", "2")
            .reply("['a']")
            .on("GET /names?per_page=1&page=2")
            .header("X-Total-Pages", "2")
            .reply("['b']")
            .items("'a'", "'b'")
            .complete(),
        scenario("total items and a flag in headers")
            .list(
                "/names",
                Pagination.offset("skip", "take")
                    .newBuilder()
                    .totalItems(Source.header("X-Total-Count"))
                    .hasMore(new Flag(Source.header("X-Is-Last"), true))
                    .build()
                    .items("$"))
            .on("GET /names?skip=0")
            .header("X-Total-Count", "2")
            .header("X-Is-Last", "false")
            .reply("['a']")
            .on("GET /names?skip=1")
            .header("X-Total-Count", "2")
            .header("X-Is-Last", "true")
            .reply("['b']")
            .items("'a'", "'b'")
            .complete(),
        scenario("a status past the end ends a counted list where the API says so (edge 99)")
            .list("/names", PAGE.newBuilder().endStatus(404).build())
            .on("GET /names?page=1")
            .reply("{'items': ['a']}")
            .on("GET /names?page=2")
            .reply(404, "{'error': 'no such page'}")
            .items("'a'")
            .complete(),
        scenario("404 on the first page is an error even then (edge 99)")
            .list("/names", PAGE.newBuilder().endStatus(404).build())
            .on("GET /names?page=1")
            .reply(404, "{'error': 'no such list'}")
            .fails(Kind.HTTP_STATUS, 1),
        scenario("a server that ignores the page number is found out (edge 32)")
            .list("/names", PAGE)
            .forwardsOnly()
            .wholePagesOnly()
            .on("GET /names?page=1")
            .reply("{'items': ['a', 'b']}")
            .on("GET /names?page=2")
            .reply("{'items': ['a', 'b']}")
            .on("GET /names?page=3")
            .reply("{'items': ['a', 'b']}")
            .items("'a'", "'b'", "'a'", "'b'", "'a'", "'b'")
            .fails(Kind.LOOP, 4),
        scenario("pages of the same number are no fault")
            .list(
                "/zeros", Pagination.pageNumber("page", 1).totalPages("$.pages").items("$.items"))
            .on("GET /zeros?page=1")
            .reply("{'pages': 4, 'items': [0, 0]}")
            .on("GET /zeros?page=2")
            .reply("{'pages': 4, 'items': [0, 0]}")
            .on("GET /zeros?page=3")
            .reply("{'pages': 4, 'items': [0, 0]}")
            .on("GET /zeros?page=4")
            .reply("{'pages': 4, 'items': [0, 0]}")
            .items("0", "0", "0", "0", "0", "0", "0", "0")
            .complete(),
        scenario("a page size above the known maximum is asked for as that (edge 93)")
            .list(
                "/names",
                Pagination.offset("offset", "limit")
                    .newBuilder()
                    .pageSize(new PageSize(Carrier.query("limit"), 100, 50))
                    .totalItems(Source.body("$.total"))
                    .build()
                    .items("$.items"))
            .pageSize(500)
            .on("GET /names?limit=100&offset=0")
            .reply("{'total': 1, 'items': ['a']}")
            .items("'a'")
            .complete(),
        scenario("maxItems lowers the page size and drops the rest (edge 91)")
            .list("/names", OFFSET)
            .pageSize(10)
            .maxItems(3)
            .on("GET /names?limit=3&offset=0")
            .reply("{'items': ['a', 'b', 'c', 'd', 'e']}")
            .items("'a'", "'b'", "'c'")
            .ends(StopReason.MAX_ITEMS),
        scenario("maxItems leaves the page size of numbered pages alone (edge 91)")
            .list("/names", PAGE.pageSize("size"))
            .pageSize(2)
            .maxItems(1)
            .on("GET /names?size=2&page=1")
            .reply("{'items': ['a', 'b']}")
            .items("'a'")
            .ends(StopReason.MAX_ITEMS),
        scenario("maxItems 0 asks for nothing (edge 91)")
            .list("/names", OFFSET)
            .maxItems(0)
            .ends(StopReason.MAX_ITEMS),
        scenario("maxPages ends after so many pages, and says so (edge 92)")
            .list("/names", PAGE)
            .maxPages(2)
            .on("GET /names?page=1")
            .reply("{'items': ['a']}")
            .on("GET /names?page=2")
            .reply("{'items': ['b']}")
            .items("'a'", "'b'")
            .ends(StopReason.MAX_PAGES));
  }
}
