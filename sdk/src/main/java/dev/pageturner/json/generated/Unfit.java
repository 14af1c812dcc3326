package dev.pageturner.json.generated;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import dev.pageturner.internal.json.DecodeErrors;
import dev.pageturner.internal.json.Deviations;
import java.io.IOException;

/**
 * Values that are not what their type says, passed over where that is safe.
 *
 * <p>An adapter that refuses a value has either left it or taken it, and the reader shows which: by
 * its path and by what comes next. An adapter of the application that gave up within an object or
 * array of its own has left the reader at a deeper path; that error goes on.
 */
final class Unfit {
  private Unfit() {}

  /** Passes over the value of a member, if the reader has not come past it. */
  static void passOverMember(JsonReader reader, String name, JsonDataException refusal)
      throws IOException {
    String path = reader.getPath();
    if (!path.endsWith('.' + name)) {
      throw refusal;
    }
    JsonReader.Token next = reader.peek();
    if (next != JsonReader.Token.NAME && next != JsonReader.Token.END_OBJECT) {
      reader.skipValue();
    }
    Deviations.met(reader, refused(refusal) + ", taken as absent,", path);
  }

  /** Passes over an element of an array, if the reader has not come past it. */
  static void passOverElement(JsonReader reader, long index, JsonDataException refusal)
      throws IOException {
    String path = reader.getPath();
    if (path.endsWith("[" + index + "]")) {
      reader.skipValue();
    } else if (!path.endsWith("[" + (index + 1) + "]")) {
      throw refusal;
    }
    Deviations.met(reader, refused(refusal) + ", left out of its list,", path);
  }

  private static String refused(JsonDataException refusal) {
    return "a value that is not of its type (" + DecodeErrors.reason(refusal) + ")";
  }
}
