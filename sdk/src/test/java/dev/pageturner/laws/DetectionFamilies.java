package dev.pageturner.laws;

import java.util.List;
import java.util.stream.Stream;

/** First responses as families of real APIs send them, and the pagination that each has. */
final class DetectionFamilies {
  private DetectionFamilies() {}

  /**
   * A first request, what comes back, and what must be decided.
   *
   * @param name the family
   * @param request method, path and query, and perhaps a body
   * @param headers of the response
   * @param body of the response, with {@code '} for {@code "}
   * @param decided the pagination in words; where the first word is {@code warns}, with a warning
   */
  record Family(String name, String request, List<String> headers, String body, String decided) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Family> all() {
    return Stream.of(
            links(),
            urls(),
            cursors(),
            headers(),
            counters(),
            none(),
            nextInTheAnswer(),
            counts(),
            linkLists(),
            vague())
        .flatMap(List::stream);
  }

  private static Family family(
      String name, String request, List<String> headers, String body, String decided) {
    return new Family(name, request, headers, body.replace('\'', '"'), decided);
  }

  private static Family family(String name, String request, String body, String decided) {
    return family(name, request, List.of(), body, decided);
  }

  private static List<Family> links() {
    String decided = "items: array $; next: Link header, rel=next; sent as: the URL itself";
    return List.of(
        family(
            "GitHub",
            "GET /repos/o/r/issues?per_page=2",
            List.of("Link: <https://h/repositories/1/issues?per_page=2&page=2>; rel=\"next\","
                + " <https://h/repositories/1/issues?per_page=2&page=9>; rel=\"last\""),
            "[{'id':1},{'id':2}]",
            decided + "; page size: query per_page"),
        family(
            "GitHub, on its only page",
            "GET /repos/o/r/issues",
            List.of("Link: <https://h/x?page=1>; rel=\"first\""),
            "[{'id':1}]",
            decided),
        family(
            "Shopify",
            "GET /admin/api/products.json?limit=2",
            List.of(
                "Link: <https://h/admin/api/products.json?limit=2&page_info=abc>; rel=\"next\""),
            "{'products':[{'id':1},{'id':2}]}",
            "items: array $.products; next: Link header, rel=next; sent as: the URL itself;"
                + " page size: query limit"),
        family(
            "Docker registry",
            "GET /v2/_catalog?n=2",
            List.of("Link: </v2/_catalog?last=b&n=2>; rel=\"next\""),
            "{'repositories':['a','b']}",
            "items: array $.repositories; next: Link header, rel=next; sent as: the URL itself;"
                + " page size: query n"),
        family(
            "GitLab",
            "GET /projects",
            List.of(
                "Link: <https://h/projects?page=2>; rel=\"next\"", "X-Next-Page: 2", "X-Total: 40"),
            "[{'id':1}]",
            decided + "; total items: header X-Total"));
  }

  private static List<Family> urls() {
    return List.of(
        family(
            "Django REST",
            "GET /users/",
            "{'count':3,'next':'https://h/users/?page=2','previous':null,'results':[{'id':1}]}",
            "items: array $.results; next: URL $.next; sent as: the URL itself; total items: $.count"),
        family(
            "Django REST, on its only page",
            "GET /users/",
            "{'count':1,'next':null,'previous':null,'results':[{'id':1}]}",
            "items: array $.results; next: URL $.next; sent as: the URL itself; total items: $.count"),
        family(
            "Bitbucket",
            "GET /2.0/repositories/w",
            "{'pagelen':10,'size':30,'page':1,'values':[{'uuid':'a'}],"
                + "'next':'https://h/2.0/repositories/w?page=2'}",
            "items: array $.values; next: URL $.next; sent as: the URL itself"),
        family(
            "OData",
            "GET /v4/People?$top=2",
            "{'@odata.context':'$metadata#People','@odata.count':20,'value':[{'Id':1},{'Id':2}],"
                + "'@odata.nextLink':'https://h/v4/People?$skiptoken=2'}",
            "items: array $.value; next: URL $['@odata.nextLink']; sent as: the URL itself;"
                + " total items: $['@odata.count']; page size: query $top"),
        family(
            "HAL",
            "GET /orders",
            "{'_embedded':{'orders':[{'id':1}]},'_links':{'self':{'href':'/orders'},"
                + "'next':{'href':'/orders?page=1'}}}",
            "items: array $._embedded.orders; next: URL $._links.next.href; sent as: the URL itself"),
        family(
            "HAL, on its only page",
            "GET /orders",
            "{'_embedded':{'orders':[{'id':1}]},'_links':{'self':{'href':'/orders'}}}",
            "items: array $._embedded.orders; next: URL $._links.next.href; sent as: the URL itself"),
        family(
            "Spring HATEOAS",
            "GET /people?size=2",
            "{'_embedded':{'people':[{'id':1},{'id':2}]},'_links':{'self':{'href':'https://h/people'},"
                + "'next':{'href':'https://h/people?page=1&size=2'}},"
                + "'page':{'size':2,'totalElements':5,'totalPages':3,'number':0}}",
            "items: array $._embedded.people; next: URL $._links.next.href; sent as: the URL itself;"
                + " total items: $.page.totalElements; page size: query size"),
        family(
            "FHIR",
            "GET /Patient?_count=1",
            "{'resourceType':'Bundle','total':9,'link':[{'relation':'self','url':'https://h/Patient'},"
                + "{'relation':'next','url':'https://h/Patient?_page=2'}],'entry':[{'fullUrl':'u'}]}",
            "items: array $.entry; next: URL $.link[?@.relation=='next'].url; sent as: the URL itself;"
                + " total items: $.total; page size: query _count"),
        family(
            "JSON:API",
            "GET /articles",
            "{'links':{'self':'https://h/articles','next':'https://h/articles?page[number]=2'},"
                + "'data':[{'type':'articles','id':'1'}],'included':[{'type':'p','id':'1'},{'type':'p','id':'2'}]}",
            "items: array $.data; next: URL $.links.next; sent as: the URL itself"),
        family(
            "JSON:API, on its last page",
            "GET /articles",
            "{'links':{'self':'https://h/articles','first':'https://h/articles','last':'https://h/articles'},"
                + "'data':[{'type':'articles','id':'1'}]}",
            "items: array $.data; next: URL $.links.next; sent as: the URL itself"),
        family(
            "Laravel",
            "GET /api/users",
            "{'data':[{'id':1}],'links':{'first':'https://h/api/users?page=1','last':'https://h/api/users?page=3',"
                + "'prev':null,'next':'https://h/api/users?page=2'},"
                + "'meta':{'current_page':1,'last_page':3,'per_page':15,'total':40}}",
            "items: array $.data; next: URL $.links.next; sent as: the URL itself;"
                + " total items: $.meta.total"),
        family(
            "Salesforce",
            "GET /services/data/v58.0/query?q=x",
            "{'totalSize':3000,'done':false,'nextRecordsUrl':'/services/data/v58.0/query/01g-2000',"
                + "'records':[{'Id':'1'}]}",
            "items: array $.records; next: URL $.nextRecordsUrl; sent as: the URL itself;"
                + " more: until $.done; total items: $.totalSize; also: [CURSOR_WINS]"),
        family(
            "Facebook Graph",
            "GET /me/posts",
            "{'data':[{'id':'1'}],'paging':{'cursors':{'before':'a','after':'b'},"
                + "'next':'https://h/me/posts?after=b'}}",
            "items: array $.data; next: URL $.paging.next; sent as: the URL itself"),
        family(
            "Microsoft Graph",
            "GET /v1.0/users",
            "{'@odata.context':'c','value':[{'id':'1'}],'@odata.nextLink':'https://h/v1.0/users?$skiptoken=R'}",
            "items: array $.value; next: URL $['@odata.nextLink']; sent as: the URL itself"),
        family(
            "Azure Resource Manager",
            "GET /subscriptions",
            "{'value':[{'id':'1'}],'nextLink':'https://h/subscriptions?$skiptoken=2'}",
            "items: array $.value; next: URL $.nextLink; sent as: the URL itself"));
  }

  private static List<Family> cursors() {
    return List.of(
        family(
            "Stripe",
            "GET /v1/charges?limit=2",
            "{'object':'list','url':'/v1/charges','has_more':true,'data':[{'id':'ch_1'},{'id':'ch_2'}]}",
            "items: array $.data; next: cursor last item's $.id; sent as: query starting_after;"
                + " more: while $.has_more; page size: query limit"),
        family(
            "Slack",
            "GET /api/users.list?limit=2",
            "{'ok':true,'members':[{'id':'U1'},{'id':'U2'}],'response_metadata':{'next_cursor':'dXNlcg=='}}",
            "items: array $.members; next: cursor $.response_metadata.next_cursor; sent as: query cursor;"
                + " page size: query limit"),
        family(
            "Google",
            "GET /calendar/v3/events?maxResults=2",
            "{'kind':'calendar#events','nextPageToken':'t1','items':[{'id':'1'},{'id':'2'}]}",
            "items: array $.items; next: cursor $.nextPageToken; sent as: query pageToken;"
                + " page size: query maxResults"),
        family(
            "Google Cloud, next_page_token",
            "GET /v1/things",
            "{'things':[{'name':'1'}],'next_page_token':'t'}",
            "items: array $.things; next: cursor $.next_page_token; sent as: query page_token"),
        family(
            "AWS JSON",
            "POST / {}",
            "{'Events':[{'Id':'1'}],'NextToken':'abc'}",
            "items: array $.Events; next: cursor $.NextToken; sent as: body $.NextToken"),
        family(
            "AWS REST",
            "GET /2015-03-31/functions?MaxItems=2",
            "{'Functions':[{'FunctionName':'a'}],'NextMarker':'m'}",
            "items: array $.Functions; next: cursor $.NextMarker; sent as: query Marker;"
                + " page size: query MaxItems"),
        family(
            "DynamoDB",
            "POST / {'TableName':'t'}",
            "{'Count':1,'Items':[{'id':{'S':'a'}}],'LastEvaluatedKey':{'id':{'S':'a'}}}",
            "items: array $.Items; next: cursor $.LastEvaluatedKey; sent as: body $.ExclusiveStartKey"),
        family(
            "Kubernetes",
            "GET /api/v1/pods?limit=2",
            "{'kind':'PodList','metadata':{'resourceVersion':'9','continue':'ENC','remainingItemCount':7},"
                + "'items':[{'kind':'Pod'},{'kind':'Pod'}]}",
            "items: array $.items; next: cursor $.metadata.continue; sent as: query continue;"
                + " page size: query limit"),
        family(
            "Airtable",
            "GET /v0/app/Table",
            "{'records':[{'id':'rec1'}],'offset':'itrX/rec2'}",
            "items: array $.records; next: cursor $.offset; sent as: query offset"),
        family(
            "Notion",
            "POST /v1/databases/1/query {'start_cursor':null}",
            "{'object':'list','results':[{'id':'1'}],'next_cursor':'c','has_more':true}",
            "items: array $.results; next: cursor $.next_cursor; sent as: body $.start_cursor;"
                + " more: while $.has_more"),
        family(
            "X",
            "GET /2/users/1/tweets",
            "{'data':[{'id':'1'}],'meta':{'result_count':1,'next_token':'n','newest_id':'1'}}",
            "items: array $.data; next: cursor $.meta.next_token; sent as: query next_token"),
        family(
            "Zendesk",
            "GET /api/v2/tickets?page[size]=2",
            "{'tickets':[{'id':1},{'id':2}],'meta':{'has_more':true,'after_cursor':'a','before_cursor':'b'},"
                + "'links':{'prev':'https://h/p','next':'https://h/api/v2/tickets?page[after]=a'}}",
            "items: array $.tickets; next: URL $.links.next; sent as: the URL itself;"
                + " more: while $.meta.has_more; page size: query page[size]"),
        family(
            "Zendesk, without links",
            "GET /api/v2/tickets?page[size]=1",
            "{'tickets':[{'id':1}],'meta':{'has_more':true,'after_cursor':'a','before_cursor':'b'}}",
            "items: array $.tickets; next: cursor $.meta.after_cursor; sent as: query page[after];"
                + " more: while $.meta.has_more; page size: query page[size]"),
        family(
            "HubSpot",
            "GET /crm/v3/objects/contacts",
            "{'results':[{'id':'1'}],'paging':{'next':{'after':'NTI1','link':'?after=NTI1'}}}",
            "items: array $.results; next: cursor $.paging.next.after; sent as: query after"),
        family(
            "Intercom",
            "GET /contacts",
            "{'type':'list','data':[{'id':'1'}],'total_count':5,"
                + "'pages':{'type':'pages','page':1,'per_page':50,'total_pages':3,'next':{'page':2,'starting_after':'W10'}}}",
            "items: array $.data; next: cursor $.pages.next.starting_after; sent as: query starting_after;"
                + " total items: $.total_count"),
        family(
            "Solr",
            "GET /select?q=x&cursorMark=*",
            "{'responseHeader':{'status':0},'response':{'numFound':9,'start':0,'docs':[{'id':'1'}]},"
                + "'nextCursorMark':'AoE='}",
            "items: array $.response.docs; next: cursor $.nextCursorMark; sent as: query cursorMark;"
                + " total items: $.response.numFound; also: [REPEATED_CURSOR]; first cursor: '*'"),
        family(
            "MediaWiki",
            "GET /w/api.php?action=query",
            "{'batchcomplete':'','continue':{'apcontinue':'B','continue':'-||'},"
                + "'query':{'allpages':[{'pageid':1}]}}",
            "items: array $.query.allpages; next: cursor $.continue;"
                + " sent as: query, by the cursor's members"),
        family(
            "GraphQL",
            "POST /graphql {'query':'q','variables':{'after':null}}",
            "{'data':{'users':{'nodes':[{'id':1}],'pageInfo':{'endCursor':'Y','hasNextPage':true}}}}",
            "items: array $.data.users.nodes; next: cursor $.data.users.pageInfo.endCursor;"
                + " sent as: body $.variables.after; more: while $.data.users.pageInfo.hasNextPage"),
        family(
            "Dropbox",
            "POST /2/files/list_folder {'path':''}",
            "{'entries':[{'id':'1'}],'cursor':'ZtkX','has_more':true}",
            "items: array $.entries; next: cursor $.cursor; sent as: body $.cursor; more: while $.has_more"),
        family(
            "Square",
            "GET /v2/customers",
            "{'customers':[{'id':'1'}],'cursor':'c1'}",
            "items: array $.customers; next: cursor $.cursor; sent as: query cursor"),
        family(
            "CouchDB",
            "POST /db/_find {'selector':{}}",
            "{'docs':[{'_id':'1'}],'bookmark':'g1AAA'}",
            "items: array $.docs; next: cursor $.bookmark; sent as: body $.bookmark"),
        family(
            "Reddit",
            "GET /r/java/new",
            "{'kind':'Listing','data':{'after':'t3_1','dist':1,'children':[{'kind':'t3'}],'before':null}}",
            "items: array $.data.children; next: cursor $.data.after; sent as: query after"));
  }

  private static List<Family> headers() {
    return List.of(
        family(
            "OCI",
            "GET /20160918/instances?limit=1",
            List.of("opc-next-page: AAA"),
            "[{'id':'1'}]",
            "items: array $; next: cursor header opc-next-page; sent as: query page;"
                + " page size: query limit"),
        family(
            "Cosmos DB",
            "GET /dbs/d/colls/c/docs",
            List.of("x-ms-continuation: +RID:x"),
            "{'_rid':'x','Documents':[{'id':'1'}],'_count':1}",
            "items: array $.Documents; next: cursor header x-ms-continuation;"
                + " sent as: header x-ms-continuation"),
        family(
            "GitLab without Link",
            "GET /projects",
            List.of("X-Next-Page: 2", "X-Total-Pages: 3", "X-Page: 1"),
            "[{'id':1}]",
            "items: array $; next: cursor header X-Next-Page; sent as: query page"),
        family(
            "GitLab, its only page",
            "GET /projects",
            List.of("X-Next-Page: ", "X-Total-Pages: 1", "X-Page: 1"),
            "[{'id':1}]",
            "items: array $; next: cursor header X-Next-Page; sent as: query page"),
        family(
            "WordPress",
            "GET /wp-json/wp/v2/posts",
            List.of("X-WP-Total: 12", "X-WP-TotalPages: 2"),
            "[{'id':1}]",
            "items: array $; next: page number from 1; sent as: query page;"
                + " total pages: header X-WP-TotalPages"),
        family(
            "pages counted in a header",
            "GET /names?page=1",
            List.of("X-Total-Pages: 3"),
            "[{'id':1}]",
            "items: array $; next: page number from 1; sent as: query page;"
                + " total pages: header X-Total-Pages"));
  }

  private static List<Family> counters() {
    return List.of(
        family(
            "Spring Data",
            "GET /people?size=1",
            "{'content':[{'id':1}],'number':0,'size':1,'totalElements':2,'totalPages':2,'last':false,'first':true}",
            "items: array $.content; next: page number from 0; sent as: query page;"
                + " more: until $.last; total pages: $.totalPages; page size: query size"),
        family(
            "Mailchimp",
            "GET /3.0/lists?offset=0&count=1",
            "{'lists':[{'id':'1'}],'total_items':12,'_links':[{'rel':'self','href':'https://h/3.0/lists'}]}",
            "items: array $.lists; next: offset from 0; sent as: query offset;"
                + " total items: $.total_items; page size: query count"),
        family(
            "Jira",
            "GET /rest/api/2/search?maxResults=1",
            "{'expand':'x','startAt':0,'maxResults':1,'total':3,'issues':[{'id':'1'}]}",
            "items: array $.issues; next: offset from 0; sent as: query startAt; total items: $.total;"
                + " page size: query maxResults"),
        family(
            "SCIM",
            "GET /Users?count=1",
            "{'schemas':['urn'],'totalResults':3,'startIndex':1,'itemsPerPage':1,'Resources':[{'id':'1'}]}",
            "items: array $.Resources; next: offset from 1; sent as: query startIndex;"
                + " total items: $.totalResults; page size: query count"),
        family(
            "Elasticsearch",
            "GET /idx/_search?from=0&size=1",
            "{'took':3,'hits':{'total':{'value':10000,'relation':'gte'},'max_score':1.0,'hits':[{'_id':'1'}]}}",
            "items: array $.hits.hits; next: offset from 0; sent as: query from;"
                + " total items: $.hits.total; page size: query size"),
        family(
            "offset, limit and total side by side",
            "GET /songs",
            "{'offset':0,'limit':20,'total':50,'items':[{'id':'1'}]}",
            "items: array $.items; next: offset from 0; sent as: query offset; total items: $.total"),
        family(
            "page and total pages in meta",
            "GET /songs",
            "{'data':[{'id':'1'}],'meta':{'pagination':{'page':1,'pages':4,'total':80}}}",
            "items: array $.data; next: page number from 1; sent as: query page;"
                + " total pages: $.meta.pagination.pages"),
        family(
            "the request's own page, nothing in the response",
            "GET /songs?page=1",
            "[{'id':1}]",
            "items: array $; next: page number from 1; sent as: query page"));
  }

  private static List<Family> none() {
    return List.of(
        family("a small array", "GET /colours", "['red','green']", "items: array $; next: none"),
        family(
            "a full array",
            "GET /colours?limit=2",
            "['red','green']",
            "warns items: array $; next: none; page size: query limit"),
        family(
            "a total above the items, and no way on",
            "GET /colours",
            "{'total':5,'colours':['red','green']}",
            "items: array $.colours; next: page number from 1; sent as: query page;"
                + " total items: $.total"),
        family(
            "names in the items that look like signals",
            "GET /jobs",
            "{'jobs':[{'next':'/x','next_cursor':'c','has_more':true,'page':1}]}",
            "items: array $.jobs; next: none"));
  }

  /** A next position that the answer names is used, whatever could be counted beside it. */
  private static List<Family> nextInTheAnswer() {
    return List.of(
        family(
            "Bitbucket Server",
            "GET /rest/api/1.0/repos?limit=2",
            "{'size':2,'limit':2,'isLastPage':false,'values':[{'id':1},{'id':2}],'start':0,'nextPageStart':4}",
            "items: array $.values; next: cursor $.nextPageStart; sent as: query start;"
                + " more: until $.isLastPage; page size: query limit"),
        family(
            "a number for next, beside the offset",
            "GET /search?limit=2",
            "{'total':5,'offset':0,'data':[{'id':1},{'id':2}],'next':2}",
            "items: array $.data; next: cursor $.next; sent as: query offset;"
                + " total items: $.total; page size: query limit"),
        family(
            "a number for next, and the request's own offset",
            "GET /search?offset=0&limit=2",
            "{'total':5,'offset':0,'data':[{'id':1},{'id':2}],'next':2}",
            "items: array $.data; next: cursor $.next; sent as: query offset;"
                + " total items: $.total; page size: query limit"),
        family(
            "a number for next, beside the page",
            "GET /search",
            "{'page':1,'next':2,'total_pages':3,'data':[{'id':1}]}",
            "items: array $.data; next: cursor $.next; sent as: query page"),
        family(
            "next_offset beside an offset and a total",
            "GET /deals",
            "{'data':[{'id':1}],'pagination':{'offset':0,'next_offset':100,'total':250}}",
            "items: array $.data; next: cursor $.pagination.next_offset; sent as: query offset;"
                + " total items: $.pagination.total"),
        family(
            "a next of words that are in no list",
            "GET /rows",
            "{'rows':[{'id':1}],'nextRowKey':'r7'}",
            "items: array $.rows; next: cursor $.nextRowKey; sent as: query rowKey"),
        family(
            "the next start, on the only page",
            "GET /rest/api/1.0/repos?limit=2",
            "{'size':1,'limit':2,'isLastPage':true,'values':[{'id':1}],'start':0,'nextPageStart':null}",
            "items: array $.values; next: cursor $.nextPageStart; sent as: query start;"
                + " more: until $.isLastPage; page size: query limit"),
        family(
            "an end of the stream beside a link that never ends",
            "GET /incremental/tickets?start_time=100",
            "{'tickets':[{'id':1}],'count':1,'end_of_stream':false,'end_time':101,"
                + "'next_page':'https://h/incremental/tickets?start_time=101'}",
            "items: array $.tickets; next: URL $.next_page; sent as: the URL itself;"
                + " more: until $.end_of_stream"));
  }

  /** A number of pages or of items, and nothing that says which page this is. */
  private static List<Family> counts() {
    String page = "; next: page number from 1; sent as: query page; total pages: ";
    return List.of(
        family(
            "total_pages",
            "GET /a",
            "{'results':[{'id':1}],'total_pages':3}",
            "items: array $.results" + page + "$.total_pages"),
        family(
            "pagination.total_pages",
            "GET /a",
            "{'data':[{'id':1}],'pagination':{'total_pages':3,'total_count':20}}",
            "items: array $.data" + page + "$.pagination.total_pages"),
        family(
            "last_page",
            "GET /a",
            "{'data':[{'id':1}],'last_page':3}",
            "items: array $.data" + page + "$.last_page"),
        family(
            "meta.pages",
            "GET /a",
            "{'items':[{'id':1}],'meta':{'pages':3}}",
            "items: array $.items" + page + "$.meta.pages"),
        family(
            "pageCount, and the request's own page",
            "GET /a?p=1",
            "{'items':[{'id':1}],'pageCount':3}",
            "items: array $.items; next: page number from 1; sent as: query p;"
                + " total pages: $.pageCount"),
        family(
            "PostgREST",
            "GET /todos?order=id",
            List.of("Content-Range: 0-1/20"),
            "[{'id':1},{'id':2}]",
            "items: array $; next: offset from 0; sent as: query offset;"
                + " total items: header Content-Range"),
        family(
            "Content-Range with a unit",
            "GET /todos?skip=0",
            List.of("Content-Range: items 0-1/20"),
            "[{'id':1},{'id':2}]",
            "items: array $; next: offset from 0; sent as: query skip;"
                + " total items: header Content-Range"),
        family(
            "a total in a header",
            "GET /todos",
            List.of("X-Total-Count: 20"),
            "[{'id':1},{'id':2}]",
            "items: array $; next: page number from 1; sent as: query page;"
                + " total items: header X-Total-Count"),
        family(
            "a total in a header, and a limit in the request",
            "GET /todos?limit=2",
            List.of("Total-Count: 20"),
            "[{'id':1},{'id':2}]",
            "items: array $; next: offset from 0; sent as: query offset;"
                + " total items: header Total-Count; page size: query limit"),
        family(
            "a JSON object in a header",
            "GET /todos",
            List.of("X-Pagination: {\"TotalPages\":3,\"CurrentPage\":1}"),
            "[{'id':1}]",
            "items: array $; next: page number from 1; sent as: query page"),
        family(
            "a next offset in a header",
            "GET /todos",
            List.of("X-Next-Offset: 2"),
            "[{'id':1},{'id':2}]",
            "items: array $; next: cursor header X-Next-Offset; sent as: query offset"),
        family(
            "a next URL in a header",
            "GET /todos",
            List.of("X-Next-Url: /todos?from=2"),
            "[{'id':1},{'id':2}]",
            "items: array $; next: URL header X-Next-Url; sent as: the URL itself"));
  }

  /** Links in any vocabulary. */
  private static List<Family> linkLists() {
    return Stream.of(
            new String[] {"{'rel':'next','href':'/a?p=2'}", "[?@.rel=='next'].href"},
            new String[] {"{'rel':'next','uri':'/a?p=2'}", "[?@.rel=='next'].uri"},
            new String[] {"{'relation':'next','target':'/a?p=2'}", "[?@.relation=='next'].target"},
            new String[] {"{'name':'next','url':'/a?p=2'}", "[?@.name=='next'].url"},
            new String[] {"{'type':'next','link':'/a?p=2'}", "[?@.type=='next'].link"},
            new String[] {"{'rel':['next'],'href':'/a?p=2'}", "[?@.rel=='next'].href"},
            new String[] {"{'rel':'Next','href':'/a?p=2'}", "[?@.rel=='Next'].href"})
        .map(link -> family(
            "links of the form " + link[0],
            "GET /a",
            "{'items':[{'id':1}],'links':[{'rel':'self','href':'/a'}," + link[0] + "]}",
            "items: array $.items; next: URL $.links" + link[1] + "; sent as: the URL itself"))
        .toList();
  }

  /** One vague word is not believed where it may be of something else. */
  private static List<Family> vague() {
    String none = "items: array $.items; next: none";
    return List.of(
        family(
            "a job that is complete, and a next page",
            "GET /a",
            "{'complete':true,'items':[{'id':1}],'next':'/a?p=2'}",
            "items: array $.items; next: URL $.next; sent as: the URL itself"),
        family("a price", "GET /a", "{'items':[{'id':1}],'total':5998,'currency':'EUR'}", none),
        family(
            "totals of facets",
            "GET /a",
            "{'items':[{'id':1}],'facets':{'total_count':50,'pages':9}}",
            none),
        family(
            "the next page of another list",
            "GET /a",
            "{'items':[{'id':1}],'comments':{'nodes':[1],'pageInfo':{'hasNextPage':true,'endCursor':'c'}}}",
            none),
        family("next steps", "GET /a", "{'items':[{'id':1}],'next_steps':'call'}", none),
        family(
            "a date called after",
            "GET /a",
            "{'items':[{'id':1}],'after':'2024-01-01T00:00:00Z'}",
            none));
  }
}
