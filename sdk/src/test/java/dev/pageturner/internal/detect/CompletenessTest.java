package dev.pageturner.internal.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.position.Evidence;
import dev.pageturner.position.Verdict;
import dev.pageturner.position.Verdict.Certainty;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompletenessTest {
  /** One page, and nothing that the pagination looks at: all depends on what the server says. */
  private static final String MORE_IS_SAID = """
      -- totals
      CONTRADICTED TOTAL_ITEMS |||| {'items':#3,'total':7}
      CONTRADICTED TOTAL_ITEMS |||| {'items':#3,'total':'7'}
      CONTRADICTED TOTAL_ITEMS |||| {'items':#3,'total_count':7}
      CONTRADICTED TOTAL_ITEMS |||| {'items':#3,'totalItems':7}
      CONTRADICTED TOTAL_ITEMS |||| {'items':#3,'TotalResults':7}
      CONTRADICTED TOTAL_ITEMS |||| {'items':#3,'totalcount':7}
      CONTRADICTED TOTAL_ITEMS |||| {'items':#3,'totalSize':7}
      CONTRADICTED TOTAL_ITEMS |||| {'items':#3,'meta':{'total':7}}
      CONTRADICTED TOTAL_ITEMS |||| {'items':#3,'meta':{'page':{'total':7}}}
      CONTRADICTED TOTAL_ITEMS |||| {'items':#3,'paging':{'total':7}}
      CONTRADICTED TOTAL_ITEMS |||| {'items':#3,'extra':{'total_count':7}}
      CONTRADICTED TOTAL_ITEMS |||| {'data':{'things':#3,'total':7}}
      CONTRADICTED TOTAL_ITEMS |||| {'data':{'list':{'items':#3},'total':7}}
      CONTRADICTED TOTAL_ITEMS |||| {'hits':{'total':{'value':7,'relation':'eq'},'hits':#3}}
      CONTRADICTED TOTAL_ITEMS |||| {'hits':{'total':{'value':10000,'relation':'gte'},'hits':#3}}
      CONTRADICTED TOTAL_ITEMS |||| {'response':{'numFound':7,'docs':#3}}
      CONTRADICTED TOTAL_ITEMS |||| {'@odata.count':7,'value':#3}
      CONTRADICTED TOTAL_ITEMS |||| {'count':7,'results':#3}
      CONTRADICTED TOTAL_ITEMS |||| {'result_count':7,'results':#3}
      CONTRADICTED TOTAL_ITEMS |||| {'recordCount':7,'records':#3}
      CONTRADICTED TOTAL_ITEMS |||| {'totalUsers':7,'users':#3}
      CONTRADICTED TOTAL_ITEMS | | GET /v1/devices | | {'total_devices':7,'items':#3}
      CONTRADICTED TOTAL_ITEMS |||| {'metadata':{'remainingItemCount':4},'items':#3}
      CONTRADICTED TOTAL_ITEMS ||| X-Total-Count: 7 | #3
      CONTRADICTED TOTAL_ITEMS ||| X-Total: 7 | #3
      CONTRADICTED TOTAL_ITEMS ||| Total-Count: 7 | #3
      CONTRADICTED TOTAL_ITEMS ||| total: 7 | #3
      CONTRADICTED TOTAL_ITEMS ||| X-WP-Total: 7 | #3
      CONTRADICTED TOTAL_ITEMS FULL_PAGE ||| X-Pagination: {'TotalCount':7,'PageSize':3} | #3
      CONTRADICTED TOTAL_ITEMS ||| X-Result-Count: 7 | #3
      -- page counts
      CONTRADICTED TOTAL_PAGES |||| {'items':#3,'total_pages':3}
      CONTRADICTED TOTAL_PAGES |||| {'items':#3,'totalPages':3}
      CONTRADICTED TOTAL_PAGES |||| {'items':#3,'last_page':3}
      CONTRADICTED TOTAL_PAGES |||| {'items':#3,'page_count':3}
      CONTRADICTED TOTAL_PAGES |||| {'items':#3,'meta':{'pages':3}}
      CONTRADICTED TOTAL_PAGES |||| {'items':#3,'page':1,'pages':3}
      CONTRADICTED TOTAL_PAGES |||| {'items':#3,'pagination':{'total_pages':3,'page':1}}
      CONTRADICTED TOTAL_PAGES |||| {'items':#3,'numberOfPages':3}
      CONTRADICTED TOTAL_PAGES ||| X-Total-Pages: 3 | #3
      CONTRADICTED TOTAL_PAGES ||| X-WP-TotalPages: 3 | #3
      CONTRADICTED TOTAL_PAGES ||| X-Page-Count: 3 | #3
      CONTRADICTED TOTAL_ITEMS TOTAL_PAGES |||| {'items':#3,'meta':{'pages':3,'total':8}}
      -- partial content
      CONTRADICTED PARTIAL_CONTENT | status=206 | | Content-Range: 0-2/20 | #3
      CONTRADICTED PARTIAL_CONTENT | | | Content-Range: items 0-2/20 | #3
      CONTRADICTED PARTIAL_CONTENT | | | Content-Range: items=0-2/20 | #3
      CONTRADICTED PARTIAL_CONTENT | status=206 | | Content-Range: 0-2/* | #3
      CONTRADICTED PARTIAL_CONTENT | status=206 | | | #3
      -- flags
      CONTRADICTED FLAG |||| {'items':#3,'has_more':true}
      CONTRADICTED FLAG |||| {'items':#3,'hasMore':'true'}
      CONTRADICTED FLAG |||| {'items':#3,'has_next':true}
      CONTRADICTED FLAG |||| {'items':#3,'hasnextpage':true}
      CONTRADICTED FLAG |||| {'items':#3,'IsTruncated':true}
      CONTRADICTED FLAG |||| {'items':#3,'truncated':true}
      CONTRADICTED FLAG |||| {'items':#3,'more':true}
      CONTRADICTED FLAG |||| {'items':#3,'moreResultsAvailable':true}
      CONTRADICTED FLAG |||| {'items':#3,'has_more_items':true}
      CONTRADICTED FLAG |||| {'things':#3,'has_more_things':true}
      CONTRADICTED FLAG |||| {'items':#3,'is_last':false}
      CONTRADICTED FLAG |||| {'items':#3,'isLastPage':false}
      CONTRADICTED FLAG |||| {'items':#3,'last':false}
      CONTRADICTED FLAG |||| {'items':#3,'end_of_stream':false}
      CONTRADICTED FLAG |||| {'items':#3,'no_more':false}
      CONTRADICTED FLAG |||| {'items':#3,'pageInfo':{'hasNextPage':true}}
      CONTRADICTED FLAG |||| {'items':#3,'stuff':{'has_more':true}}
      CONTRADICTED FLAG ||| X-Has-More: true | #3
      -- links and URLs
      CONTRADICTED NEXT_LINK ||| Link: </things?page=2>; rel="next" | #3
      CONTRADICTED NEXT_LINK ||| Link: </things?page=9>; rel="last", </things?page=2>; rel="next" | #3
      CONTRADICTED NEXT_LINK |||| {'items':#3,'links':[{'rel':'self','href':'/a'},{'rel':'next','href':'/a?p=2'}]}
      CONTRADICTED NEXT_LINK |||| {'entry':#3,'link':[{'relation':'next','url':'https://h/things?p=2'}]}
      CONTRADICTED NEXT_LINK |||| {'items':#3,'links':[{'name':'next','uri':'/a?p=2'}]}
      CONTRADICTED NEXT_LINK |||| {'items':#3,'link':[{'rel':['next'],'href':'/a?p=2'}]}
      CONTRADICTED NEXT_URL |||| {'items':#3,'next':'https://h/things?page=2'}
      CONTRADICTED NEXT_URL |||| {'items':#3,'next':'?page=2'}
      CONTRADICTED NEXT_URL |||| {'items':#3,'links':{'next':'/things?page=2'}}
      CONTRADICTED NEXT_URL |||| {'items':#3,'links':{'next':{'href':'/things?page=2'}}}
      CONTRADICTED NEXT_URL |||| {'items':#3,'_links':{'next':{'href':'/things?page=2'}}}
      CONTRADICTED NEXT_URL |||| {'value':#3,'@odata.nextLink':'/things?$skiptoken=2'}
      CONTRADICTED NEXT_URL |||| {'records':#3,'nextRecordsUrl':'/query/01g-2000'}
      CONTRADICTED NEXT_URL |||| {'items':#3,'next_page_url':'/things?page=2'}
      -- tokens and numbers
      CONTRADICTED NEXT_CURSOR |||| {'items':#3,'next_cursor':'abc'}
      CONTRADICTED NEXT_CURSOR |||| {'items':#3,'nextPageToken':'abc'}
      CONTRADICTED NEXT_CURSOR |||| {'items':#3,'nextpagetoken':'abc'}
      CONTRADICTED NEXT_CURSOR |||| {'items':#3,'NextToken':'abc'}
      CONTRADICTED NEXT_CURSOR |||| {'items':#3,'NextMarker':'abc'}
      CONTRADICTED NEXT_CURSOR |||| {'items':#3,'next':'abc'}
      CONTRADICTED NEXT_CURSOR |||| {'items':#3,'next':3}
      CONTRADICTED NEXT_CURSOR |||| {'items':#3,'next_offset':3}
      CONTRADICTED NEXT_CURSOR |||| {'values':#3,'nextPageStart':3}
      CONTRADICTED NEXT_CURSOR |||| {'items':#3,'meta':{'next_page':2}}
      CONTRADICTED NEXT_CURSOR |||| {'items':#3,'unknown':{'next_cursor':'abc'}}
      CONTRADICTED NEXT_CURSOR |||| {'items':#3,'paging':{'next':{'after':'NTI1'}}}
      CONTRADICTED NEXT_CURSOR |||| {'data':{'items':#3,'next_token':'abc'}}
      CONTRADICTED NEXT_CURSOR ||| X-Next-Page: 2 | #3
      CONTRADICTED NEXT_CURSOR ||| X-Next-Cursor: abc | #3
      CONTRADICTED NEXT_CURSOR ||| opc-next-page: abc | #3
      """;

  private static final String DOUBTS = """
      -- names that only sound like it
      IN_DOUBT SOUNDS_LIKE_MORE |||| {'items':#3,'continuation':'abc'}
      IN_DOUBT SOUNDS_LIKE_MORE |||| {'items':#3,'continuationToken':'abc'}
      IN_DOUBT SOUNDS_LIKE_MORE |||| {'items':#3,'cursor':'abc'}
      IN_DOUBT SOUNDS_LIKE_MORE |||| {'items':#3,'end_cursor':'abc'}
      IN_DOUBT SOUNDS_LIKE_MORE |||| {'items':#3,'paging':{'cursors':{'before':'a','after':'b'}}}
      IN_DOUBT SOUNDS_LIKE_MORE |||| {'items':#3,'scroll_id':'abc'}
      IN_DOUBT SOUNDS_LIKE_MORE |||| {'items':#3,'bookmark':'abc'}
      IN_DOUBT SOUNDS_LIKE_MORE |||| {'items':#3,'marker':'abc'}
      IN_DOUBT SOUNDS_LIKE_MORE |||| {'items':#3,'pageToken':'abc'}
      IN_DOUBT SOUNDS_LIKE_MORE |||| {'items':#3,'odd':{'myNextThing':'abc'}}
      IN_DOUBT SOUNDS_LIKE_MORE |||| {'items':#3,'moreAt':'abc','x':{'resume_here':'abc'}}
      IN_DOUBT SOUNDS_LIKE_MORE |||| {'items':#3,'complete':false}
      IN_DOUBT SOUNDS_LIKE_MORE |||| {'items':#3,'incomplete_results':true}
      IN_DOUBT SOUNDS_LIKE_MORE |||| {'items':#3,'totalEstimatedMatches':90}
      IN_DOUBT SOUNDS_LIKE_MORE |||| {'items':#3,'pages':3}
      IN_DOUBT SOUNDS_LIKE_MORE ||| x-ms-continuation: abc | #3
      IN_DOUBT SOUNDS_LIKE_MORE ||| x-continuation-token: abc | #3
      IN_DOUBT SOUNDS_LIKE_MORE ||| X-Cursor: abc | #3
      IN_DOUBT SOUNDS_LIKE_MORE |||| {'items':#3,'stuff':{'total':50}}
      IN_DOUBT SOUNDS_LIKE_MORE |||| {'items':#3,'stuff':{'more':true}}
      IN_DOUBT SOUNDS_LIKE_MORE |||| {'items':#3,'stuff':{'next':'abc'}}
      -- full pages
      IN_DOUBT FULL_PAGE |||| #10
      IN_DOUBT FULL_PAGE |||| {'items':#100}
      IN_DOUBT FULL_PAGE | | GET /things?limit=3 | | {'items':#3}
      IN_DOUBT FULL_PAGE | | GET /things?per_page=3 | | #3
      IN_DOUBT FULL_PAGE | | GET /things?page[size]=3 | | #3
      IN_DOUBT FULL_PAGE | | GET /things?$top=3 | | {'value':#3}
      IN_DOUBT FULL_PAGE | | POST /things {'limit':3} | | {'items':#3}
      IN_DOUBT FULL_PAGE | | POST /things {'query':'q','variables':{'first':3}} | | {'items':#3}
      IN_DOUBT FULL_PAGE | | GET /things Prefer: odata.maxpagesize=3 | | {'value':#3}
      IN_DOUBT FULL_PAGE | | GET /things Range: items=0-2 | | #3
      IN_DOUBT FULL_PAGE | | GET /things X-Page-Size: 3 | | #3
      IN_DOUBT FULL_PAGE | size=3 | | | #3
      IN_DOUBT FULL_PAGE |||| {'items':#3,'limit':3}
      IN_DOUBT FULL_PAGE |||| {'items':#3,'meta':{'per_page':3}}
      IN_DOUBT FULL_PAGE |||| {'items':#3,'pageSize':3}
      IN_DOUBT FULL_PAGE ||| X-Per-Page: 3 | #3
      -- pages cut below what was asked
      IN_DOUBT CAPPED_PAGE | | GET /things?limit=500 | | {'items':#100}
      IN_DOUBT CAPPED_PAGE | | GET /things?limit=500 | | {'items':#7,'limit':7}
      IN_DOUBT CAPPED_PAGE | | POST /things {'page_size':1000} | | {'items':#200}
      IN_DOUBT CAPPED_PAGE | SHORT_PAGE rule=SHORT_PAGE page=page size=500 | | | {'items':#100}
      """;

  private static final String NOTHING_IS_SAID = """
      ASSUMED |||| #3
      ASSUMED |||| []
      ASSUMED |||| {'items':#3}
      ASSUMED |||| {'items':[]}
      ASSUMED |||| {'items':#7,'kind':'list','etag':'a1b2c3'}
      -- money and other totals
      ASSUMED |||| {'items':#3,'total':5998,'currency':'EUR'}
      ASSUMED |||| {'items':#3,'total':59.98}
      ASSUMED |||| {'items':#3,'subtotal':100,'total':119,'tax':19}
      ASSUMED |||| {'items':#3,'total_amount':5998}
      ASSUMED |||| {'items':#3,'total_price':5998}
      ASSUMED |||| {'items':#3,'total_time':5998}
      ASSUMED |||| {'items':#3,'cart':{'total':5998}}
      ASSUMED |||| {'items':#3,'prices':{'total':5998}}
      ASSUMED |||| {'items':#3,'facets':{'colour':{'total':50}}}
      ASSUMED |||| {'items':#3,'facets':{'total_count':50}}
      ASSUMED |||| {'items':#3,'aggregations':{'by_day':{'count':50}}}
      ASSUMED |||| {'items':#3,'stats':{'total_items':50,'pages':9}}
      ASSUMED |||| {'items':#3,'_shards':{'total':50}}
      ASSUMED |||| {'items':#3,'user':{'total_count':50}}
      ASSUMED |||| {'items':#3,'comments':{'nodes':#2,'pageInfo':{'hasNextPage':true,'endCursor':'a'}}}
      ASSUMED |||| {'items':#3,'comments':{'nodes':#2,'total_count':9}}
      ASSUMED |||| {'items':#3,'count':3}
      ASSUMED |||| {'items':#2,'paging':{'count':10,'start':0}}
      ASSUMED | | GET /things?count=50 | | {'items':#2,'count':50}
      ASSUMED |||| {'items':#3,'totalPrevious':0,'number':12}
      ASSUMED |||| {'items':#3,'page_total':30}
      ASSUMED |||| {'items':#3,'total':-1}
      ASSUMED |||| {'items':#3,'total':null}
      ASSUMED |||| {'items':#3,'total':'many'}
      ASSUMED |||| {'items':#3,'book':{'pages':320}}
      -- echoes
      ASSUMED |||| {'items':#3,'page':1,'per_page':20}
      ASSUMED |||| {'items':#3,'page':1,'limit':20,'offset':0}
      ASSUMED | | GET /things?cursor=abc | | {'items':#3,'cursor':'abc'}
      ASSUMED | | GET /things?after=x1 | | {'items':#3,'after':'x1'}
      ASSUMED | | GET /things?after=2024-01-01 | | {'items':#3,'after':'2024-01-01T00:00:00Z'}
      ASSUMED | | POST /things {'cursor':'abc'} | | {'items':#3,'cursor':'abc'}
      ASSUMED |||| {'items':#3,'start_cursor':'abc','previous_cursor':'def','first':'x'}
      ASSUMED |||| {'items':#3,'links':{'self':'/things','first':'/things','last':'/things','prev':null}}
      ASSUMED |||| {'items':#3,'links':[{'rel':'self','href':'/things'},{'rel':'prev','href':'/a'}]}
      ASSUMED ||| Link: </things>; rel="self", </a>; rel="prev", </docs>; rel="help" | #3
      ASSUMED ||| Link: </things?page=2>; rel="next"; results="false" | #3
      ASSUMED ||| Link: </things>; rel="next" | #3
      -- nothing in a next
      ASSUMED |||| {'items':#3,'next':null}
      ASSUMED |||| {'items':#3,'next':''}
      ASSUMED |||| {'items':#3,'next':0}
      ASSUMED |||| {'items':#3,'next_page':-1}
      ASSUMED |||| {'items':#3,'next_cursor':'0'}
      ASSUMED |||| {'items':#3,'more':null}
      ASSUMED |||| {'items':#3,'links':{'next':null}}
      ASSUMED |||| {'items':#3,'next':'https://h/things'}
      ASSUMED ||| X-Next-Page: | #3
      -- other things that are next, more or after
      ASSUMED |||| {'items':#3,'next_billing_date':'2026-01-01'}
      ASSUMED |||| {'items':#3,'next_steps':'call'}
      ASSUMED |||| {'items':#3,'nextSteps':'Call the office'}
      ASSUMED |||| {'items':#3,'next_run_at':1767225600}
      ASSUMED |||| {'items':#3,'next_update':'tomorrow'}
      ASSUMED |||| {'items':#3,'nextSyncToken':'abc'}
      ASSUMED |||| {'items':#3,'newStartPageToken':'abc'}
      ASSUMED |||| {'items':#3,'@odata.deltaLink':'/things?delta=1'}
      ASSUMED |||| {'items':#3,'next':'Read the manual'}
      ASSUMED |||| {'items':#3,'more_info':'https://docs'}
      ASSUMED |||| {'items':#3,'learn_more_url':'https://docs'}
      ASSUMED |||| {'items':#3,'context':'abc','contexts':'abc','aftermath':'abc'}
      ASSUMED |||| {'items':#3,'paid':true,'unfinished':true,'moreover':true}
      ASSUMED |||| {'items':#3,'csrf_token':'abc','access_token':'def'}
      ASSUMED |||| {'items':#3,'error':{'more':true}}
      ASSUMED |||| {'items':#3,'success':true,'ok':true,'status':'done'}
      -- headers of all kinds
      ASSUMED ||| X-RateLimit-Limit: 5000 ~ X-RateLimit-Remaining: 4999 ~ X-RateLimit-Reset: 1767225600 | #3
      ASSUMED ||| RateLimit: limit=100, remaining=50 ~ Retry-After: 3 | #3
      ASSUMED ||| X-Request-Id: a1b2c3 ~ ETag: "abc" ~ Server: next.js ~ Date: now | #3
      ASSUMED ||| X-Nextjs-Cache: HIT ~ X-Powered-By: Next.js | #3
      ASSUMED ||| Content-Length: 5000 ~ Content-Type: application/json ~ Cache-Control: max-age=0 | #3
      ASSUMED ||| X-Time-Total: 350 ~ X-Query-Count: 90 | #3
      ASSUMED ||| X-Pagination: nonsense ~ X-Retry-After: abc | #3
      ASSUMED ||| Content-Range: bytes 0-100/5000 | #3
      ASSUMED ||| Content-Range: items 0-2/* | #3
      -- sizes that are not reached
      ASSUMED | | GET /things?limit=50 | | {'items':#19}
      ASSUMED | | GET /things?limit=50 | | {'items':#10}
      ASSUMED |||| {'items':#20,'limit':50}
      ASSUMED | | GET /things?limit=50 | | {'items':#30,'limit':50}
      ASSUMED |||| #33
      """;

  private static final String THE_END_IS_SAID = """
      -- words that the pagination does not use, and that say end
      PROVED |||| {'items':#3,'has_more':false}
      PROVED |||| {'items':#10,'hasMore':false}
      PROVED |||| {'items':#3,'is_last_page':true,'page':1}
      PROVED |||| {'items':#3,'last':true}
      PROVED |||| {'items':#3,'next':false}
      PROVED |||| {'items':#3,'end_of_stream':true}
      PROVED |||| {'items':#3,'total':3}
      PROVED |||| {'items':#3,'meta':{'total_count':3,'total_pages':1}}
      PROVED |||| {'items':#3,'total_pages':1}
      PROVED ||| X-Total-Count: 3 | #3
      PROVED NEXT_CURSOR |||| {'items':#3,'next_cursor':'abc','has_more':false}
      PROVED TOTAL_ITEMS |||| {'items':#3,'total':7,'has_more':false}
      PROVED |||| {'items':#3,'end_cursor':'abc','has_next_page':false}
      -- a total of a full page may be that page's
      ASSUMED | | GET /things?limit=3 | | {'items':#3,'total':3}
      ASSUMED |||| {'items':#10,'total':10}
      -- signals in use
      PROVED | FLAG cursor=$.cursor flag=$.has_more pages=2 read=6 | | | {'items':#3,'cursor':'a','has_more':false}
      PROVED TOTAL_ITEMS | FLAG cursor=$.cursor flag=$.has_more pages=2 read=6 | | | {'items':#3,'total':9,'has_more':false}
      PROVED | NULL seen cursor=$.next_cursor pages=2 read=6 | | | {'items':#3,'next_cursor':null}
      PROVED | EMPTY seen cursor=$.next_cursor pages=2 read=6 | | | {'items':#3,'next_cursor':''}
      PROVED TOTAL_ITEMS | NULL seen cursor=$.next_cursor pages=2 read=6 | | | {'items':#3,'next_cursor':null,'total':7}
      CONTRADICTED FLAG | NULL seen cursor=$.next_cursor pages=2 read=6 | | | {'items':#3,'next_cursor':null,'has_more':true}
      PROVED | NULL cursor=$.next_cursor | | | {'items':#3,'next_cursor':null}
      PROVED | NULL url=$.next recognised | | | {'items':#10,'next':null}
      PROVED | NULL url=$.links.next recognised | | | {'items':#10,'links':{'next':null}}
      PROVED | NULL url=$.next recognised | | | {'count':3,'results':#3,'next':null,'previous':null}
      CONTRADICTED TOTAL_ITEMS | NULL url=$.next recognised | | | {'count':7,'results':#3,'next':null}
      CONTRADICTED NEXT_CURSOR | NULL cursor=$.next | | | {'items':#3,'next':null,'next_cursor':'abc'}
      ASSUMED | NULL cursor=$.foo | | | {'items':#3,'foo':null}
      -- absent
      PROVED | ABSENT seen cursor=$.next_cursor pages=2 read=5 before={'items':#3,'next_cursor':'a'} | | | {'items':#2}
      PROVED | ABSENT seen url=$.links.next pages=2 read=5 before={'items':#3,'links':{'self':'/','next':'/2'}} | | | {'items':#2,'links':{'self':'/2','prev':'/'}}
      PROVED | ABSENT seen link pages=2 read=5 before=#3 | | Link: </a>; rel="prev" | #2
      PROVED | ABSENT seen cursor=$.paging.next.after pages=2 read=5 before={'items':#3,'paging':{'next':{'after':'a'}}} | | | {'items':#2}
      IN_DOUBT ODD_PAGE | ABSENT seen cursor=$.next_cursor pages=2 read=6 before={'items':#3,'next_cursor':'a'} | | | {'items':#3,'q17':'b'}
      CONTRADICTED NEXT_CURSOR ODD_PAGE | ABSENT seen cursor=$.next_cursor pages=2 read=6 before={'items':#3,'next_cursor':'a'} | | | {'items':#3,'nextCursor':'b'}
      ASSUMED | ABSENT seen cursor=$.nextPageToken pages=2 read=6 before={'items':#3,'nextPageToken':'a'} | | | {'items':#3,'nextSyncToken':'b'}
      ASSUMED | ABSENT seen cursor=$.nextPageToken pages=2 read=6 before={'items':#3,'nextPageToken':'a'} | | | {'items':#3,'message':'end'}
      ASSUMED | ABSENT seen cursor=$.nextPageToken pages=2 read=6 before={'items':#3,'nextPageToken':'a'} | | | {'items':#3,'users':{'u1':'Ann'}}
      IN_DOUBT ODD_PAGE | ABSENT seen cursor=$.nextPageToken pages=2 read=6 before={'items':#3,'nextPageToken':'a'} | | | {'items':#3,'q17':12}
      CONTRADICTED TOTAL_ITEMS | ABSENT seen cursor=$.next_cursor pages=2 read=6 largest=3 before={'items':#3,'total':9,'next_cursor':'a'} | | | {'items':#3,'total':9}
      PROVED TOTAL_ITEMS | ABSENT seen cursor=$.next_cursor pages=2 read=5 largest=3 before={'items':#3,'total':6,'next_cursor':'a'} | | | {'items':#2,'total':6}
      CONTRADICTED TOTAL_ITEMS ODD_PAGE | ABSENT seen cursor=$.next_cursor pages=2 read=3 before={'items':#3,'total':9,'next_cursor':'a'} | | | {}
      IN_DOUBT ODD_PAGE | ABSENT seen cursor=$.next_cursor pages=2 read=3 before={'items':#3,'kind':'k','next_cursor':'a'} | | | {}
      ASSUMED | ABSENT cursor=$.next_cursor | | | {'items':#3}
      ASSUMED | ABSENT cursor=$.next_cursor | | | {'items':#3,'kind':'things','etag':'a1b2c3d4e5'}
      ASSUMED | ABSENT link | | | #3
      IN_DOUBT FULL_PAGE | ABSENT link | GET /things?per_page=3 | | #3
      -- a path that leads to nothing
      CONTRADICTED NEXT_CURSOR NOTHING_AT_PATH | ABSENT cursor=$.meta.next | | | {'items':#3,'meta':{'next_cursor':'abc'}}
      IN_DOUBT NOTHING_AT_PATH | ABSENT cursor=$.meta.next | | | {'items':#3,'meta':{'pg':'eyJhIjoxfQ=='}}
      IN_DOUBT NOTHING_AT_PATH | ABSENT cursor=$.nxt | | | {'items':#3,'token':'abc'}
      ASSUMED | ABSENT cursor=$.meta.next recognised | | | {'items':#3,'meta':{'pg':'eyJhIjoxfQ=='}}
      -- counters
      ASSUMED | EMPTY_PAGE page=page pages=3 read=6 largest=3 | GET /things?page=3 | | {'items':[]}
      PROVED | EMPTY_PAGE page=page rule=EMPTY_PAGE pages=3 read=6 largest=3 | GET /things?page=3 | | {'items':[]}
      PROVED | EMPTY_PAGE page=page pages=3 read=6 largest=3 | GET /things?page=3 | | {'items':[],'total':6}
      CONTRADICTED TOTAL_ITEMS | EMPTY_PAGE page=page pages=3 read=6 largest=3 | GET /things?page=3 | | {'items':[],'total':9}
      IN_DOUBT UNPROVED_GUESS | EMPTY_PAGE guessed page=page pages=2 read=3 largest=3 | GET /things?page=2 | | {'items':[]}
      PROVED | TOTAL_ITEMS offset=offset total=$.total pages=2 read=6 | | | {'items':#3,'total':6}
      PROVED | TOTAL_ITEMS offset=offset total=$.total | | | {'items':#3,'total':3}
      CONTRADICTED NEXT_URL | TOTAL_ITEMS offset=offset total=$.total | | | {'items':#3,'total':3,'next':'?offset=3'}
      CONTRADICTED FLAG | TOTAL_ITEMS offset=offset total=$.total size=3 | | | {'items':#3,'total':3,'has_more':true}
      PROVED NEXT_URL | TOTAL_ITEMS offset=offset total=$.total pages=2 read=6 | | | {'items':#3,'total':6,'next':'?offset=6'}
      PROVED | TOTAL_PAGES page=page totalPages=$.pages pages=2 read=5 | | | {'items':#2,'page':2,'pages':2}
      PROVED | TOTAL_PAGES page=page totalPages=$.pages pages=2 read=5 | | | {'items':#2,'page':2,'next_page':3,'pages':2}
      CONTRADICTED TOTAL_ITEMS | TOTAL_PAGES page=page totalPages=$.pages pages=2 read=6 largest=3 | | | {'items':#3,'page':2,'pages':2,'total':9}
      CONTRADICTED TOTAL_ITEMS | TOTAL_PAGES page=page totalPages=$.pages pages=2 read=3 largest=3 | | | {'items':[],'page':2,'pages':2,'total':4}
      PROVED TOTAL_ITEMS | TOTAL_PAGES page=page totalPages=$.pages pages=2 read=5 largest=3 | | | {'items':#2,'page':2,'pages':2,'total':6}
      -- rules of the user
      PROVED | SHORT_PAGE rule=SHORT_PAGE page=page size=3 pages=2 read=5 largest=3 | | | {'items':#2}
      CONTRADICTED TOTAL_ITEMS | SHORT_PAGE rule=SHORT_PAGE page=page size=500 | | | {'items':#7,'total':900}
      CONTRADICTED FLAG | SHORT_PAGE rule=SHORT_PAGE page=page size=500 | | | {'items':#7,'has_more':true}
      PROVED | REPEATED_CURSOR rule=REPEATED_CURSOR cursor=$.cursor pages=2 read=6 | GET /things?cursor=a | | {'items':[],'cursor':'a'}
      CONTRADICTED FLAG FULL_PAGE | NO_EXTRA_ITEM cursor=$.cursor size=3 | | | {'items':#3,'has_more':true}
      CONTRADICTED FLAG | NO_EXTRA_ITEM cursor=$.cursor size=3 | | | {'items':#2,'has_more':true}
      PROVED | NO_EXTRA_ITEM cursor=$.cursor size=3 | | | {'items':#2}
      IN_DOUBT FULL_PAGE | NO_EXTRA_ITEM cursor=$.cursor size=3 | | | {'items':#3}
      PROVED | NO_EXTRA_ITEM cursor=$.cursor size=3 seen pages=2 read=6 | | | {'items':#3}
      PROVED | NOTHING_NEW cursor=$.cursor pages=2 read=3 seen | | | {'items':#2}
      IN_DOUBT FULL_PAGE | ONE_KEY cursor=$.cursor size=3 pages=2 read=3 seen | | | {'items':#3}
      PROVED | END_STATUS page=page status=404 pages=3 read=6 | GET /things?page=3 | | {'message':'no such page'}
      PROVED | FLAG url=$.next_page flag=$.more pages=2 read=6 | | | {'items':#3,'more':false,'next_page':'/things?page=3'}
      """;

  static Stream<EndRow> rows() {
    return Stream.of(MORE_IS_SAID, DOUBTS, NOTHING_IS_SAID, THE_END_IS_SAID).flatMap(EndRow::all);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void judgesTheEnd(EndRow row) {
    assertThat(row.judged()).isEqualTo(row.expected());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void evidenceTellsNoCursorAndNoToken(EndRow row) {
    Verdict verdict = row.verdict();
    assertThat(verdict.evidence()).allSatisfy(evidence -> {
      assertThat(evidence.says()).doesNotContain("abc", "eyJ", "NTI1", "page=2").isNotBlank();
      assertThat(evidence.where()).isNotBlank();
    });
    assertThat(verdict.reason()).isNotBlank();
  }

  static Stream<EndRow> contradicted() {
    // With a proof of its own, nothing is left to speak once the contradiction is gone.
    return rows()
        .filter(row -> row.verdict().certainty() == Certainty.CONTRADICTED)
        .filter(row -> !row.options().matches(".*\\b(NULL|NO_EXTRA_ITEM|rule=.*|total.*)\\b.*"));
  }

  /** Whatever the one word is called that says that there is more: without it nothing is proved. */
  @ParameterizedTest
  @MethodSource("contradicted")
  void aSignalWithAnUnknownNameProvesNothing(EndRow row) {
    Verdict verdict = row.verdict();
    EndRow renamed = row;
    for (Evidence evidence : verdict.evidence()) {
      String name = evidence.where().replaceAll("^.*[.' ]([^.' \\]]+)('])?$", "$1");
      renamed = renamed.withBody(renamed.body().replace("'" + name + "'", "'zq'"));
      renamed = renamed.withHeaders(renamed.headers().replace(name + ":", "zq:"));
    }
    assertThat(renamed.verdict().certainty()).isNotEqualTo(Certainty.PROVED);
  }
}
