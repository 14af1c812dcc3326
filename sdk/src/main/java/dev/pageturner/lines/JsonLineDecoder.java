package dev.pageturner.lines;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.internal.json.ByteOrderMarks;
import dev.pageturner.internal.json.Deviations;
import dev.pageturner.internal.json.LineReader;
import dev.pageturner.internal.json.NotJson;
import dev.pageturner.internal.json.ShownPath;
import dev.pageturner.internal.json.ValueDecoder;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One traversal's decoder of lines that are one JSON value each: checked, then read by Moshi. */
final class JsonLineDecoder<T> implements LineDecoder<T> {
  private final ValueDecoder<T> values;
  private boolean arrayOverLines;

  JsonLineDecoder(JsonAdapter<T> adapter) {
    this.values = new ValueDecoder<>(Deviations.logging(adapter));
  }

  @Override
  public @Nullable T decode(LineReader line) throws LineFault {
    if (line.number() == 1) {
      begin(line);
    }
    if (line.isBlank()) {
      return null;
    }
    try {
      return values.decode(line.bytes(), line.from(), line.to());
    } catch (NotJson e) {
      throw LineFault.parse(reason(line, e));
    } catch (ValueDecoder.Misfit e) {
      throw misfit(e);
    }
  }

  private static void begin(LineReader line) throws LineFault {
    String encoding = ByteOrderMarks.otherEncoding(line);
    if (encoding != null) {
      throw new LineFault(Kind.PARSE, "this is " + encoding + ", not UTF-8", null, true);
    }
    line.skip(ByteOrderMarks.length(line));
  }

  private static LineFault misfit(ValueDecoder.Misfit e) {
    if (e.isNull()) {
      return LineFault.parse("null, where an item should be");
    }
    Exception cause = e.thrown();
    String where = ShownPath.of(e.path());
    if (cause instanceof JsonDataException || cause instanceof IOException) {
      // Without the cause: Moshi's messages repeat values.
      return LineFault.parse("not of the expected type at " + where);
    }
    String what = cause.getClass().getSimpleName() + " for the value at " + where;
    return new LineFault(Kind.PARSE, what, cause, false);
  }

  private String reason(LineReader line, NotJson e) {
    arrayOverLines |= line.number() == 1 && line.bytes()[line.from()] == '[';
    String reason = "not JSON at byte " + (line.offset() + e.offset()) + ": " + e.getMessage();
    if (e.reason() == NotJson.Reason.CUT) {
      reason = "truncated" + (line.isComplete() ? " by the line end" : "") + ": " + e.getMessage();
    }
    if (ByteOrderMarks.length(line) > 0) {
      reason += " (a byte order mark in the middle: files were joined)";
    }
    return arrayOverLines
        ? reason + " (this seems to be one JSON array, not a value on each line)"
        : reason;
  }
}
