package dev.pageturner.laws;

import static dev.pageturner.laws.Scenario.scenario;

import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.PageSize;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import java.util.List;

/** Lists by POST, whose position travels in the body of the request. */
final class PostScenarios {
  private static final Pagination NOTION = Pagination.cursor(
          Source.body("$.next_cursor"), Carrier.body("start_cursor"))
      .items("$.results")
      .hasMore("$.has_more");

  private PostScenarios() {}

  static List<Scenario> all() {
    return List.of(
        scenario("a cursor goes back in the request's body (Notion)")
            .post("/query", "{'filter': {'n': 1.0}}", NOTION)
            .on("POST /query {'filter': {'n': 1.0}}")
            .reply("{'results': [{'id':1}], 'next_cursor': 'a\\u00e9/', 'has_more': true}")
            .on("POST /query {'filter':{'n': 1.0},'start_cursor':'aé/'}")
            .reply("{'results': [{'id':2}], 'next_cursor': null, 'has_more': false}")
            .items("{'id':1}", "{'id':2}")
            .complete(),
        scenario("a cursor's own member of the request's body is found")
            .post("/query", "{'start_cursor':null}", NOTION)
            .alsoDetected()
            .on("POST /query {'start_cursor':null}")
            .reply("{'results': [{'id':1}], 'next_cursor': 'c1', 'has_more': true}")
            .on("POST /query {'start_cursor':'c1'}")
            .reply("{'results': [{'id':2}], 'next_cursor': null, 'has_more': false}")
            .items("{'id':1}", "{'id':2}")
            .complete(),
        scenario("more, and no cursor: an error, not the end (edge 17)")
            .post("/query", "{'filter': 1}", NOTION)
            .alsoDetected()
            .on("POST /query {'filter': 1}")
            .reply("{'results': [{'id':1}], 'next_cursor': null, 'has_more': true}")
            .items("{'id':1}")
            .fails(Kind.PROTOCOL, 1),
        scenario("a cursor that is an object goes back whole in the body (edge 33)")
            .post(
                "/",
                "{'TableName':'t'}",
                Pagination.cursor(
                        Source.body("$.LastEvaluatedKey"), Carrier.body("ExclusiveStartKey"))
                    .items("$.Items"))
            .alsoDetected()
            .on("POST / {'TableName':'t'}")
            .reply(
                "{'Items':[{'id':{'N':'1'}}],'LastEvaluatedKey':{'id':{'N':'9007199254740993'}}}")
            .on("POST / {'TableName':'t','ExclusiveStartKey':{'id':{'N':'9007199254740993'}}}")
            .reply("{'Items':[]}")
            .items("{'id':{'N':'1'}}")
            .complete(),
        scenario("a number goes back as a number in the body (edge 33)")
            .post(
                "/search",
                "{}",
                Pagination.cursor(Source.body("$.next"), Carrier.body("$.page.after"))
                    .items("$.items"))
            .on("POST /search {}")
            .reply("{'items':['a'],'next':12345678901234567890}")
            .on("POST /search {'page':{'after':12345678901234567890}}")
            .reply("{'items':['b']}")
            .items("'a'", "'b'")
            .complete(),
        scenario("offset and page size in the body")
            .post(
                "/search",
                "{'q':'x'}",
                new Pagination.Builder()
                    .next(new Next.Offset(0))
                    .carrier(Carrier.body("from"))
                    .pageSize(new PageSize(Carrier.body("size"), 0, 0))
                    .totalItems(Source.body("$.hits.total"))
                    .build()
                    .items("$.hits.hits"))
            .pageSize(2)
            .on("POST /search {'q':'x','size':2,'from':0}")
            .reply("{'hits':{'total':{'value':3,'relation':'eq'},'hits':[1,2]}}")
            .on("POST /search {'q':'x','size':2,'from':2}")
            .reply("{'hits':{'total':{'value':3,'relation':'eq'},'hits':[3]}}")
            .items("1", "2", "3")
            .complete(),
        scenario("the last hit's sort values go back whole (search_after)")
            .post(
                "/search",
                "{'sort':['t','id']}",
                Pagination.afterLastItem("$.sort", "x")
                    .newBuilder()
                    .carrier(Carrier.body("search_after"))
                    .build()
                    .items("$.hits.hits"))
            .on("POST /search {'sort':['t','id']}")
            .reply("{'hits':{'hits':[{'sort':[1, 'a']},{'sort':[1, 'b']}]}}")
            .on("POST /search {'sort':['t','id'],'search_after':[1, 'b']}")
            .reply("{'hits':{'hits':[]}}")
            .items("{'sort':[1, 'a']}", "{'sort':[1, 'b']}")
            .complete(),
        scenario("POST for the first page, GET for the rest (edge 102)")
            .post(
                "/jobs",
                "{'q':1}",
                Pagination.nextUrl("$.next")
                    .newBuilder()
                    .followingMethod("GET")
                    .build()
                    .items("$.items"))
            .on("POST /jobs {'q':1}")
            .reply("{'items':['a'],'next':'/jobs/7?page=2'}")
            .on("GET /jobs/7?page=2")
            .reply("{'items':['b']}")
            .items("'a'", "'b'")
            .complete(),
        scenario("GraphQL: the end cursor goes back in the variables")
            .post(
                "/graphql",
                "{'query':'q','variables':{'n':2}}",
                Pagination.cursor(
                        Source.body("$.data.users.pageInfo.endCursor"),
                        Carrier.body("variables.after"))
                    .hasMore("$.data.users.pageInfo.hasNextPage")
                    .items("$.data.users.nodes"))
            .on("POST /graphql {'query':'q','variables':{'n':2}}")
            .reply("{'data':{'users':{'nodes':[{'id':1}],"
                + "'pageInfo':{'endCursor':'Y3=','hasNextPage':true}}}}")
            .on("POST /graphql {'query':'q','variables':{'n':2,'after':'Y3='}}")
            .reply("{'data':{'users':{'nodes':[{'id':2}],"
                + "'pageInfo':{'endCursor':'Y4=','hasNextPage':false}}}}")
            .items("{'id':1}", "{'id':2}")
            .complete());
  }
}
