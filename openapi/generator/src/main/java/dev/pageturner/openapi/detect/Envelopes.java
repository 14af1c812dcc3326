package dev.pageturner.openapi.detect;

import java.util.List;
import java.util.Set;

/**
 * Objects that wrap a page rather than being a thing of the API. Only what lies in them, or in the
 * body itself, speaks of the page: an array inside a {@code shift} belongs to the shift.
 */
final class Envelopes {
  private static final Names NAMED = Names.of("""
      meta metadata responsemetadata listmetadata pagingmetadata paginationmetadata pagemetadata searchmetadata
      page pages paging pagination pager pageinfo pageinformation paginationinfo pagedetails pagecontext
      links? cursors? next nextpage data attributes response results? resultset resultinfo result info
      payload body d embedded collection connection output value hits additionaldata content
      """);
  private static final Names REQUEST = Names.of("""
      page pages paging pagination pager pageinfo pageable pageoptions pagerequest paginationrequest
      paginationoptions options? query search request params parameters input data filter criteria variables body
      listoptions searchrequest queryoptions cursor
      """);
  private static final Names ITEMS =
      Names.of("items data results entries nodes edges list values? records contents? member");
  private static final Names PAGE_FACTS = Names.of("""
      next.* .*cursor total(?:count|results|items)? count hasmore istruncated hasnext.* limit offset marker
      page pages perpage pagesize
      """);

  private Envelopes() {}

  static boolean isEnvelope(String key) {
    return NAMED.contain(Name.of(key));
  }

  static boolean areEnvelopes(List<String> keys) {
    return keys.stream().allMatch(Envelopes::isEnvelope);
  }

  /** {@return whether an object of a request's body groups options, so that fields in it count} */
  static boolean isRequestGroup(String key) {
    return REQUEST.contain(Name.of(key));
  }

  /**
   * {@return whether an object is a page by what is in it, whatever it is called: items beside a
   * fact about pages, or two such facts}
   */
  static boolean holdsPage(Set<String> keys) {
    List<Name> names = keys.stream().map(Name::of).toList();
    long facts = names.stream().filter(PAGE_FACTS::contain).count();
    return facts > 1 || (facts == 1 && names.stream().anyMatch(ITEMS::contain));
  }
}
