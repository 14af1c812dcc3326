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

/** What is made of a line of newline-delimited JSON. */
public final class JsonLine {
  /** The longest line: 16 MiB. */
  public static final int LONGEST = 16 << 20;

  private JsonLine() {}

  /** {@return the item on a line, which is named in errors by its number} */
  public static <T> T decoded(
      ByteString line, long number, JsonAdapter<T> adapter, @Nullable RequestInfo request) {
    try {
      return new ValueDecoder<>(adapter).decode(line.toByteArray(), 0, line.size());
    } catch (NotJson e) {
      String message = "line " + number + ": not JSON at byte " + e.offset() + " of it: ";
      throw new PageturnerException.Content(Kind.PARSE, message + e.getMessage(), null, request);
    } catch (ValueDecoder.Misfit e) {
      throw DecodeErrors.of("line " + number, e.path(), e.thrown(), request);
    }
  }
}
