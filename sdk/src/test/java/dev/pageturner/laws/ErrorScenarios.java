package dev.pageturner.laws;

import static dev.pageturner.laws.Scenario.scenario;

import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.pagination.Pagination;
import java.util.List;

/** Answers that are no page. */
final class ErrorScenarios {
  private static final Pagination CURSOR = Pagination.cursor("$.next", "cursor").items("$.items");

  private ErrorScenarios() {}

  static List<Scenario> all() {
    return List.of(
        scenario("a list that is not there")
            .list("/names", CURSOR)
            .on("GET /names")
            .reply(404, "{'message': 'secret'}")
            .fails(Kind.HTTP_STATUS, 1),
        scenario("404 on page 2 is an error, never the end (edge 57)")
            .list("/names", CURSOR)
            .on("GET /names")
            .reply("{'items': ['a'], 'next': 'c1'}")
            .on("GET /names?cursor=c1")
            .reply(404, "{'items': ['b']}")
            .items("'a'")
            .fails(Kind.HTTP_STATUS, 2),
        scenario("409 on page 2 is an error, never the end (edge 57)")
            .list("/names", CURSOR)
            .on("GET /names")
            .reply("{'items': ['a'], 'next': 'c1'}")
            .on("GET /names?cursor=c1")
            .reply(409, "{'items': [], 'next': null}")
            .items("'a'")
            .fails(Kind.HTTP_STATUS, 2),
        scenario("410 on page 2: the cursor has expired (edges 56, 110)")
            .list("/names", CURSOR)
            .on("GET /names")
            .reply("{'items': ['a'], 'next': 'c1'}")
            .on("GET /names?cursor=c1")
            .reply(410, "{'error': 'secret'}")
            .items("'a'")
            .fails(Kind.HTTP_STATUS, 2),
        scenario("500 on page 2 comes after the items of page 1 (edge 51)")
            .list("/names", CURSOR)
            .on("GET /names")
            .reply("{'items': ['a', 'b'], 'next': 'c1'}")
            .on("GET /names?cursor=c1")
            .reply(500, "secret")
            .items("'a'", "'b'")
            .fails(Kind.HTTP_STATUS, 2),
        scenario("HTML with status 200 is no page (edge 26)")
            .list("/names", CURSOR)
            .on("GET /names")
            .header("Content-Type", "text/html")
            .reply("<html><title>Log in</title></html>")
            .wholePagesOnly()
            .fails(Kind.PARSE, 1),
        scenario("HTML on page 2 comes after the items of page 1 (edge 26)")
            .list("/names", CURSOR)
            .on("GET /names")
            .reply("{'items': ['a'], 'next': 'c1'}")
            .on("GET /names?cursor=c1")
            .header("Content-Type", "text/html")
            .reply("<html><title>Log in</title></html>")
            .items("'a'")
            .fails(Kind.PARSE, 2),
        scenario("a body that is no JSON at its first byte (edge 26)")
            .list("/names", CURSOR)
            .on("GET /names")
            .reply("secret")
            .fails(Kind.PARSE, 1),
        scenario("JSON that ends within its signals is an error (edge 26)")
            .list("/names", CURSOR)
            .on("GET /names")
            .reply("{'items': ['a'], 'next': 'secr")
            .wholePagesOnly()
            .items("'a'")
            .fails(Kind.PARSE, 1),
        scenario("an error object with status 200 is no empty page (edge 107)")
            .list("/names", CURSOR)
            .alsoDetected()
            .on("GET /names")
            .reply("{'error': {'message': 'secret'}}")
            .fails(Kind.API_ERROR, 1),
        scenario("errors on page 2 with status 200 are no empty page (edge 107)")
            .list("/names", CURSOR)
            .on("GET /names")
            .reply("{'items': ['a'], 'next': 'c1'}")
            .on("GET /names?cursor=c1")
            .reply("{'errors': ['secret'], 'items': null}")
            .items("'a'")
            .fails(Kind.API_ERROR, 2),
        scenario("an error where the API says so, beside items (edge 107)")
            .list("/names", CURSOR.newBuilder().error("$.status.failure").build())
            .on("GET /names")
            .reply("{'items': ['a'], 'status': {'failure': null}, 'next': 'c1'}")
            .on("GET /names?cursor=c1")
            .reply("{'items': ['b'], 'status': {'failure': 'secret'}}")
            .items("'a'", "'b'")
            .fails(Kind.API_ERROR, 2),
        scenario("errors that are null or empty are none (edge 107)")
            .list("/names", CURSOR)
            .on("GET /names")
            .reply("{'error': null, 'errors': [], 'next': 'c1'}")
            .on("GET /names?cursor=c1")
            .reply("{'error': '', 'errors': [], 'items': ['a']}")
            .items("'a'")
            .complete(),
        scenario("a redirect to another host is not followed (edge 43)")
            .list("/names", CURSOR)
            .on("GET /names")
            .header("Location", "http://evil.example/names?secret")
            .reply(302, "")
            .fails(Kind.UNSAFE_LINK, 1),
        scenario("a POST that is redirected with 302 is not turned into a GET")
            .post("/names", "{'q':1}", CURSOR)
            .on("POST /names {'q':1}")
            .header("Location", "/elsewhere")
            .reply(302, "")
            .fails(Kind.HTTP_STATUS, 1));
  }
}
