package dev.pageturner.openapi.detect;

/** The common combinations of how a list pages. */
public enum PageStyle {
  /**
   * An opaque cursor from the response goes into a query parameter or header of the next request.
   */
  CURSOR("cursor"),
  /** The same, sent in a field of the request's body. */
  BODY_CURSOR("token-body"),
  /** A field of the last item goes into the next request. */
  AFTER_LAST_ITEM("after-id"),
  /** The body holds the URL of the next page. */
  NEXT_URL("next-url"),
  /** A {@code Link} header with {@code rel="next"} holds it (RFC 8288). */
  LINK_HEADER("link-header"),
  /** The client counts items. */
  OFFSET("offset"),
  /** The client counts pages. */
  PAGE_NUMBER("page");

  private final String label;

  PageStyle(String label) {
    this.label = label;
  }

  /** {@return the name in reports} */
  public String label() {
    return label;
  }
}
