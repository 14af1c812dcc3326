package dev.pageturner.laws;

import static dev.pageturner.laws.Scenario.scenario;

import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.EndRule;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import java.util.List;

/** A cursor in the body that goes back in the query. */
final class CursorScenarios {
  private static final Pagination CURSOR =
      Pagination.cursor("$.next_cursor", "cursor").items("$.items");

  private CursorScenarios() {}

  static List<Scenario> all() {
    return List.of(
        scenario("a cursor goes back in the query, until it is null (edge 27)")
            .list("/names", CURSOR)
            .alsoDetected()
            .on("GET /names")
            .reply("{'items': ['a', 'b'], 'next_cursor': 'c1'}")
            .on("GET /names?cursor=c1")
            .reply("{'items': ['c'], 'next_cursor': null}")
            .items("'a'", "'b'", "'c'")
            .complete(),
        scenario("a cursor that is absent ends the list (edge 27)")
            .list("/names", CURSOR)
            .alsoDetected()
            .on("GET /names")
            .reply("{'next_cursor': 'c1', 'items': ['a']}")
            .on("GET /names?cursor=c1")
            .reply("{'items': ['b']}")
            .items("'a'", "'b'")
            .complete(),
        scenario("a cursor that is an empty string ends the list (edge 28)")
            .list("/names", CURSOR)
            .alsoDetected()
            .on("GET /names")
            .reply("{'items': ['a'], 'next_cursor': 'c1'}")
            .on("GET /names?cursor=c1")
            .reply("{'items': ['b'], 'next_cursor': ''}")
            .items("'a'", "'b'")
            .complete(),
        scenario("a cursor that is an empty string goes on where the API says so (edge 28)")
            .list("/names", CURSOR.endRule(EndRule.EMPTY_STRING_IS_A_CURSOR))
            .on("GET /names")
            .reply("{'items': ['a'], 'next_cursor': ''}")
            .on("GET /names?cursor=")
            .reply("{'items': ['b'], 'next_cursor': null}")
            .items("'a'", "'b'")
            .complete(),
        scenario("a cursor that is false ends the list, one that is 0 does not")
            .list("/names", CURSOR)
            .on("GET /names")
            .reply("{'items': ['a'], 'next_cursor': 0}")
            .on("GET /names?cursor=0")
            .reply("{'items': ['b'], 'next_cursor': false}")
            .items("'a'", "'b'")
            .complete(),
        scenario("a cursor of blanks is sent as it is (edge 29)")
            .list("/names", CURSOR)
            .on("GET /names")
            .reply("{'items': ['a'], 'next_cursor': '  '}")
            .on("GET /names?cursor=%20%20")
            .reply("{'items': ['b'], 'next_cursor': null}")
            .items("'a'", "'b'")
            .complete(),
        scenario("a cursor of blanks ends the list where the API says so (edge 29)")
            .list("/names", CURSOR.endRule(EndRule.BLANK_CURSOR))
            .on("GET /names")
            .reply("{'items': ['a'], 'next_cursor': '  '}")
            .items("'a'")
            .complete(),
        scenario("the cursor just sent comes again: a loop (edge 30)")
            .list("/names", CURSOR)
            .forwardsOnly()
            .alsoDetected()
            .on("GET /names")
            .reply("{'items': ['a'], 'next_cursor': 'c1'}")
            .on("GET /names?cursor=c1")
            .reply("{'items': ['b'], 'next_cursor': 'c1'}")
            .items("'a'", "'b'")
            .fails(Kind.LOOP, 3),
        scenario("the cursor just sent comes again: the end, where the API says so (edge 30)")
            .list("/names", CURSOR.endRule(EndRule.REPEATED_CURSOR))
            .on("GET /names")
            .reply("{'items': ['a'], 'next_cursor': 'c1'}")
            .on("GET /names?cursor=c1")
            .reply("{'items': ['b'], 'next_cursor': 'c1'}")
            .items("'a'", "'b'")
            .complete(),
        scenario("cursors in a cycle are found within one round (edge 31)")
            .list("/names", CURSOR)
            .forwardsOnly()
            .alsoDetected()
            .on("GET /names")
            .reply("{'items': ['a'], 'next_cursor': 'A'}")
            .on("GET /names?cursor=A")
            .reply("{'items': ['b'], 'next_cursor': 'B'}")
            .on("GET /names?cursor=B")
            .reply("{'items': ['c'], 'next_cursor': 'C'}")
            .on("GET /names?cursor=C")
            .reply("{'items': ['d'], 'next_cursor': 'A'}")
            .items("'a'", "'b'", "'c'", "'d'")
            .fails(Kind.LOOP, 5),
        scenario("fresh cursors, always the same items: no progress (edge 32)")
            .list("/names", CURSOR)
            .forwardsOnly()
            .wholePagesOnly()
            .on("GET /names")
            .reply("{'items': [{'id': 1}, {'id': 2}], 'next_cursor': 'c1'}")
            .on("GET /names?cursor=c1")
            .reply("{'items': [{'id': 1}, {'id': 2}], 'next_cursor': 'c2'}")
            .on("GET /names?cursor=c2")
            .reply("{'items': [{'id': 1}, {'id': 2}], 'next_cursor': 'c3'}")
            .items("{'id': 1}", "{'id': 2}", "{'id': 1}", "{'id': 2}", "{'id': 1}", "{'id': 2}")
            .fails(Kind.LOOP, 4),
        scenario("a number beyond 2^53 goes back digit by digit (edge 33)")
            .list("/names", CURSOR)
            .alsoDetected()
            .on("GET /names")
            .reply("{'items': ['a'], 'next_cursor': 9007199254740993}")
            .on("GET /names?cursor=9007199254740993")
            .reply("{'items': ['b'], 'next_cursor': 12345678901234567890.10}")
            .on("GET /names?cursor=12345678901234567890.10")
            .reply("{'items': ['c']}")
            .items("'a'", "'b'", "'c'")
            .complete(),
        scenario("an object goes back whole, as it was written (edge 33)")
            .list("/names", CURSOR)
            .on("GET /names")
            .reply("{'items': ['a'], 'next_cursor': {'id': 1.0,  'k': 'x'}}")
            .on("GET /names?cursor=%7B%22id%22%3A%201.0%2C%20%20%22k%22%3A%20%22x%22%7D")
            .reply("{'items': ['b']}")
            .items("'a'", "'b'")
            .complete(),
        scenario("signs in a cursor are encoded once (edges 34, 108)")
            .list("/names", CURSOR)
            .alsoDetected()
            .on("GET /names")
            .reply("{'items': ['a'], 'next_cursor': 'a+b/c=d%20&é #?'}")
            .on("GET /names?cursor=a%2Bb%2Fc%3Dd%2520%26%C3%A9%20%23%3F")
            .reply("{'items': ['b']}")
            .items("'a'", "'b'")
            .complete(),
        scenario("an escaped cursor is unescaped before it goes back (edge 34)")
            .list("/names", CURSOR)
            .on("GET /names")
            .reply("{'items': ['a'], 'next_cursor': 'x\\u0026\\/y\\u00e9'}")
            .on("GET /names?cursor=x%26%2Fy%C3%A9")
            .reply("{'items': ['b']}")
            .items("'a'", "'b'")
            .complete(),
        scenario("a cursor of 9,000 characters goes back whole (edge 35)")
            .list("/names", CURSOR)
            .on("GET /names")
            .reply("{'items': ['a'], 'next_cursor': '" + "x".repeat(9000) + "'}")
            .on("GET /names?cursor=" + "x".repeat(9000))
            .reply("{'items': ['b']}")
            .items("'a'", "'b'")
            .complete(),
        scenario("a cursor that stops coming is not sent again (edge 36)")
            .list("/names", CURSOR.hasMore("$.more"))
            .on("GET /names")
            .reply("{'items': ['a'], 'next_cursor': 'c1', 'more': true}")
            .on("GET /names?cursor=c1")
            .reply("{'items': ['b'], 'more': true}")
            .items("'a'", "'b'")
            .fails(Kind.PROTOCOL, 2),
        scenario("the caller's own cursor starts the list and is replaced later (edge 38)")
            .list("/names?cursor=mine&sort=up", CURSOR)
            .alsoDetected()
            .on("GET /names?cursor=mine&sort=up")
            .reply("{'items': ['a'], 'next_cursor': 'c1'}")
            .on("GET /names?sort=up&cursor=c1")
            .reply("{'items': ['b'], 'next_cursor': null}")
            .items("'a'", "'b'")
            .complete(),
        scenario("a backward cursor of the caller stays beside the forward one (edge 39)")
            .list("/names?before=z", Pagination.cursor("$.prev", "before").items("$.items"))
            .on("GET /names?before=z")
            .reply("{'items': ['y', 'x'], 'prev': 'x', 'next': 'y'}")
            .on("GET /names?before=x")
            .reply("{'items': ['w'], 'prev': null, 'next': 'w'}")
            .items("'y'", "'x'", "'w'")
            .complete(),
        scenario("the first request needs an empty cursor")
            .list("/names", CURSOR.firstCursor(""))
            .on("GET /names?cursor=")
            .reply("{'items': ['a'], 'next_cursor': 'c1'}")
            .on("GET /names?cursor=c1")
            .reply("{'items': ['b'], 'next_cursor': ''}")
            .items("'a'", "'b'")
            .complete(),
        scenario("Solr: the first cursor is *, and a repeated one is the end (edge 98)")
            .list(
                "/select?q=x&sort=id",
                Pagination.cursor("$.nextCursorMark", "cursorMark")
                    .items("$.response.docs")
                    .firstCursor("*")
                    .endRule(EndRule.REPEATED_CURSOR))
            .on("GET /select?q=x&sort=id&cursorMark=*")
            .reply("{'response': {'numFound': 3, 'docs': [1, 2]}, 'nextCursorMark': 'AoE='}")
            .on("GET /select?q=x&sort=id&cursorMark=AoE%3D")
            .reply("{'response': {'numFound': 3, 'docs': [3]}, 'nextCursorMark': 'AoI='}")
            .on("GET /select?q=x&sort=id&cursorMark=AoI%3D")
            .reply("{'response': {'numFound': 3, 'docs': []}, 'nextCursorMark': 'AoI='}")
            .items("1", "2", "3")
            .complete(),
        scenario("Solr: a list without a hit repeats the first cursor (edge 98)")
            .list(
                "/select",
                Pagination.cursor("$.nextCursorMark", "cursorMark")
                    .items("$.response.docs")
                    .firstCursor("*")
                    .endRule(EndRule.REPEATED_CURSOR))
            .on("GET /select?cursorMark=*")
            .reply("{'response': {'docs': []}, 'nextCursorMark': '*'}")
            .complete(),
        scenario("a change feed always sends a cursor, and ends with an empty page (edge 98)")
            .list("/changes", CURSOR.endRule(EndRule.EMPTY_PAGE))
            .on("GET /changes")
            .reply("{'items': ['a'], 'next_cursor': 't1'}")
            .on("GET /changes?cursor=t1")
            .reply("{'items': [], 'next_cursor': 't2'}")
            .items("'a'")
            .complete(),
        scenario("members of an object are merged into the query, and old ones go (edge 103)")
            .list(
                "/w/api.php?action=query",
                new Pagination.Builder()
                    .next(new Next.Cursor(List.of(Source.body("$.continue"))))
                    .carrier(new Carrier.QueryMembers())
                    .build()
                    .items("$.query.pages"))
            .alsoDetected()
            .on("GET /w/api.php?action=query")
            .reply("{'continue': {'gapcontinue': 'B', 'continue': '-||'}, 'query': {'pages': [1]}}")
            .on("GET /w/api.php?action=query&gapcontinue=B&continue=-%7C%7C")
            .reply("{'continue': {'imcontinue': '7|x', 'continue': ''}, 'query': {'pages': [2]}}")
            .on("GET /w/api.php?action=query&imcontinue=7%7Cx&continue=")
            .reply("{'query': {'pages': [3]}}")
            .items("1", "2", "3")
            .complete(),
        scenario("an object without members has nothing to merge: the end")
            .list(
                "/names",
                new Pagination.Builder()
                    .next(new Next.Cursor(List.of(Source.body("$.continue"))))
                    .carrier(new Carrier.QueryMembers())
                    .build()
                    .items("$.items"))
            .on("GET /names")
            .reply("{'items': [1], 'continue': {}}")
            .items("1")
            .complete(),
        scenario("a text where an object's members should be merged is an error")
            .list(
                "/names",
                new Pagination.Builder()
                    .next(new Next.Cursor(List.of(Source.body("$.continue"))))
                    .carrier(new Carrier.QueryMembers())
                    .build()
                    .items("$.items"))
            .on("GET /names")
            .reply("{'items': [1], 'continue': 'secret'}")
            .items("1")
            .fails(Kind.PROTOCOL, 1),
        scenario("two cursors go back as two parameters (edge 103)")
            .list(
                "/rows",
                new Pagination.Builder()
                    .next(new Next.Cursor(
                        List.of(Source.body("$.after.k"), Source.body("$.after.n"))))
                    .carrier(Carrier.query("key", "number"))
                    .build()
                    .items("$.rows"))
            .on("GET /rows")
            .reply("{'rows': [1], 'after': {'k': 'a b', 'n': 12}}")
            .on("GET /rows?key=a%20b&number=12")
            .reply("{'rows': [2], 'after': {'k': null, 'n': 13}}")
            .on("GET /rows?number=13")
            .reply("{'rows': [3], 'after': {}}")
            .items("1", "2", "3")
            .complete());
  }
}
