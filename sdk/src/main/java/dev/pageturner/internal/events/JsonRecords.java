package dev.pageturner.internal.events;

import dev.pageturner.error.RequestInfo;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Turns the bytes of a sequence of JSON values into the values, as they come. */
public abstract sealed class JsonRecords extends StreamDecoder<ByteString>
    permits NdjsonDecoder, JsonSequenceDecoder {
  /** {@return which value was given out last, in words: {@code line 3}} */
  public abstract String last();

  /**
   * {@return what reads a sequence}
   *
   * @param subtype what follows the slash in its media type
   * @param maxBytes the longest value, in bytes, 1 or more
   * @param request the request, for errors
   */
  public static JsonRecords of(String subtype, int maxBytes, @Nullable RequestInfo request) {
    return subtype.endsWith("json-seq")
        ? new JsonSequenceDecoder(maxBytes, request)
        : new NdjsonDecoder(maxBytes, request);
  }
}
