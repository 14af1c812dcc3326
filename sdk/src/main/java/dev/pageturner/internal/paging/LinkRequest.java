package dev.pageturner.internal.paging;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.http.Payload;
import dev.pageturner.internal.json.JsonMembers;
import dev.pageturner.position.CursorValue;
import dev.pageturner.position.Position;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The request that a link object of the server describes. As a position it is a cursor of two
 * values, the URL and the rest, so that a checkpoint can keep it.
 *
 * @param url the URL, as written, or resolved
 * @param method the method in upper case, null for that of the list
 * @param body the JSON of the body, null for that of the list
 * @param merge whether the body is merged into that of the list
 */
record LinkRequest(
    String url, @Nullable String method, @Nullable String body, boolean merge) {
  private static final Set<String> METHODS = Set.of("GET", "POST", "QUERY");
  private static final String MARK = "{\"link\":";

  /** A link must not make the client delete what it lists: only these methods read. */
  LinkRequest {
    if (method != null && !METHODS.contains(method)) {
      throw new PageturnerException.Paging(
          Kind.UNSAFE_LINK, "the next link asks for a method other than " + METHODS, null);
    }
  }

  /**
   * {@return the request that a link object describes}
   *
   * @throws PageturnerException if it has no URL, or another method than those that read
   */
  static LinkRequest of(String object) {
    Map<String, String> members = members(object)
        .orElseThrow(() -> new PageturnerException.Paging(
            Kind.PROTOCOL, "the link of the next page is neither an object nor text", null));
    String href = text(members.getOrDefault("href", members.getOrDefault("url", "")));
    if (href.isEmpty()) {
      throw new PageturnerException.Paging(
          Kind.PROTOCOL, "the link object of the next page has neither href nor url", null);
    }
    return of(href, members);
  }

  private static Optional<Map<String, String>> members(String object) {
    try {
      return Optional.of(JsonMembers.of(object));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static LinkRequest of(String url, Map<String, String> members) {
    String method = text(members.getOrDefault("method", "")).toUpperCase(Locale.ROOT);
    String body = members.getOrDefault("body", "null");
    boolean sendsBody = !body.equals("null") && !method.equals("GET");
    return new LinkRequest(
        url,
        method.isEmpty() ? (sendsBody ? "POST" : null) : method,
        sendsBody ? body : null,
        sendsBody && members.getOrDefault("merge", "").equals("true"));
  }

  private static String text(String json) {
    @Nullable CursorValue value = json.isEmpty() ? null : PageFacts.valueOf(json);
    return value == null || value.json() ? "" : value.text();
  }

  /** {@return the request at a position, if the position is one} */
  static Optional<LinkRequest> at(Position position) {
    if (!(position instanceof Position.Cursor cursor) || cursor.values().size() != 2) {
      return Optional.empty();
    }
    CursorValue rest = cursor.values().get(1);
    if (!rest.json() || !rest.text().startsWith(MARK)) {
      return Optional.empty();
    }
    return members(rest.text()).map(members -> of(cursor.text(), members));
  }

  /** {@return whether this is a URL and nothing else} */
  boolean isPlain() {
    return method == null && body == null;
  }

  LinkRequest withUrl(String other) {
    return new LinkRequest(other, method, body, merge);
  }

  Position position() {
    String rest = MARK + "true"
        + (method == null ? "" : ",\"method\":" + JsonMembers.quoted(method))
        + (body == null ? "" : ",\"body\":" + body)
        + ",\"merge\":" + merge + '}';
    return new Position.Cursor(List.of(CursorValue.text(url), CursorValue.json(rest)));
  }

  /** {@return the call of the page, made from that of the list} */
  ApiCall call(ApiCall list, HttpUrl resolved) {
    ApiCall call = list.withUrl(resolved);
    if (method != null) {
      call = call.withMethod(method);
    }
    return body == null ? call : call.withPayload(Payload.json(sent(list.payload(), body)));
  }

  private String sent(@Nullable Payload before, String own) {
    if (!merge || before == null) {
      return own;
    }
    try {
      return JsonMembers.merged(before.bytes().utf8(), own);
    } catch (IllegalArgumentException e) {
      throw new PageturnerException.Paging(
          Kind.PROTOCOL, "the next link merges a body into one that is no JSON object", null);
    }
  }
}
