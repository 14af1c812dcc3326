package dev.pageturner.laws;

import static dev.pageturner.laws.Scenario.scenario;

import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.PageSize;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import java.util.List;

/** The cursor is a field of the last item: with a flag, or keyset paging without one. */
final class LastItemScenarios {
  private static final Pagination STRIPE =
      Pagination.afterLastItem("$.id", "starting_after").items("$.data").hasMore("$.has_more");

  private LastItemScenarios() {}

  static List<Scenario> all() {
    return List.of(
        scenario("the last item's id goes back while the flag says so")
            .list("/charges?limit=2", STRIPE.pageSize("limit"))
            .alsoDetected()
            .on("GET /charges?limit=2")
            .reply("{'object': 'list', 'data': [{'id':'c1'},{'id':'c2'}], 'has_more': true}")
            .on("GET /charges?limit=2&starting_after=c2")
            .reply("{'object': 'list', 'data': [{'id':'c3'}], 'has_more': false}")
            .items("{'id':'c1'}", "{'id':'c2'}", "{'id':'c3'}")
            .complete(),
        scenario("the flag may stand before the items")
            .list("/charges", STRIPE)
            .alsoDetected()
            .on("GET /charges")
            .reply("{'has_more': true, 'data': [{'id':1}]}")
            .on("GET /charges?starting_after=1")
            .reply("{'has_more': false, 'data': [{'id':2}]}")
            .items("{'id':1}", "{'id':2}")
            .complete(),
        scenario("more, but no item to go on from: an error, not the end (edge 17)")
            .list("/charges", STRIPE)
            .on("GET /charges")
            .reply("{'has_more': true, 'data': []}")
            .fails(Kind.PROTOCOL, 1),
        scenario("more, but the last item has no id: an error, not the end (edge 37)")
            .list("/charges", STRIPE)
            .on("GET /charges")
            .reply("{'has_more': true, 'data': [{'id':1},{'name':'x'}]}")
            .items("{'id':1}", "{'name':'x'}")
            .fails(Kind.PROTOCOL, 1),
        scenario("a server that ignores the last id is found out (edge 32)")
            .list("/charges", STRIPE)
            .forwardsOnly()
            .on("GET /charges")
            .reply("{'data': [{'id':1}], 'has_more': true}")
            .on("GET /charges?starting_after=1")
            .reply("{'data': [{'id':1}], 'has_more': true}")
            .items("{'id':1}", "{'id':1}")
            .fails(Kind.LOOP, 3),
        scenario("keyset paging without a flag ends on an empty page")
            .list("/rows", Pagination.afterLastItem("$.key", "after").items("$"))
            .on("GET /rows")
            .reply("[{'key':'a b'}]")
            .on("GET /rows?after=a%20b")
            .reply("[{'key':12345678901234567890}]")
            .on("GET /rows?after=12345678901234567890")
            .reply("[]")
            .items("{'key':'a b'}", "{'key':12345678901234567890}")
            .complete(),
        scenario("keyset paging: an item without the key ends nothing in silence (edge 37)")
            .list("/rows", Pagination.afterLastItem("$.key", "after").items("$"))
            .on("GET /rows")
            .reply("[{'key':1},{}]")
            .items("{'key':1}", "{}")
            .fails(Kind.PROTOCOL, 1),
        scenario("items that differ in kind: the first path that is present counts (edge 104)")
            .list(
                "/objects?format=json",
                new Pagination.Builder()
                    .next(new Next.Cursor(List.of(Source.lastItem("$.name", "$.subdir"))))
                    .carrier(Carrier.query("marker"))
                    .endRule(dev.pageturner.pagination.EndRule.EMPTY_PAGE)
                    .build()
                    .items("$"))
            .on("GET /objects?format=json")
            .reply("[{'name':'a'},{'subdir':'b/'}]")
            .on("GET /objects?format=json&marker=b%2F")
            .reply("[{'name':'c'}]")
            .on("GET /objects?format=json&marker=c")
            .reply("[]")
            .items("{'name':'a'}", "{'subdir':'b/'}", "{'name':'c'}")
            .complete(),
        scenario("an extra item names the next page and comes once (edge 105)")
            .list("/rows", extraItem())
            .pageSize(2)
            .on("GET /rows?limit=2")
            .reply("[{'k':1},{'k':2},{'k':3}]")
            .on("GET /rows?limit=2&start=3")
            .reply("[{'k':3},{'k':4},{'k':5}]")
            .on("GET /rows?limit=2&start=5")
            .reply("[{'k':5}]")
            .items("{'k':1}", "{'k':2}", "{'k':3}", "{'k':4}", "{'k':5}")
            .complete(),
        scenario("an extra item: a page of just the size is the last one (edge 105)")
            .list("/rows", extraItem())
            .pageSize(2)
            .on("GET /rows?limit=2")
            .reply("[{'k':1},{'k':2}]")
            .items("{'k':1}", "{'k':2}")
            .complete(),
        scenario("the last item's field is deep, and written as a path of the body")
            .list(
                "/edges",
                Pagination.cursor("$.hits.hits[-1].sort", "search_after").items("$.hits.hits"))
            .on("GET /edges")
            .reply("{'hits':{'hits':[{'sort':[1,'a']},{'sort':[2,'b']}]}}")
            .on("GET /edges?search_after=%5B2%2C%22b%22%5D")
            .reply("{'hits':{'hits':[]}}")
            .items("{'sort':[1,'a']}", "{'sort':[2,'b']}")
            .complete());
  }

  private static Pagination extraItem() {
    return new Pagination.Builder()
        .next(new Next.Cursor(List.of(Source.lastItem("$.k"))))
        .carrier(Carrier.query("start"))
        .pageSize(PageSize.query("limit"))
        .extraItem(true)
        .build()
        .items("$");
  }
}
