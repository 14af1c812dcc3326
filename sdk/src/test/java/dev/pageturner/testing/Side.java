package dev.pageturner.testing;

import dev.pageturner.ApiClient;
import dev.pageturner.ApiRequest;
import dev.pageturner.ApiResponse;
import dev.pageturner.events.EventOptions;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.sequence.LazyIterable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Type;

/**
 * The side that a test runs on: the synchronous one, or another one that does the same for a test
 * that waits for it.
 */
public interface Side {
  /** Names the class of another side, with a constructor that takes a client; unset here. */
  String PROPERTY = "pageturner.test.side";

  /** {@return a list, traversed by this side} */
  <T> PagedIterable<T> list(PagedIterable<T> list);

  /** {@return the object that answers} */
  <T> T object(ApiRequest request, String method, Type type);

  /** {@return the whole answer} */
  <T> ApiResponse<T> answer(ApiRequest request, String method, Type type);

  /** Sends, and looks at nothing in the answer. */
  void send(ApiRequest request, String method);

  /** {@return the events of a stream} */
  <T> LazyIterable<T> events(ApiRequest request, Class<T> type, EventOptions options);

  /** {@return the items of newline-delimited JSON} */
  <T> LazyIterable<T> jsonLines(ApiRequest request, Class<T> type);

  /** {@return whether another side than that of {@code sdk} itself is tested} */
  static boolean isAnother() {
    return System.getProperty(PROPERTY) != null;
  }

  /** {@return the side that is tested} */
  static Side of(ApiClient client) {
    String name = System.getProperty(PROPERTY);
    if (name == null) {
      return new Blocking();
    }
    try {
      return (Side) Class.forName(name).getConstructor(ApiClient.class).newInstance(client);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The side of {@code sdk} itself. */
  record Blocking() implements Side {
    @Override
    public <T> PagedIterable<T> list(PagedIterable<T> list) {
      return list;
    }

    @Override
    public <T> T object(ApiRequest request, String method, Type type) {
      return request.object(method, type);
    }

    @Override
    public <T> ApiResponse<T> answer(ApiRequest request, String method, Type type) {
      return request.send(method, type);
    }

    @Override
    public void send(ApiRequest request, String method) {
      request.send(method);
    }

    @Override
    public <T> LazyIterable<T> events(ApiRequest request, Class<T> type, EventOptions options) {
      return request.events(type, options);
    }

    @Override
    public <T> LazyIterable<T> jsonLines(ApiRequest request, Class<T> type) {
      return request.jsonLines(type);
    }
  }
}
