package dev.pageturner.internal.paging;

import com.squareup.moshi.JsonAdapter;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.detect.Detector;
import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.http.Bounds;
import dev.pageturner.internal.http.Transport;
import dev.pageturner.internal.http.TransportSettings;
import dev.pageturner.internal.url.SafeUrl;
import dev.pageturner.internal.walk.PageOptions;
import dev.pageturner.internal.walk.PageReader;
import dev.pageturner.internal.walk.PageSource;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.Place;
import dev.pageturner.position.Position;
import dev.pageturner.position.Since;
import java.util.Optional;

/**
 * The pages of a list endpoint.
 *
 * @param transport sends
 * @param call the request of the list
 * @param pagination how it pages
 * @param adapter decodes an item
 * @param bounds how large pages may be
 * @param <T> the items
 */
public record HttpPages<T>(
    Transport transport, ApiCall call, Pagination pagination, JsonAdapter<T> adapter, Bounds bounds)
    implements PageSource<T> {
  /** Finds the page size where the request has one, so that all pages ask for the same. */
  public HttpPages {
    pagination = pagination.isDetected() ? Detector.withPageSize(pagination, call) : pagination;
  }

  @Override
  public PageReader<T> reader(PageOptions options) {
    return new HttpReader<>(this, options);
  }

  @Override
  public String fingerprint() {
    return RequestFingerprint.of(call, transport.settings().secretNames());
  }

  /** How a list pages that is still to be recognised, its reader finds out. */
  @Override
  public void check(Place start) {
    if (!pagination.isDetected()) {
      requireSame(start, pagination);
    }
    start.since().ifPresent(since -> Changes.check(since, pagination));
    if (mayRepeatPositions() && !(start.position() instanceof Position.Start)) {
      throw new PageturnerException.BadCheckpoint(
          "the list cannot be resumed: its cursor stays the same while the server moves on, so that"
              + " it does not say how far the list has come",
          null);
    }
  }

  @Override
  public Optional<Since> after(String parameter, String key, Optional<Since> before) {
    return Changes.after(parameter, key, before);
  }

  @Override
  public boolean mayRepeatPositions() {
    return pagination.mayRepeatCursor();
  }

  /**
   * Makes sure that a position means here what it meant where it was given.
   *
   * @throws PageturnerException.BadCheckpoint if another pagination gave it
   */
  static void requireSame(Place place, Pagination pagination) {
    boolean any = place.position() instanceof Position.Start;
    if (!any && !PagingIdentity.matches(place.pagination(), pagination)) {
      throw new PageturnerException.BadCheckpoint(
          "the checkpoint was made under another pagination (" + place.pagination() + "), not "
              + PagingIdentity.of(pagination, pagination.items()),
          null);
    }
  }

  @Override
  public Position storable(Position position) {
    return requests().storable(position);
  }

  PageRequests requests() {
    TransportSettings settings = transport.settings();
    return new PageRequests(
        call,
        settings.allowedOrigins(),
        settings.secretNames(),
        settings.credentials().secretParameters());
  }

  /**
   * {@return the page size to ask for, 0 for none}: the one of the place; else the caller's,
   * lowered to the items wanted in all where positions do not depend on it.
   */
  static int askedSize(Place place, Pagination pagination, PageOptions options) {
    if (pagination.pageSize().isEmpty()) {
      return 0;
    } else if (place.size().isPresent()) {
      return place.size().getAsInt();
    }
    Integer wanted = options.pageSize().isPresent() ? options.pageSize().getAsInt() : null;
    int size = pagination.pageSize().get().of(wanted);
    boolean free = !(pagination.next() instanceof Next.PageNumber) && options.maxItems() > 0;
    return free ? (int) Math.min(size, options.maxItems()) : size;
  }

  @Override
  public String toString() {
    return call.method() + ' ' + SafeUrl.shown(call.url(), transport.settings().secretNames());
  }
}
