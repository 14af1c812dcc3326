package dev.pageturner.internal.http;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.pageturner.internal.json.Deviations;
import dev.pageturner.page.TraversalListener;
import java.lang.reflect.Type;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is inside a request of the public API, for sdk-async, which makes the same calls.
 *
 * @param transport what the client sends through
 * @param moshi the client's adapters
 * @param bounds how large bodies may be
 * @param listener the client's listener
 * @param calls the call that the request is, by its method
 * @param listMethod the method of a list or a stream
 */
public record RequestParts(
    Transport transport,
    Moshi moshi,
    Bounds bounds,
    TraversalListener listener,
    Function<String, ApiCall> calls,
    String listMethod) {
  private static volatile @Nullable Function<Object, RequestParts> access;

  /** Says how to look into a request; the class of the requests does, when it is loaded. */
  public static void accessBy(Function<Object, RequestParts> way) {
    access = way;
  }

  /** {@return what is inside a request} */
  public static RequestParts of(Object request) {
    Function<Object, RequestParts> way = access;
    if (way == null) {
      throw new IllegalArgumentException("no request");
    }
    return way.apply(request);
  }

  /** {@return the adapter of a type, which tells the listener where JSON is not what it says} */
  public <T> JsonAdapter<T> adapter(Type type) {
    return Deviations.telling(moshi.adapter(type), Warnings.to(listener));
  }

  /** {@return the call of a stream of a media type} */
  public ApiCall streamCall(String mediaType) {
    ApiCall call = calls.apply(listMethod);
    return call.withHeaders(call.headers().newBuilder().set("Accept", mediaType).build());
  }

  /**
   * {@return the call of JSON lines: the media type that the request asks for, if it is of them}
   */
  public ApiCall lineCall() {
    String said = calls.apply(listMethod).headers().get("Accept");
    return streamCall(said != null && LineMedia.isOf(said) ? said : "application/x-ndjson");
  }
}
