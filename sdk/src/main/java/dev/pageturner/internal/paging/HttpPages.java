package dev.pageturner.internal.paging;

import com.squareup.moshi.JsonAdapter;
import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.http.Bounds;
import dev.pageturner.internal.http.Transport;
import dev.pageturner.internal.http.TransportSettings;
import dev.pageturner.internal.url.SafeUrl;
import dev.pageturner.page.PageOptions;
import dev.pageturner.page.PageReader;
import dev.pageturner.page.PageSource;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.Position;
import okhttp3.HttpUrl;
import okio.ByteString;

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
  private static final int FINGERPRINT_LENGTH = 16;

  /** Finds the page size where the request has one, so that all pages ask for the same. */
  public HttpPages {
    pagination = pagination.isDetected() ? Detector.withPageSize(pagination, call) : pagination;
  }

  @Override
  public PageReader<T> reader(PageOptions options) {
    return new HttpReader<>(this, options);
  }

  /** Page numbers mean another item with another page size, so that it counts there. */
  @Override
  public String fingerprint(Position position, PageOptions options) {
    HttpUrl url = SafeUrl.withoutSecrets(call.url(), transport.settings().secretNames());
    String body = call.payload() == null ? "" : call.payload().bytes().sha256().hex();
    String request = call.method() + ' ' + url + ' ' + body;
    String size =
        position instanceof Position.PageNumber ? " " + askedSize(pagination, options) : "";
    return ByteString.encodeUtf8(request + size).sha256().hex().substring(0, FINGERPRINT_LENGTH);
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
   * {@return the page size to ask for, 0 for none}: the caller's, lowered to the items wanted in
   * all where positions do not depend on it.
   */
  static int askedSize(Pagination pagination, PageOptions options) {
    if (pagination.pageSize().isEmpty()) {
      return 0;
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
