package dev.pageturner.openapi.detect;

/**
 * Whether a next field holds a URL, a token or a number: {@code next_page} is any of them
 * somewhere.
 */
enum UrlSigns {
  URL,
  NOT_A_URL,
  UNKNOWN;

  static UrlSigns of(AnswerField field) {
    if (field.shape().isInteger() || looksLikeToken(field.shape().example())) {
      return NOT_A_URL;
    }
    if (hasUrlFormat(field) || hasUrlName(field) || looksLikeUrl(field.shape().example())) {
      return URL;
    }
    if (hasTokenName(field)) {
      return NOT_A_URL;
    }
    return byProse(field.shape().description());
  }

  private static boolean hasUrlFormat(AnswerField field) {
    return field.shape().format().matches("ur[il](?:-reference|-template)?|url|iri|hyperlink|link");
  }

  private static boolean hasUrlName(AnswerField field) {
    boolean own = field.name().matches(".*(?:url|uri|link|links|href)");
    boolean among = field.path().stream().anyMatch(key -> Name.of(key).matches("links?"));
    return own || (among && !hasTokenName(field));
  }

  private static boolean hasTokenName(AnswerField field) {
    return field
        .name()
        .matches(".*(?:token|cursor|marker|key|id|offset|cursormark|continue|bookmark|after)");
  }

  private static boolean looksLikeUrl(String example) {
    return example.matches("(?:https?:/)?/.*") || example.startsWith("?");
  }

  /** {@code links.next} may hold a mere cursor: "bmV4dF9fMTIz". */
  private static boolean looksLikeToken(String example) {
    return example.matches("[A-Za-z0-9_=+-]{6,}");
  }

  private static UrlSigns byProse(String prose) {
    boolean token = prose.matches("(?is).*\\b(?:token|cursor)\\b.*");
    if (Prose.isAboutUrls(prose) && !token) {
      return URL;
    }
    return token ? NOT_A_URL : UNKNOWN;
  }
}
