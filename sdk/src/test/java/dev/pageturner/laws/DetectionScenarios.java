package dev.pageturner.laws;

import static dev.pageturner.laws.Scenario.scenario;

import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.pagination.Pagination;
import java.util.List;

/** What detection alone does: doubts that are said aloud, guesses that turn out wrong. */
final class DetectionScenarios {
  private static final Pagination DETECT = Pagination.detect();

  private DetectionScenarios() {}

  static List<Scenario> all() {
    return List.of(
        scenario("a full page and nothing that looks like a next: a warning")
            .list("/names?limit=2", DETECT)
            .on("GET /names?limit=2")
            .reply("[{'id':1},{'id':2}]")
            .items("{'id':1}", "{'id':2}")
            .warns(1)
            .complete(),
        scenario("a page that is not full, and nothing that looks like a next: no warning")
            .list("/names?limit=3", DETECT)
            .on("GET /names?limit=3")
            .reply("[{'id':1},{'id':2}]")
            .items("{'id':1}", "{'id':2}")
            .complete(),
        scenario("more, but nothing to go on from: an error after all items")
            .list("/names", DETECT)
            .on("GET /names")
            .reply("{'data': ['x'], 'has_more': true}")
            .items("'x'")
            .fails(Kind.INCOMPLETE, 1),
        scenario("a page number that the server ignores is an error before any double")
            .list("/names?page=1", DETECT)
            .forwardsOnly()
            .wholePagesOnly()
            .on("GET /names?page=1")
            .reply("['a','b']")
            .on("GET /names?page=2")
            .reply("['a','b']")
            .items("'a'", "'b'")
            .fails(Kind.LOOP, 2),
        scenario("a guessed parameter that the server ignores is an error before any double")
            .list("/names", DETECT)
            .forwardsOnly()
            .wholePagesOnly()
            .on("GET /names")
            .reply("{'items':['a'],'next_cursor':'c1'}")
            .on("GET /names?cursor=c1")
            .reply("{'items':['a'],'next_cursor':'c2'}")
            .on("GET /names?next_cursor=c1")
            .reply("{'items':['a'],'next_cursor':'c3'}")
            .on("GET /names?after=c1")
            .reply("{'items':['a'],'next_cursor':'c4'}")
            .items("'a'")
            .fails(Kind.LOOP, 2),
        scenario("the next likely parameter is tried where the guess was ignored or refused")
            .list("/names", DETECT)
            .wholePagesOnly()
            .on("GET /names")
            .reply("{'items':['a'],'next_cursor':'c1'}")
            .on("GET /names?cursor=c1")
            .reply(400, "{'message':'unknown parameter'}")
            .on("GET /names?next_cursor=c1")
            .reply("{'items':['a'],'next_cursor':'c2'}")
            .on("GET /names?after=c1")
            .reply("{'items':['b'],'next_cursor':null}")
            .items("'a'", "'b'")
            .complete(),
        scenario("a counted list: the request's own page parameter is counted up")
            .list("/names?page=0&size=2", DETECT)
            .on("GET /names?page=0&size=2")
            .reply("{'content':[{'id':1},{'id':2}],'number':0,'last':false,'totalPages':2}")
            .on("GET /names?size=2&page=1")
            .reply("{'content':[{'id':3}],'number':1,'last':true,'totalPages':2}")
            .items("{'id':1}", "{'id':2}", "{'id':3}")
            .complete(),
        scenario("a counted list: the response's offset and total")
            .list("/issues?maxResults=2", DETECT)
            .on("GET /issues?maxResults=2")
            .reply("{'startAt':0,'maxResults':2,'total':3,'issues':[{'id':1},{'id':2}]}")
            .on("GET /issues?maxResults=2&startAt=2")
            .reply("{'startAt':2,'maxResults':2,'total':3,'issues':[{'id':3}]}")
            .items("{'id':1}", "{'id':2}", "{'id':3}")
            .complete(),
        scenario("a page size of the request stays the same on all pages")
            .list("/names?per_page=2&page=1", DETECT)
            .pageSize(3)
            .on("GET /names?page=1&per_page=3")
            .reply("{'page':1,'pages':2,'items':[1,2,3]}")
            .on("GET /names?per_page=3&page=2")
            .reply("{'page':2,'pages':2,'items':[4]}")
            .items("1", "2", "3", "4")
            .complete(),
        scenario("nothing that looks like items is an error that says so")
            .list("/names", DETECT)
            .on("GET /names")
            .reply("{'a': 1}")
            .fails(Kind.PARSE, 1),
        scenario("two arrays that could be it are not guessed at")
            .list("/names", DETECT)
            .wholePagesOnly()
            .on("GET /names")
            .reply("{'red': [{'id':1}], 'blue': [{'id':2}]}")
            .fails(Kind.PARSE, 1));
  }
}
