package dev.pageturner.testing;

import dev.pageturner.ApiClient;
import dev.pageturner.json.RawJson;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.pagination.Pagination;

/** A client whose calls are made by the side that is tested. */
public final class TestedApi implements AutoCloseable {
  private final ApiClient client;
  private final Side side;

  /** Makes calls with a client, which it closes. */
  public TestedApi(ApiClient client) {
    this.client = client;
    this.side = Side.of(client);
  }

  /** {@return a list} */
  public <T> PagedIterable<T> list(String path, Class<T> type) {
    return request(path).list(type);
  }

  /** {@return a list with its pagination} */
  public <T> PagedIterable<T> list(String path, Class<T> type, Pagination pagination) {
    return request(path).pagination(pagination).list(type);
  }

  /** {@return a list of anything} */
  public PagedIterable<RawJson> list(String path) {
    return list(path, RawJson.class);
  }

  /** {@return an object} */
  public <T> T get(String path, Class<T> type) {
    return request(path).get(type);
  }

  /** {@return the answer to a body} */
  public <T> T post(String path, Object body, Class<T> type) {
    return request(path).body(body).post(type);
  }

  /** {@return a request to say more of} */
  public TestedRequest request(String path) {
    return new TestedRequest(client.request(path), side);
  }

  @Override
  public void close() {
    client.close();
  }

  @Override
  public String toString() {
    return client.toString();
  }
}
