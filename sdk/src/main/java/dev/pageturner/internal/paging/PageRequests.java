package dev.pageturner.internal.paging;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.url.NextLink;
import dev.pageturner.internal.url.Origin;
import dev.pageturner.internal.url.SafeUrl;
import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.PageSize;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.CursorValue;
import dev.pageturner.position.Position;
import dev.pageturner.position.Since;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
    Set<String> credentialNames,
    @Nullable Since from) {
  /** The requests of the whole list. */
  PageRequests(
      ApiCall base,
      Set<Origin> allowedOrigins,
      Set<String> secretNames,
      Set<String> credentialNames) {
    this(base, allowedOrigins, secretNames, credentialNames, null);
  }

  /**
   * {@return the requests of a list of changes, or of those after a key; these ones for the whole
   * list}
   *
   * @param since what it begins from
   * @param pagination how the list pages
   */
  PageRequests since(Optional<Since> since, Pagination pagination) {
    return since
        .filter(first -> !(first.position() instanceof Position.Start))
        .map(first -> new PageRequests(
            Changes.call(this, first, pagination),
            allowedOrigins,
            secretNames,
            credentialNames,
            first))
        .orElse(this);
  }

  /**
   * {@return the request of a page}
   *
   * @param position where the page starts
   * @param pagination how the list pages
   * @param size the page size to ask for, 0 for none
   */
  ApiCall at(Position position, Pagination pagination, int size) {
    if (position instanceof Position.Start) {
      return atStart(pagination, size);
    }
    ApiCall following = following(pagination);
    Optional<LinkRequest> link = LinkRequest.at(position);
    if (position instanceof Position.Url url) {
      return following.withUrl(followed(url.url()));
    } else if (link.isPresent() && pagination.next() instanceof Next.LinkObject) {
      return link.get().call(base, followed(link.get().url()));
    }
    ApiCall call = isSized(pagination) ? withSize(following, pagination, size) : following;
    return CarriedValues.with(call, pagination.carrier(), valuesOf(position, pagination));
  }

  /** The changes of a list are asked for as a following page is: where, how and with what. */
  private ApiCall following(Pagination pagination) {
    return from == null
        ? FollowingCall.of(base, pagination, credentialNames)
        : FollowingCall.kept(base, pagination, credentialNames);
  }

  private ApiCall atStart(Pagination pagination, int size) {
    if (from != null && from.position() instanceof Position.Url) {
      return base;
    }
    boolean sized = from == null || isSized(pagination);
    return atStart(sized ? withSize(base, pagination, size) : base, pagination);
  }

  private static boolean isSized(Pagination pagination) {
    return pagination.pageSize().filter(own -> isKept(own, pagination)).isPresent();
  }

  private static boolean isKept(PageSize size, Pagination pagination) {
    return names(size.carrier()).stream().allMatch(pagination.kept()::keeps);
  }

  private static List<String> names(Carrier carrier) {
    if (carrier instanceof Carrier.Query query) {
      return query.names();
    } else if (carrier instanceof Carrier.Form form) {
      return form.names();
    } else if (carrier instanceof Carrier.Body body) {
      return body.paths().stream().map(FollowingCall::member).toList();
    }
    return List.of();
  }

  /** A checkpoint may come from anywhere: its URL is judged as a link of the server is. */
  HttpUrl followed(String stored) {
    HttpUrl url = resolve(base.url(), stored);
    return SafeUrl.restoreSecrets(url, base.url(), secretNames);
  }

  /** {@return the URL that a link of a page leads to, rewritten if the pagination says so} */
  HttpUrl link(HttpUrl page, String link, Pagination pagination) {
    if (pagination.linkRewrite().isEmpty() || !LinkRewriting.isRooted(link)) {
      return resolve(page, link);
    }
    LinkRewriting rewriting = new LinkRewriting(pagination.linkRewrite().get(), base.url());
    return rewriting
        .of(anywhere(page, link))
        .map(rewritten -> resolve(base.url(), rewritten.toString()))
        .orElseGet(() -> resolve(page, link));
  }

  private HttpUrl resolve(HttpUrl page, String link) {
    return NextLink.resolve(page, link, allowedOrigins, null);
  }

  /** Which host it names does not matter yet; all else that makes a link unsafe does. */
  private HttpUrl anywhere(HttpUrl page, String link) {
    Set<Origin> origins = new HashSet<>(allowedOrigins);
    @Nullable HttpUrl url = page.resolve(link);
    if (url != null) {
      origins.add(Origin.of(url));
    }
    return NextLink.resolve(page, link, origins, null);
  }

  /** {@return the position as a checkpoint may keep it} */
  Position storable(Position position) {
    Optional<LinkRequest> link = LinkRequest.at(position);
    if (link.isPresent()) {
      return link.get().withUrl(storable(link.get().url())).position();
    }
    return position instanceof Position.Url at ? Position.url(storable(at.url())) : position;
  }

  /** What credentials put into the query, they put there again. */
  private String storable(String stored) {
    @Nullable HttpUrl url = HttpUrl.parse(stored);
    if (url == null) {
      // It came out of a checkpoint, and is refused when it is to be followed.
      return stored;
    }
    HttpUrl.Builder bare = url.newBuilder();
    credentialNames.forEach(bare::removeAllQueryParameters);
    return SafeUrl.storable(bare.build(), base.url(), secretNames).toString();
  }

  private static ApiCall withSize(ApiCall call, Pagination pagination, int size) {
    if (size == 0 || pagination.pageSize().isEmpty()) {
      return call;
    }
    Carrier carrier = pagination.pageSize().get().carrier();
    boolean inBody = carrier instanceof Carrier.Body || carrier instanceof Carrier.Form;
    if (inBody && (call.method().equals("GET") || call.method().equals("HEAD"))) {
      // NextStep pages by GET have no body to ask in.
      return call;
    }
    return CarriedValues.with(call, carrier, number(size));
  }

  private static ApiCall atStart(ApiCall call, Pagination pagination) {
    return firstValue(pagination)
        .filter(first -> CarriedValues.first(call, pagination.carrier()).isEmpty())
        .map(first -> CarriedValues.with(call, pagination.carrier(), first))
        .orElse(call);
  }

  private static Optional<List<CursorValue>> firstValue(Pagination pagination) {
    if (pagination.next() instanceof Next.Offset offset) {
      return Optional.of(number(offset.first()));
    } else if (pagination.next() instanceof Next.PageNumber page) {
      return Optional.of(number(page.first()));
    }
    return pagination.firstCursor().map(first -> List.of(CursorValue.text(first)));
  }

  private static List<CursorValue> number(long number) {
    return List.of(CursorValue.json(Long.toString(number)));
  }

  /** {@return where a counter starts: at the caller's own value, or at the first one} */
  long firstCount(Pagination pagination, long first) {
    return CarriedValues.first(base, pagination.carrier())
        .filter(own -> own.matches("\\d{1,18}"))
        .map(Long::parseLong)
        .orElse(first);
  }

  private static List<CursorValue> valuesOf(Position position, Pagination pagination) {
    if (position instanceof Position.Offset offset) {
      return number(offset.offset());
    } else if (position instanceof Position.PageNumber page) {
      return number(page.number());
    } else if (position instanceof Position.Cursor cursor) {
      return pagination.overlap().isPresent() ? Overlap.sent(cursor) : cursor.values();
    }
    throw new IllegalStateException("carries no value: " + position);
  }

  /**
   * Makes sure that the next request can carry a cursor of the server.
   *
   * @throws PageturnerException if it cannot; the message does not repeat the cursor
   */
  void requireCarried(Position.Cursor cursor, Pagination pagination) {
    Carrier carrier = pagination.carrier();
    try {
      CarriedValues.with(following(pagination), carrier, cursor.values());
    } catch (IllegalArgumentException e) {
      throw new PageturnerException.Paging(
          Kind.PROTOCOL, "the cursor cannot travel in the " + carrier, null);
    }
  }
}
