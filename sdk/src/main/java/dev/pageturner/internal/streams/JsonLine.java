package dev.pageturner.internal.streams;

import com.squareup.moshi.JsonAdapter;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.error.RequestInfo;
import dev.pageturner.internal.json.DecodeErrors;
import dev.pageturner.internal.json.NotJson;
import dev.pageturner.internal.json.ValueDecoder;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** What is made of a value in a sequence of JSON: a line, or a record of RFC 7464. */
public final class JsonLine {
  /** The longest value: 16 MiB. */
  public static final int LONGEST = 16 << 20;

  private JsonLine() {}

  /** {@return the item, which errors call by {@code place}} */
  public static <T> T decoded(
      ByteString line, String place, JsonAdapter<T> adapter, @Nullable RequestInfo request) {
    try {
      return new ValueDecoder<>(adapter).decode(line.toByteArray(), 0, line.size());
    } catch (NotJson e) {
      String message = place + ": not JSON at byte " + e.offset() + " of it: ";
      throw new PageturnerException.Content(Kind.PARSE, message + e.getMessage(), null, request);
    } catch (ValueDecoder.Misfit e) {
      throw DecodeErrors.of(place, e.path(), e.thrown(), request);
    }
  }
}
