package dev.pageturner.laws;

import static dev.pageturner.laws.Scenario.scenario;

import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.Flag;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import java.util.List;

/** A cursor in a header of the response, to a query parameter or to a header. */
final class HeaderScenarios {
  private HeaderScenarios() {}

  static List<Scenario> all() {
    return List.of(
        scenario("a cursor in a header goes back in the query")
            .list(
                "/names",
                Pagination.cursor(Source.header("X-Next-Cursor"), Carrier.query("cursor"))
                    .items("$"))
            .alsoDetected()
            .on("GET /names")
            .header("x-next-cursor", "a+b=")
            .reply("['a']")
            .on("GET /names?cursor=a%2Bb%3D")
            .reply("['b']")
            .items("'a'", "'b'")
            .complete(),
        scenario("OCI: opc-next-page goes back as page, and empty pages have one too (edge 14)")
            .list(
                "/instances?limit=2",
                Pagination.cursor(Source.header("opc-next-page"), Carrier.query("page"))
                    .items("$"))
            .alsoDetected()
            .on("GET /instances?limit=2")
            .header("opc-next-page", "p1")
            .reply("[]")
            .on("GET /instances?limit=2&page=p1")
            .header("opc-next-page", "p2")
            .reply("[{'id':1}]")
            .on("GET /instances?limit=2&page=p2")
            .reply("[]")
            .items("{'id':1}")
            .complete(),
        scenario("Cosmos: x-ms-continuation goes back in the header of the same name")
            .list(
                "/docs",
                Pagination.cursor(
                        Source.header("x-ms-continuation"), Carrier.header("x-ms-continuation"))
                    .items("$.Documents"))
            .alsoDetected()
            .on("GET /docs")
            .header("x-ms-continuation", "{\"t\":\"+R\"}")
            .reply("{'Documents': [{'id': 'a'}], '_count': 1}")
            .on("GET /docs x-ms-continuation: {'t':'+R'}")
            .reply("{'Documents': [{'id': 'b'}], '_count': 1}")
            .items("{'id': 'a'}", "{'id': 'b'}")
            .complete(),
        scenario("two headers become two parameters (edge 103)")
            .list(
                "/names",
                new Pagination.Builder()
                    .next(new Next.Cursor(
                        List.of(Source.header("X-Cursor"), Source.header("X-Shard"))))
                    .carrier(Carrier.query("cursor", "shard"))
                    .build()
                    .items("$"))
            .on("GET /names")
            .header("X-Cursor", "c 1")
            .header("X-Shard", "7")
            .reply("['a']")
            .on("GET /names?cursor=c%201&shard=7")
            .header("X-Shard", "8")
            .reply("['b']")
            .on("GET /names?shard=8")
            .reply("['c']")
            .items("'a'", "'b'", "'c'")
            .complete(),
        scenario("two headers become two headers (edge 103)")
            .list(
                "/names",
                new Pagination.Builder()
                    .next(new Next.Cursor(
                        List.of(Source.header("X-Cursor"), Source.header("X-Shard"))))
                    .carrier(Carrier.header("x-cursor", "x-shard"))
                    .build()
                    .items("$"))
            .on("GET /names")
            .header("X-Cursor", "c1")
            .header("X-Shard", "7")
            .reply("['a']")
            .on("GET /names x-cursor: c1 x-shard: 7")
            .reply("['b']")
            .items("'a'", "'b'")
            .complete(),
        scenario("an empty header ends the list")
            .list(
                "/names",
                Pagination.cursor(Source.header("X-Next-Page"), Carrier.query("page"))
                    .items("$"))
            .alsoDetected()
            .on("GET /names")
            .header("X-Next-Page", "2")
            .reply("['a']")
            .on("GET /names?page=2")
            .header("X-Next-Page", "")
            .reply("['b']")
            .items("'a'", "'b'")
            .complete(),
        scenario("a flag in a header beats the cursor in another (edge 18)")
            .list(
                "/names",
                Pagination.cursor(Source.header("X-Cursor"), Carrier.query("cursor"))
                    .newBuilder()
                    .hasMore(new Flag(Source.header("X-Has-More"), false))
                    .build()
                    .items("$"))
            .on("GET /names")
            .header("X-Cursor", "c1")
            .header("X-Has-More", "true")
            .reply("['a']")
            .on("GET /names?cursor=c1")
            .header("X-Cursor", "c2")
            .header("X-Has-More", "false")
            .reply("['b']")
            .items("'a'", "'b'")
            .complete(),
        scenario("a body cursor that no header can carry is an error without the cursor")
            .list(
                "/names",
                Pagination.cursor(Source.body("$.next"), Carrier.header("x-cursor"))
                    .items("$.items"))
            .on("GET /names")
            .reply("{'items': ['a'], 'next': 'secret\\r\\nHost: evil'}")
            .items("'a'")
            .fails(Kind.PROTOCOL, 1));
  }
}
