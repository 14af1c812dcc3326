package dev.pageturner.internal.paging;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.http.Payload;
import dev.pageturner.internal.json.JsonMembers;
import dev.pageturner.internal.json.JsonPath;
import dev.pageturner.internal.text.HeaderText;
import dev.pageturner.internal.url.NextLink;
import dev.pageturner.internal.url.Origin;
import dev.pageturner.internal.url.SafeUrl;
import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Path;
import dev.pageturner.position.CursorValue;
import dev.pageturner.position.Position;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Builds the request of each page from the request of the list.
 *
 * @param base what the caller asked for, without a position
 * @param allowedOrigins where links may lead besides the base's own origin
 * @param secretNames query parameters whose values are never shown or stored
 * @param credentialNames those of them that credentials add to each request
 */
record PageRequests(
    ApiCall base,
    Set<Origin> allowedOrigins,
    Set<String> secretNames,
    Set<String> credentialNames) {

  /**
   * {@return the request of a page}
   *
   * @param position where the page starts
   * @param pagination how the list pages
   * @param size the page size to ask for, 0 for none
   */
  ApiCall at(Position position, Pagination pagination, int size) {
    if (position instanceof Position.Url url) {
      return following(pagination, base.withUrl(followed(url)));
    }
    ApiCall sized = withSize(base, pagination, size);
    if (position instanceof Position.Start) {
      return atStart(sized, pagination);
    }
    return following(pagination, with(sized, pagination.carrier(), valuesOf(position)));
  }

  private static ApiCall following(Pagination pagination, ApiCall call) {
    return pagination.followingMethod().map(call::withMethod).orElse(call);
  }

  /** A checkpoint may come from anywhere: its URL is judged as a link of the server is. */
  private HttpUrl followed(Position.Url position) {
    HttpUrl url = resolve(base.url(), position.url());
    return SafeUrl.restoreSecrets(url, base.url(), secretNames);
  }

  HttpUrl resolve(HttpUrl page, String link) {
    return NextLink.resolve(page, link, allowedOrigins, null);
  }

  /** {@return the position as a checkpoint may keep it} */
  Position storable(Position position) {
    // What is no URL came out of a checkpoint, and is refused when it is to be followed.
    @Nullable HttpUrl url = position instanceof Position.Url at ? HttpUrl.parse(at.url()) : null;
    return url == null ? position : Position.url(storable(url).toString());
  }

  /** What credentials put into the query, they put there again. */
  private HttpUrl storable(HttpUrl url) {
    HttpUrl.Builder bare = url.newBuilder();
    credentialNames.forEach(bare::removeAllQueryParameters);
    return SafeUrl.storable(bare.build(), base.url(), secretNames);
  }

  private static ApiCall withSize(ApiCall call, Pagination pagination, int size) {
    if (size == 0 || pagination.pageSize().isEmpty()) {
      return call;
    }
    CursorValue value = CursorValue.json(Integer.toString(size));
    return with(call, pagination.pageSize().get().carrier(), List.of(value));
  }

  private static ApiCall atStart(ApiCall call, Pagination pagination) {
    Carrier carrier = pagination.carrier();
    Next next = pagination.next();
    if (next instanceof Next.Offset offset && !isSet(call, carrier)) {
      return with(call, carrier, number(offset.first()));
    } else if (next instanceof Next.PageNumber page && !isSet(call, carrier)) {
      return with(call, carrier, number(page.first()));
    } else if (pagination.firstCursor().isPresent() && !isSet(call, carrier)) {
      return with(
          call, carrier, List.of(CursorValue.text(pagination.firstCursor().get())));
    }
    return call;
  }

  private static List<CursorValue> number(long number) {
    return List.of(CursorValue.json(Long.toString(number)));
  }

  /** Whether the caller gave a position of their own in the query. */
  private static boolean isSet(ApiCall call, Carrier carrier) {
    return carrier instanceof Carrier.Query query
        && query.names().stream().anyMatch(name -> call.url().queryParameter(name) != null);
  }

  /**
   * {@return where a counter starts: at the caller's own value in the query, or at the first one}
   */
  long firstCount(Pagination pagination, long first) {
    if (pagination.carrier() instanceof Carrier.Query query) {
      String own = base.url().queryParameter(query.names().get(0));
      if (own != null && own.matches("\\d{1,18}")) {
        return Long.parseLong(own);
      }
    }
    return first;
  }

  private static List<CursorValue> valuesOf(Position position) {
    if (position instanceof Position.Offset offset) {
      return number(offset.offset());
    } else if (position instanceof Position.PageNumber page) {
      return number(page.number());
    } else if (position instanceof Position.Cursor cursor) {
      return cursor.values();
    }
    throw new IllegalStateException("carries no value: " + position);
  }

  private static ApiCall with(ApiCall call, Carrier carrier, List<CursorValue> values) {
    if (carrier instanceof Carrier.Query query) {
      return withQuery(call, query.names(), values);
    } else if (carrier instanceof Carrier.QueryMembers) {
      return withMembers(call, values.get(0));
    } else if (carrier instanceof Carrier.Header header) {
      return withHeaders(call, header.names(), values);
    } else if (carrier instanceof Carrier.Body body) {
      return withBody(call, body.paths(), values);
    }
    throw new PageturnerException.BadCheckpoint(
        "this list continues by URLs, not by " + (values.size() == 1 ? "a value" : "values"), null);
  }

  private static ApiCall withQuery(ApiCall call, List<String> names, List<CursorValue> values) {
    checkCount(names.size(), values.size());
    HttpUrl.Builder url = call.url().newBuilder();
    for (int i = 0; i < names.size(); i++) {
      if (isNull(values.get(i))) {
        url.removeAllQueryParameters(names.get(i));
      } else {
        url.setQueryParameter(names.get(i), values.get(i).text());
      }
    }
    return call.withUrl(url.build());
  }

  /**
   * Makes sure that the next request can carry a cursor of the server.
   *
   * @throws PageturnerException if it cannot; the message does not repeat the cursor
   */
  void requireCarried(Position.Cursor cursor, Carrier carrier) {
    try {
      with(base, carrier, cursor.values());
    } catch (IllegalArgumentException e) {
      throw new PageturnerException.Paging(
          Kind.PROTOCOL, "the cursor cannot travel in the " + carrier, null);
    }
  }

  private static ApiCall withMembers(ApiCall call, CursorValue object) {
    HttpUrl.Builder url = call.url().newBuilder();
    for (Map.Entry<String, String> member : JsonMembers.of(object.text()).entrySet()) {
      CursorValue value = PageFacts.valueOf(member.getValue());
      if (value != null) {
        url.setQueryParameter(member.getKey(), value.text());
      }
    }
    return call.withUrl(url.build());
  }

  private static ApiCall withHeaders(ApiCall call, List<String> names, List<CursorValue> values) {
    checkCount(names.size(), values.size());
    var headers = call.headers().newBuilder();
    for (int i = 0; i < names.size(); i++) {
      if (isNull(values.get(i))) {
        headers.removeAll(names.get(i));
      } else {
        headers.set(names.get(i), HeaderText.checked(names.get(i), values.get(i).text()));
      }
    }
    return call.withHeaders(headers.build());
  }

  private static ApiCall withBody(ApiCall call, List<Path> paths, List<CursorValue> values) {
    checkCount(paths.size(), values.size());
    @Nullable Payload payload = call.payload();
    String json = payload == null ? "{}" : payload.bytes().utf8();
    for (int i = 0; i < paths.size(); i++) {
      json = JsonMembers.with(json, JsonPath.parse(paths.get(i).text()), jsonOf(values.get(i)));
    }
    return call.withPayload(Payload.json(json));
  }

  private static String jsonOf(CursorValue value) {
    return value.json() ? value.text() : JsonMembers.quoted(value.text());
  }

  private static boolean isNull(CursorValue value) {
    return value.json() && value.text().equals("null");
  }

  private static void checkCount(int names, int values) {
    if (names != values) {
      throw new PageturnerException.BadCheckpoint(
          "a position of " + values + " values, where this list has " + names, null);
    }
  }
}
