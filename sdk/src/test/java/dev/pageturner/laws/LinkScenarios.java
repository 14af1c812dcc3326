package dev.pageturner.laws;

import static dev.pageturner.laws.Scenario.scenario;

import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.pagination.Pagination;
import java.util.List;

/** The URL of the next page, in the body or in the Link header. */
final class LinkScenarios {
  private static final Pagination NEXT = Pagination.nextUrl("$.next").items("$.items");
  private static final Pagination LINK = Pagination.linkHeader().items("$");

  private LinkScenarios() {}

  static List<Scenario> all() {
    return List.of(
        scenario("an absolute URL in the body is followed (edge 41)")
            .list("/names", NEXT)
            .alsoDetected()
            .on("GET /names")
            .reply("{'items': ['a'], 'next': '{server}/names?page=2&x=%2B+1'}")
            .on("GET /names?page=2&x=%2B+1")
            .reply("{'items': ['b'], 'next': null}")
            .items("'a'", "'b'")
            .complete(),
        scenario("a URL from the root, then one of a query alone (edge 40)")
            .list("/v1/names?size=1", NEXT)
            .alsoDetected()
            .on("GET /v1/names?size=1")
            .reply("{'items': ['a'], 'next': '/v2/names?page=2'}")
            .on("GET /v2/names?page=2")
            .reply("{'items': ['b'], 'next': '?page=3'}")
            .on("GET /v2/names?page=3")
            .reply("{'items': ['c'], 'next': ''}")
            .items("'a'", "'b'", "'c'")
            .complete(),
        scenario("a URL without a slash is relative to the page that has it (edge 100)")
            .list("/odata/v4/Orders", Pagination.odata())
            .alsoDetected()
            .on("GET /odata/v4/Orders")
            .reply(
                "{'@odata.context': 'c', 'value': [1], '@odata.nextLink': 'Orders?$skiptoken=2'}")
            .on("GET /odata/v4/Orders?$skiptoken=2")
            .reply("{'@odata.context': 'c', 'value': [2]}")
            .items("1", "2")
            .complete(),
        scenario("a URL of the same host without a scheme is followed (edge 40)")
            .list("/names", NEXT)
            .on("GET /names")
            .reply("{'items': ['a'], 'next': '/./x/../names?page=2#top'}")
            .on("GET /names?page=2")
            .reply("{'items': ['b']}")
            .items("'a'", "'b'")
            .complete(),
        scenario("the caller's query is not merged into the link (edge 45)")
            .list("/names?sort=up&size=5", NEXT.pageSize("size"))
            .pageSize(7)
            .header("x-cursor", "kept")
            .on("GET /names?sort=up&size=7 x-cursor: kept")
            .reply("{'items': ['a'], 'next': '/names?token=t'}")
            .on("GET /names?token=t x-cursor: kept")
            .reply("{'items': ['b']}")
            .items("'a'", "'b'")
            .complete(),
        scenario("HAL: _links.next.href")
            .list("/orders", Pagination.hal().items("$._embedded.orders"))
            .alsoDetected()
            .on("GET /orders")
            .reply("{'_embedded': {'orders': [{'id':1}]}, '_links': {'self': {'href': '/orders'},"
                + " 'next': {'href': '/orders?page=2'}}}")
            .on("GET /orders?page=2")
            .reply("{'_embedded': {'orders': [{'id':2}]}, '_links': {'self': {'href': '/orders'}}}")
            .items("{'id':1}", "{'id':2}")
            .complete(),
        scenario("FHIR: the link whose relation is next")
            .list("/Patient", Pagination.fhir())
            .alsoDetected()
            .on("GET /Patient")
            .reply("{'resourceType': 'Bundle', 'link': [{'relation': 'self', 'url': '/Patient'},"
                + " {'relation': 'next', 'url': '/Patient?_page=2'}], 'entry': [{'fullUrl':'1'}]}")
            .on("GET /Patient?_page=2")
            .reply("{'resourceType': 'Bundle', 'entry': [{'fullUrl':'2'}],"
                + " 'link': [{'relation': 'self', 'url': '/Patient?_page=2'}]}")
            .items("{'fullUrl':'1'}", "{'fullUrl':'2'}")
            .complete(),
        scenario("JSON:API: links.next, null on the last page")
            .list("/articles", Pagination.nextUrl("$.links.next").items("$.data"))
            .alsoDetected()
            .on("GET /articles")
            .reply(
                "{'data': [{'type':'a','id':'1'}], 'links': {'next': '/articles?page[number]=2'}}")
            .on("GET /articles?page[number]=2")
            .reply("{'data': [{'type':'a','id':'2'}], 'links': {'next': null}}")
            .items("{'type':'a','id':'1'}", "{'type':'a','id':'2'}")
            .complete(),
        scenario("Link: next is found behind prev, in any case, unquoted (edges 44, 115)")
            .list("/names", LINK)
            .alsoDetected()
            .on("GET /names")
            .header("link", "<{server}/names?a,b=1>; title=\"x, y\"; REL=Next, </names>; rel=first")
            .reply("['a']")
            .on("GET /names?a,b=1")
            .header("Link", "</names>; rel=\"prev\"")
            .header("Link", "</names?p=3>; rel=\"next last\"")
            .reply("['b']")
            .on("GET /names?p=3")
            .header("Link", "</names?a,b=1>; rel=\"prev\"")
            .reply("['c']")
            .items("'a'", "'b'", "'c'")
            .complete(),
        scenario("Link: a Docker registry's relative URL")
            .list("/v2/_catalog?n=2", Pagination.linkHeader().items("$.repositories"))
            .alsoDetected()
            .on("GET /v2/_catalog?n=2")
            .header("Link", "</v2/_catalog?last=b&n=2>; rel=\"next\"")
            .reply("{'repositories':['a','b']}")
            .on("GET /v2/_catalog?last=b&n=2")
            .reply("{'repositories':['c']}")
            .items("'a'", "'b'", "'c'")
            .complete(),
        scenario("a link to another host is refused (edge 42)")
            .list("/names", NEXT)
            .alsoDetected()
            .on("GET /names")
            .reply("{'items': ['a'], 'next': 'http://evil.example/names?page=secret'}")
            .items("'a'")
            .fails(Kind.UNSAFE_LINK, 1),
        scenario("a link to another name of the same server is refused (edge 101)")
            .list("/names", NEXT)
            .on("GET /names")
            .reply("{'items': ['a'], 'next': 'http://internal-name:1/names?page=2'}")
            .items("'a'")
            .fails(Kind.UNSAFE_LINK, 1),
        scenario("a link without a scheme to another host is refused (edge 40)")
            .list("/names", NEXT)
            .on("GET /names")
            .reply("{'items': ['a'], 'next': '//evil.example/names?secret'}")
            .items("'a'")
            .fails(Kind.UNSAFE_LINK, 1),
        scenario("a link with a user in it is refused (edge 42)")
            .list("/names", NEXT)
            .on("GET /names")
            .reply("{'items': ['a'], 'next': 'http://secret:pw@evil.example/'}")
            .items("'a'")
            .fails(Kind.UNSAFE_LINK, 1),
        scenario("a link that is no http is refused (edge 42)")
            .list("/names", LINK)
            .on("GET /names")
            .header("Link", "<file:///etc/passwd>; rel=next")
            .reply("['a']")
            .items("'a'")
            .fails(Kind.UNSAFE_LINK, 1),
        scenario("a number where a URL should be is an error")
            .list("/names", NEXT)
            .on("GET /names")
            .reply("{'items': ['a'], 'next': 2}")
            .items("'a'")
            .fails(Kind.PROTOCOL, 1),
        scenario("a link to its own page is a loop, however it is spelled (edge 31)")
            .list("/names?q=%2f", NEXT)
            .alsoDetected()
            .on("GET /names?q=%2f")
            .reply("{'items': ['a'], 'next': '/x/../names?q=%2F#2'}")
            .items("'a'")
            .fails(Kind.LOOP, 1),
        scenario("links in a cycle are found within one round (edge 31)")
            .list("/names", LINK)
            .forwardsOnly()
            .on("GET /names")
            .header("Link", "</names?p=2>; rel=next")
            .reply("['a']")
            .on("GET /names?p=2")
            .header("Link", "</names?p=3>; rel=next")
            .reply("['b']")
            .on("GET /names?p=3")
            .header("Link", "<{server}/names?p=2>; rel=next")
            .reply("['c']")
            .items("'a'", "'b'", "'c'")
            .fails(Kind.LOOP, 4),
        scenario("a link back to the first page is a loop before its items come again (edge 31)")
            .list("/names", NEXT)
            .on("GET /names")
            .reply("{'items': ['a'], 'next': '/names?p=2'}")
            .on("GET /names?p=2")
            .reply("{'items': ['b'], 'next': '/names'}")
            .items("'a'", "'b'")
            .fails(Kind.LOOP, 2),
        scenario("a redirect to the path with a slash, and links relative to there (edge 113)")
            .list("/names", NEXT)
            .on("GET /names")
            .header("Location", "/api/names/")
            .reply(301, "")
            .on("GET /api/names/")
            .reply("{'items': ['a'], 'next': '?page=2'}")
            .on("GET /api/names/?page=2")
            .reply("{'items': ['b']}")
            .items("'a'", "'b'")
            .forwardsOnly()
            .complete(),
        scenario("a link on an empty page is followed (edges 14, 97)")
            .list("/names", NEXT)
            .alsoDetected()
            .on("GET /names")
            .reply("{'items': [], 'next': '/names?p=2'}")
            .on("GET /names?p=2")
            .reply("{'items': ['a'], 'next': '/names?p=3'}")
            .on("GET /names?p=3")
            .reply("{'items': [], 'next': null}")
            .items("'a'")
            .complete(),
        scenario("a flag that says no beats a link (edge 18)")
            .list("/names", NEXT.hasMore("$.has_more"))
            .alsoDetected()
            .on("GET /names")
            .reply("{'items': ['a'], 'next': '/names?p=2', 'has_more': true}")
            .on("GET /names?p=2")
            .reply("{'items': ['b'], 'next': '/names?p=3', 'has_more': false}")
            .items("'a'", "'b'")
            .complete());
  }
}
