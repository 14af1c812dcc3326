package dev.pageturner.laws;

import static dev.pageturner.laws.Scenario.scenario;

import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.PageSize;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import java.util.List;

/** Servers that take following requests that differ from the first one in more than a position. */
final class FollowingScenarios {
  private static final Pagination TOKEN =
      Pagination.cursor("$.next", "token").items("$.items").pageSize("size");
  private static final Pagination LINK =
      Pagination.linkObject("$.links[?rel=next]").items("$.features");
  private static final Pagination CONTINUED = Pagination.cursor(
          Source.body("$.cursor"), Carrier.body("cursor"))
      .items("$.entries")
      .hasMore("$.has_more")
      .tokenAlone();

  private FollowingScenarios() {}

  static List<Scenario> all() {
    return List.of(
        scenario("a token stands alone: neither filters nor the page size go with it")
            .list("/reports?type=A", TOKEN.tokenAlone())
            .pageSize(2)
            .on("GET /reports?type=A&size=2")
            .reply("{'items':[1,2],'next':'t2'}")
            .on("GET /reports?token=t2")
            .reply("{'items':[3],'next':null}")
            .items("1", "2", "3")
            .complete(),
        scenario("a token and some parameters that are named stay, the page size among them")
            .list("/reports?type=A&lang=de&x=1&lang=en", TOKEN.keeping("lang", "size"))
            .pageSize(2)
            .on("GET /reports?type=A&lang=de&x=1&lang=en&size=2")
            .reply("{'items':[1,2],'next':'t2'}")
            .on("GET /reports?lang=de&lang=en&size=2&token=t2")
            .reply("{'items':[3],'next':null}")
            .items("1", "2", "3")
            .complete(),
        scenario("following pages are at a path of their own, with the cursor alone")
            .post(
                "/2/files/list_folder?v=1",
                "{'path':'/photos'}",
                CONTINUED.followingPath("list_folder/continue"))
            .on("POST /2/files/list_folder?v=1 {'path':'/photos'}")
            .reply("{'entries':[1,2],'cursor':'A','has_more':true}")
            .on("POST /2/files/list_folder/continue {'cursor':'A'}")
            .reply("{'entries':[3],'cursor':'B','has_more':false}")
            .items("1", "2", "3")
            .complete(),
        scenario("following pages are at an absolute path, with members that are kept")
            .post(
                "/a/b",
                "{'keep':{'n':1.0},'drop':2}",
                CONTINUED.keeping("keep").followingPath("/c/d"))
            .on("POST /a/b {'keep':{'n':1.0},'drop':2}")
            .reply("{'entries':[1],'cursor':'A','has_more':true}")
            .on("POST /c/d {'keep':{'n':1.0},'cursor':'A'}")
            .reply("{'entries':[2],'cursor':'B','has_more':false}")
            .items("1", "2")
            .complete(),
        scenario("another path keeps the query unless it is said otherwise")
            .list("/a?x=1", TOKEN.followingPath("more"))
            .on("GET /a?x=1")
            .reply("{'items':[1],'next':'t'}")
            .on("GET /more?x=1&token=t")
            .reply("{'items':[2]}")
            .items("1", "2")
            .complete(),
        scenario("a path in place of a prefix: the link lacks what only the proxy knows")
            .list("/api/docs", Pagination.nextUrl("$.next").items("$.d").rewriteLinks("/", "/api"))
            .on("GET /api/docs")
            .reply("{'d':[1],'next':'http://docs.internal:8080/docs?page=2'}")
            .on("GET /api/docs?page=2")
            .reply("{'d':[2],'next':'/docs?page=3&q=%2B'}")
            .on("GET /api/docs?page=3&q=%2B")
            .reply("{'d':[3],'next':'?page=4'}")
            .on("GET /api/docs?page=4")
            .reply("{'d':[4]}")
            .items("1", "2", "3", "4")
            .complete(),
        scenario("a rewritten Link header; a link to another host is still refused")
            .list(
                "/v1/docs",
                Pagination.linkHeader().items("$").rewriteLinks("http://docs.internal/x", "/v1"))
            .on("GET /v1/docs")
            .header("Link", "<http://docs.internal/x/docs?page=2>; rel=next")
            .reply("[1]")
            .on("GET /v1/docs?page=2")
            .header("Link", "<http://docs.internal.evil/x/docs?page=3>; rel=next")
            .reply("[2]")
            .items("1", "2")
            .fails(Kind.UNSAFE_LINK, 2),
        scenario("a prefix ends at a slash: /x is none of /xy")
            .list(
                "/v1/docs",
                Pagination.linkHeader().items("$").rewriteLinks("http://docs.internal/x", "/v1"))
            .on("GET /v1/docs")
            .header("Link", "<http://docs.internal/xy?page=2>; rel=next")
            .reply("[1]")
            .items("1")
            .fails(Kind.UNSAFE_LINK, 1),
        scenario("a link with a method and a body is followed with both (STAC)")
            .post("/search", "{'limit':2}", LINK)
            .on("POST /search {'limit':2}")
            .reply("{'features':[1],'links':[{'rel':'next','href':'{server}/search',"
                + "'method':'POST','body':{'limit':2,'token':'n:1'}}]}")
            .on("POST /search {'limit':2,'token':'n:1'}")
            .reply("{'features':[2],'links':[{'rel':'self','href':'/search'}]}")
            .items("1", "2")
            .complete(),
        scenario("a link's body is merged into that of the first request, where it says so (STAC)")
            .post("/search", "{'bbox':[1.0],'token':null}", LINK)
            .on("POST /search {'bbox':[1.0],'token':null}")
            .reply("{'features':[1],'links':[{'rel':'next','href':'/search','method':'POST',"
                + "'body':{'token':'n:1'},'merge':true}]}")
            .on("POST /search {'bbox':[1.0],'token':'n:1'}")
            .reply("{'features':[2],'links':[{'rel':'next','href':'/search','method':'POST',"
                + "'body':{'token':'n:2'},'merge':true}]}")
            .on("POST /search {'bbox':[1.0],'token':'n:2'}")
            .reply("{'features':[],'links':[]}")
            .items("1", "2")
            .complete(),
        scenario("a link object may be a mere URL, and name GET after a POST")
            .post("/search", "{'limit':2}", LINK)
            .on("POST /search {'limit':2}")
            .reply("{'features':[1],'links':[{'rel':'next','href':'/search?p=2','method':'get'}]}")
            .on("GET /search?p=2")
            .reply("{'features':[2],'links':[{'rel':'next','href':'/search?p=3'}]}")
            .on("POST /search?p=3 {'limit':2}")
            .reply("{'features':[3]}")
            .items("1", "2", "3")
            .complete(),
        scenario("a link that asks to delete is refused")
            .list("/search", LINK)
            .on("GET /search")
            .reply("{'features':[1],'links':[{'rel':'next','href':'/items','method':'DELETE'}]}")
            .items("1")
            .fails(Kind.UNSAFE_LINK, 1),
        scenario("a link with a body to another origin is refused")
            .list("/search", LINK)
            .on("GET /search")
            .reply("{'features':[1],'links':[{'rel':'next','href':'http://evil.test/s',"
                + "'method':'POST','body':{}}]}")
            .items("1")
            .fails(Kind.UNSAFE_LINK, 1),
        scenario("a link object twice the same is a circle")
            .post("/search", "{}", LINK)
            .on("POST /search {}")
            .reply("{'features':[1],'links':[{'rel':'next','href':'/search','body':{'t':1}}]}")
            .on("POST /search {'t':1}")
            .reply("{'features':[2],'links':[{'rel':'next','href':'/search','body':{'t':1}}]}")
            .items("1", "2")
            .fails(Kind.LOOP, 3),
        scenario("GET after a POST has neither the body nor the page size in it")
            .post(
                "/jobs",
                "{'q':1}",
                TOKEN
                    .newBuilder()
                    .pageSize(new PageSize(Carrier.body("size"), 0, 0))
                    .followingMethod("GET")
                    .build())
            .pageSize(2)
            .on("POST /jobs {'q':1,'size':2}")
            .reply("{'items':[1,2],'next':'t'}")
            .on("GET /jobs?token=t")
            .reply("{'items':[3]}")
            .items("1", "2", "3")
            .complete(),
        scenario("POST after a GET carries the cursor in a body of its own")
            .list("/jobs?q=1", CONTINUED.newBuilder().followingMethod("POST").build())
            .on("GET /jobs?q=1")
            .reply("{'entries':[1],'cursor':'A','has_more':true}")
            .on("POST /jobs {'cursor':'A'}")
            .reply("{'entries':[2],'cursor':'B','has_more':false}")
            .items("1", "2")
            .complete(),
        scenario("a caller's own offset in the body is where the list starts")
            .post(
                "/search",
                "{'from':2}",
                new Pagination.Builder()
                    .next(new Next.Offset(0))
                    .carrier(Carrier.body("from"))
                    .build()
                    .items("$.hits"))
            .on("POST /search {'from':2}")
            .reply("{'hits':[3,4]}")
            .on("POST /search {'from':4}")
            .reply("{'hits':[]}")
            .items("3", "4")
            .complete(),
        scenario("no extra item, though a flag says more: an error, not the end")
            .list("/rows", extraItem(Source.lastItem("$.k")))
            .pageSize(2)
            .on("GET /rows?limit=2")
            .reply("{'rows':[{'k':1},{'k':2}],'more':true}")
            .items("{'k':1}", "{'k':2}")
            .fails(Kind.PROTOCOL, 1),
        scenario("no extra item, though a flag says more: a cursor beside the items leads on")
            .list("/rows", extraItem(Source.body("$.next")))
            .pageSize(2)
            .on("GET /rows?limit=2")
            .reply("{'rows':[{'k':1},{'k':2}],'more':true,'next':3}")
            .on("GET /rows?limit=2&start=3")
            .reply("{'rows':[{'k':3}],'more':false}")
            .items("{'k':1}", "{'k':2}", "{'k':3}")
            .complete());
  }

  private static Pagination extraItem(Source cursor) {
    return Pagination.cursor(cursor, Carrier.query("start"))
        .newBuilder()
        .pageSize(PageSize.query("limit"))
        .extraItem(true)
        .build()
        .items("$.rows")
        .hasMore("$.more");
  }
}
