package dev.pageturner.internal.paging;

import dev.pageturner.internal.http.CallExchange;
import dev.pageturner.internal.http.PageBody;

/** A response, read as far as it is held in memory, and the exchange that it ended. */
public record PageResponse(PageBody body, CallExchange exchange) implements AutoCloseable {
  @Override
  public void close() {
    body.close();
  }
}
